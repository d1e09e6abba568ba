import type { StaffRow } from '../../../shared/ipc/commands/staff.ts'
import classes from './staff.module.css'
import { confidenceInWords, dateText } from './staff-words.ts'

type Props = { row: StaffRow }

/** What somebody was trained in, newest first. */
export function PastTrainings({ row }: Props) {
  if (row.training.length === 0) return <p className={classes.quiet}>No training is recorded yet.</p>
  const titleOf = (topic: string) =>
    row.standing.find((one) => one.topic === topic)?.title ?? 'A training no longer asked for'
  return (
    <table className={classes.table} aria-label={`Trainings of ${row.name}`}>
      <thead>
        <tr>
          <th scope="col">Training</th>
          <th scope="col">Taken</th>
          <th scope="col">Counts until</th>
          <th scope="col">How sure</th>
        </tr>
      </thead>
      <tbody>
        {row.training.map(({ id, topic, date, expires, confidence }) => (
          <tr key={id}>
            <td>{titleOf(topic)}</td>
            <td>{dateText(date)}</td>
            <td>{expires === null ? 'Does not run out' : dateText(expires)}</td>
            <td>{confidenceInWords(confidence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
