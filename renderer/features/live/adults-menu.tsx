import { IconUser, IconUsers } from '@tabler/icons-react'
import { useCallback, useEffect, useRef } from 'react'
import type { StaffMember } from '../../../shared/domain/people.ts'
import { AdultsList } from './adults-list.tsx'
import classes from './adults-menu.module.css'
import { useDismiss } from './use-dismiss.ts'

type Props = {
  secondAdult: StaffMember | null
  /** The second adult is the person at this computer. */
  isMe: boolean
  /** Who may come in, whoever was in before first. */
  candidates: readonly StaffMember[]
  /** Who was the second adult before, if anyone. */
  lastId: string | null
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onLeft: () => void
  onJoined: (staffId: string) => void
  onOtherJoined: (name: string) => void
  onShare: () => void
}

/** How many adults are in, and the place to say that it changed. */
export function AdultsMenu({ secondAdult, isOpen, onOpenChange, ...list }: Props) {
  const wrap = useRef<HTMLDivElement>(null)
  const chip = useRef<HTMLButtonElement>(null)
  useDismiss(
    wrap,
    isOpen,
    useCallback(() => onOpenChange(false), [onOpenChange]),
  )
  useEffect(() => {
    if (!isOpen) return
    const chipButton = chip.current
    return () => {
      if (document.activeElement === document.body) chipButton?.focus()
    }
  }, [isOpen])

  const titleOf = (other: string | undefined) => (other ? `You and ${other}` : 'You are the only adult')
  const Icon = secondAdult ? IconUsers : IconUser
  return (
    <div ref={wrap} className={classes.wrap} data-own-keys={isOpen || undefined}>
      <button
        ref={chip}
        type="button"
        className={classes.chip}
        data-alone={secondAdult === null}
        aria-expanded={isOpen}
        title={titleOf(list.isMe ? 'the teacher' : secondAdult?.name)}
        onClick={() => onOpenChange(!isOpen)}
      >
        <span>
          <Icon size={16} stroke={1.75} aria-hidden="true" />
          {secondAdult ? '2 adults' : '1 adult'}
        </span>
      </button>
      {isOpen && <AdultsList secondAdult={secondAdult} {...list} />}
    </div>
  )
}
