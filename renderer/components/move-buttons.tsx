import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import classes from './move-buttons.module.css'

type Props = {
  /** What is moved, for its label. */
  name: string
  /** Its place in the list, from 1, and how many there are. */
  place: number
  of: number
  /** A place up (-1) or down (1). */
  onMoved: (by: 1 | -1) => void
}

/** Moves an entry of a list a place; each stays where it is at either end, so that the focus does too. */
export function MoveButtons({ name, place, of, onMoved }: Props) {
  const ways = [
    { label: `Move ${name} up`, isOff: place === 1, Icon: IconArrowUp, by: -1 },
    { label: `Move ${name} down`, isOff: place === of, Icon: IconArrowDown, by: 1 },
  ] as const
  return ways.map(({ label, isOff, Icon, by }) => (
    <button
      key={by}
      type="button"
      className={classes.move}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={isOff ? undefined : () => onMoved(by)}
    >
      <Icon size={16} stroke={1.75} aria-hidden="true" />
    </button>
  ))
}

const ways: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 }

/** The same by Alt and an arrow key, from any control of the entry. */
export const movedByKey = (onMoved: (by: 1 | -1) => void) => (event: KeyboardEvent) => {
  const by = event.altKey ? ways[event.key] : undefined
  if (by === undefined) return
  event.preventDefault()
  onMoved(by)
}
