import { Button } from '@mantine/core'
import { clockTime } from '../../../shared/domain/times.ts'
import type { ReportView } from '../../../shared/ipc/commands/reports.ts'
import { Message } from '../../components/message.tsx'
import { WarningLines } from '../../components/warning-lines.tsx'
import classes from './report-section.module.css'
import type { ChosenReport } from './use-report.ts'

type Props = { chosen: ChosenReport; onConfirm: (token: string) => void; onDrop: () => void }

type MeetingSummary = ReportView['reports'][number]['meetings'][number]

/** `Maths 5C, 09:25 to 10:31, 31 names` */
export function meetingInWords({ topic, from, to, names }: MeetingSummary): string {
  const times = from === null || to === null ? 'no times' : `${clockTime(from)} to ${clockTime(to)}`
  const count = names === 1 ? '1 name' : `${names} names`
  return [topic, times, count].filter((part) => part !== null).join(', ')
}

/** A report that was chosen, as it was understood: nothing is written before it is taken in. */
export function ReportChosen({ chosen, onConfirm, onDrop }: Props) {
  if (chosen.outcome === 'refused') {
    return (
      <Message
        tone="bad"
        title={chosen.refusal.message}
        action={
          <Button variant="default" onClick={onDrop}>
            All right
          </Button>
        }
      >
        <p>{chosen.refusal.advice}</p>
        <p>File: {chosen.fileName}</p>
      </Message>
    )
  }
  const { fileName, meetings, leftOut, isKnown, warnings } = chosen.preview
  if (isKnown) {
    return (
      <Message
        tone="quiet"
        title="This file was taken in before"
        action={
          <Button variant="default" onClick={onDrop}>
            All right
          </Button>
        }
      >
        {fileName}: nothing was changed.
      </Message>
    )
  }
  return (
    <fieldset className={classes.preview} aria-label="The chosen report">
      <p>
        <strong>{fileName}</strong>
      </p>
      <ul className={classes.list}>
        {meetings.map((one) => (
          <li key={`${one.topic} ${one.from} ${one.names}`}>{meetingInWords(one)}</li>
        ))}
      </ul>
      {leftOut > 0 && (
        <p className={classes.small}>
          {leftOut === 1 ? '1 meeting' : `${leftOut} meetings`} of this file at other times{' '}
          {leftOut === 1 ? 'is' : 'are'} left out.
        </p>
      )}
      {warnings.length > 0 && <WarningLines warnings={warnings} className={classes.warnings} />}
      <div className={classes.buttons}>
        <Button onClick={() => onConfirm(chosen.token)}>Take it in</Button>
        <Button variant="default" onClick={onDrop}>
          Not this one
        </Button>
      </div>
    </fieldset>
  )
}
