import type { Pupil } from '../../../shared/domain/people.ts'
import classes from './participation-table.module.css'

type Props = { pupil: Pupil }

/** Whose row it is: the name they are called by first. */
export function PupilName({ pupil: { forename, surname } }: Props) {
  return (
    <th scope="row" className={classes.name}>
      {forename} <span className={classes.surname}>{surname}</span>
    </th>
  )
}
