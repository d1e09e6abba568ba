import type { Pupil } from '../../../shared/domain/people.ts'
import classes from './pupil-list.module.css'

type Props = { pupils: readonly Pupil[] }

/** The pupils of a class; where two share a forename, with the name that tells them apart in a lesson. */
export function PupilList({ pupils }: Props) {
  return (
    <ul className={classes.list} aria-label="Pupils">
      {pupils.map(({ id, forename, surname, label }) => (
        <li key={id} className={classes.pupil}>
          <span>
            <strong className={classes.forename}>{forename}</strong> {surname}
          </span>
          {label !== forename && <span className={classes.label}>In lessons: {label}</span>}
        </li>
      ))}
    </ul>
  )
}
