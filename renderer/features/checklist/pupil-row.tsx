import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Pupil } from '../../../shared/domain/people.ts'
import classes from './pupil-row.module.css'

type Props = {
  pupil: Pupil
  standing: 'away' | 'waiting' | 'in'
  /** The name the meeting shows, where it is not the pupil's own. */
  shown: string | null
  isFound: boolean
  onToggle: (pupilId: string) => void
  /** The pupil was not let in after all. */
  onTakenBack: (pupilId: string) => void
}

/** One pupil by the name the meeting shows: to tick, or in already. */
export function PupilRow({ pupil, standing, shown, isFound, onToggle, onTakenBack }: Props) {
  const row = useRef<HTMLLabelElement>(null)
  useEffect(() => {
    if (isFound) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isFound])
  const name = (
    <span className={classes.name} title={`${pupil.forename} ${pupil.surname}`}>
      {pupil.forename} <span className={classes.surname}>{pupil.surname}</span>
      {shown !== null && (
        <span className={classes.shown} title={shown}>
          as “{shown}”
        </span>
      )}
    </span>
  )
  if (standing === 'in') {
    return (
      <div className={classes.row}>
        <IconCircleCheck size={17} stroke={1.75} aria-hidden="true" className={classes.in} />
        {name}
        <button
          type="button"
          className={classes.back}
          aria-label={`${pupil.forename} ${pupil.surname} is not in`}
          onClick={() => onTakenBack(pupil.id)}
        >
          Not in
        </button>
      </div>
    )
  }
  return (
    <label
      ref={row}
      className={classes.row}
      data-waiting={standing === 'waiting' || undefined}
      data-found={isFound || undefined}
    >
      <input
        type="checkbox"
        checked={standing === 'waiting'}
        onChange={() => onToggle(pupil.id)}
        className={classes.box}
      />
      {name}
    </label>
  )
}
