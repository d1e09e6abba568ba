import {
  attitudeChoices,
  cameraChoices,
  leftInWords,
  participationChoices,
  taskChoices,
  wordFor,
} from './mark-words.ts'
import classes from './participation-table.module.css'
import { PupilName } from './pupil-name.tsx'
import type { MarkRow } from './sign-off-view.ts'

type Props = {
  row: MarkRow
  /** The school's scale, best first. */
  attitudes: readonly string[]
  /** UTC ms. */
  endedAt: number | null
}

/** One pupil of a signed lesson, to be read. */
export function SignedRow({ row: { pupil, marks }, attitudes, endedAt }: Props) {
  const { participation, task, attitude } = marks
  const tookPart = participation === 'took-part'
  const nothing = <span className={classes.nothing}>–</span>
  return (
    <tr>
      <PupilName pupil={pupil} marks={marks} />
      <td data-stands-out={participation === 'absent'}>
        {participation === null ? 'Not marked' : wordFor(participationChoices, participation)}
      </td>
      <td>{tookPart && marks.minutesLate > 0 ? marks.minutesLate : nothing}</td>
      <td>{(tookPart && leftInWords(marks.leftAt, endedAt)) || nothing}</td>
      <td className={classes.number}>{marks.points}</td>
      <td className={classes.number}>{marks.contributions}</td>
      <td>{tookPart ? wordFor(cameraChoices, marks.camera) : nothing}</td>
      <td data-stands-out={tookPart && task === 'not-yet'}>
        {tookPart && task !== null ? wordFor(taskChoices, task) : nothing}
      </td>
      <td>
        {tookPart && attitude !== null ? wordFor(attitudeChoices(attitudes), String(attitude)) : nothing}
      </td>
    </tr>
  )
}
