import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import type { ReportView } from '../../../shared/ipc/commands/reports.ts'
import { meetingInWords } from './report-chosen.tsx'
import classes from './report-section.module.css'

type Props = { reports: ReportView['reports']; isReadOnly: boolean; onRemove: (reportId: string) => void }

/** The files taken in for this lesson; a restarted meeting has more than one. */
export function ReportsTaken({ reports, isReadOnly, onRemove }: Props) {
  return (
    <ul className={classes.list} aria-label="Reports taken in">
      {reports.map(({ id, fileName, takenAt, meetings }) => (
        <li key={id} className={classes.line}>
          <span className={classes.words}>
            <strong>{fileName}</strong>: {meetings.map(meetingInWords).join('; ')}
            <span className={classes.small}>
              {' '}
              Taken in {fullDate(takenAt)}, {clockTime(takenAt)}.
            </span>
          </span>
          {!isReadOnly && (
            <button
              type="button"
              className={classes.small_button}
              aria-label={`Remove ${fileName}`}
              onClick={() => onRemove(id)}
            >
              Remove
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
