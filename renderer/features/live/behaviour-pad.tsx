import { memo } from 'react'
import { type Behaviour, FAVOURITES } from '../../../shared/domain/behaviours.ts'
import { BehaviourFace } from '../../components/behaviour-face.tsx'
import classes from './behaviour-pad.module.css'
import { describeBehaviour } from './live-words.ts'
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
        <BehaviourFace
          key={behaviour.id}
          behaviour={behaviour}
          digit={index + 1}
          title={describeBehaviour(behaviour)}
          aria-keyshortcuts={`${isSecond ? 'Shift+' : ''}${String(index + 1)}`}
          onClick={() => onTap(from + index)}
        />
      ))}
    </section>
  )
})
