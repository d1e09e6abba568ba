import { IconStairsUp, type TablerIcon } from '@tabler/icons-react'
import { memo } from 'react'
import { type Behaviour, FAVOURITES } from '../../../shared/domain/behaviours.ts'
import { behaviourIcon } from '../../components/behaviour-icons.ts'
import classes from './behaviour-pad.module.css'
import { describeBehaviour, signed } from './live-words.ts'
import { useShiftHeld } from './use-shift-held.ts'

type Props = {
  behaviours: readonly Behaviour[]
  /** The second nine stay on the pad until one is chosen. */
  isMore: boolean
  onTap: (index: number) => void
}

/** The school's nine favourite behaviours with their keys; the second nine while Shift is held, or asked for. */
export const BehaviourPad = memo(function BehaviourPad({ behaviours, isMore, onTap }: Props) {
  const isShiftHeld = useShiftHeld()
  const isSecond = (isMore || isShiftHeld) && behaviours.length > FAVOURITES
  const from = isSecond ? FAVOURITES : 0
  return (
    <section
      aria-label={isSecond ? 'More behaviours' : 'Behaviours'}
      className={classes.pad}
      data-more={isSecond}
    >
      {behaviours.slice(from, from + FAVOURITES).map((behaviour, index) => (
        <BehaviourButton
          key={behaviour.id}
          behaviour={behaviour}
          icon={behaviourIcon(behaviour.icon)}
          digit={index + 1}
          isSecond={isSecond}
          onTap={() => onTap(from + index)}
        />
      ))}
    </section>
  )
})

type ButtonProps = {
  behaviour: Behaviour
  icon: TablerIcon
  digit: number
  isSecond: boolean
  onTap: () => void
}

function BehaviourButton({ behaviour, icon: Icon, digit, isSecond, onTap }: ButtonProps) {
  const { label, group, points, colour } = behaviour
  return (
    <button
      type="button"
      className={classes.behaviour}
      data-group={group}
      title={describeBehaviour(behaviour)}
      aria-keyshortcuts={isSecond ? `Shift+${String(digit)}` : String(digit)}
      onClick={onTap}
    >
      <Icon size={15} stroke={1.75} aria-hidden="true" className={classes.icon} data-colour={colour} />
      <span className={classes.label} data-tight={/\S{10}/.test(label)}>
        {label}
      </span>
      <span className={classes.side} aria-hidden="true">
        <span>{digit}</span>
        {points !== 0 && <span className={classes.weight}>{signed(points)}</span>}
        {points === 0 && group === 'step' && <IconStairsUp size={13} stroke={2} className={classes.weight} />}
      </span>
    </button>
  )
}
