import type { Pupil } from '../../../shared/domain/people.ts'
import type { PupilTally } from '../../../shared/domain/tally.ts'
import classes from './participation-table.module.css'
import { marksInWords } from './sign-off-view.ts'

type Props = { pupil: Pupil; marks: PupilTally }

/** Whose row it is, the name they are called by first, and what else was marked of them. */
export function PupilName({ pupil: { forename, surname }, marks }: Props) {
  const more = marksInWords(marks)
  return (
    <th scope="row" className={classes.name}>
      {forename} <span className={classes.surname}>{surname}</span>
      {more !== '' && <span className={classes.more}>{more}</span>}
    </th>
  )
}
