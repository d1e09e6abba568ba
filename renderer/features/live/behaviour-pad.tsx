import { memo } from 'react'
import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import { behaviourIcon } from '../../components/behaviour-icons.ts'
import classes from './behaviour-pad.module.css'

type Props = { behaviours: readonly Behaviour[]; onTap: (index: number) => void }

const FAVOURITES = 9

/** The school's nine favourite behaviours with their keys. */
export const BehaviourPad = memo(function BehaviourPad({ behaviours, onTap }: Props) {
  return (
    <section aria-label="Behaviours" className={classes.pad}>
      {behaviours.slice(0, FAVOURITES).map((behaviour, index) => {
        const Icon = behaviourIcon(behaviour.icon)
        return (
          <button
            key={behaviour.id}
            type="button"
            className={classes.behaviour}
            data-group={behaviour.group}
            title={behaviour.label}
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onTap(index)}
          >
            <Icon size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
            <span className={classes.label}>{behaviour.label}</span>
            <span className={classes.key} aria-hidden="true">
              {index + 1}
            </span>
          </button>
        )
      })}
    </section>
  )
})
