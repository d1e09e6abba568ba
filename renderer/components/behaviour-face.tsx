import { IconStairsUp } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import type { Behaviour } from '../../shared/domain/behaviours.ts'
import { signed } from '../../shared/domain/words.ts'
import classes from './behaviour-face.module.css'
import { BehaviourMark } from './behaviour-mark.tsx'

type Props = Omit<ComponentProps<'button'>, 'children' | 'type' | 'className'> & {
  behaviour: Behaviour
  /** Its key on the pad. */
  digit: number
}

/** A behaviour as a button of the live panel: icon, name, key, and what it weighs or that it is a step. */
export function BehaviourFace({ behaviour, digit, ...button }: Props) {
  const { label, group, points } = behaviour
  return (
    <button type="button" className={classes.behaviour} data-group={group} {...button}>
      <BehaviourMark behaviour={behaviour} />
      <span className={classes.label} data-tight={/\S{10}/.test(label)}>
        {label || '…'}
      </span>
      <span className={classes.side} aria-hidden="true">
        <span>{digit}</span>
        {points !== 0 && <span className={classes.weight}>{signed(points)}</span>}
        {points === 0 && group === 'step' && <IconStairsUp size={13} stroke={2} className={classes.weight} />}
      </span>
    </button>
  )
}
