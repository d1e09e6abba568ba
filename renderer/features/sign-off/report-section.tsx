import { Button } from '@mantine/core'
import type { NewEntry } from '../../../shared/domain/events.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { Message } from '../../components/message.tsx'
import { ReadingProgress } from '../../components/reading-progress.tsx'
import { ReportChosen } from './report-chosen.tsx'
import { ReportDifferences } from './report-differences.tsx'
import { ReportNames } from './report-names.tsx'
import { ReportSettled } from './report-settled.tsx'
import classes from './report-section.module.css'
import { ReportsTaken } from './reports-taken.tsx'
import { countsInWords, type Reconciled } from './report-words.ts'
import type { Report } from './use-report.ts'

type Props = {
  report: Report
  reconciled: Reconciled | null
  pupils: readonly Pupil[]
  isReadOnly: boolean
  onMarked: (entries: readonly NewEntry[]) => void
}

/** The meeting's own report held against what was marked: who came, when, and what differs. */
export function ReportSection({ report, reconciled, pupils, isReadOnly, onMarked }: Props) {
  const { view, chosen, failure, isReading } = report
  if (!view || !reconciled) return null
  const hasReport = view.reports.length > 0
  if (isReadOnly && !hasReport) return null
  const { counts, differences, kept, open, settled } = reconciled
  return (
    <section aria-labelledby="meeting-report" className={classes.section}>
      <h2 id="meeting-report" className={classes.heading}>
        Meeting report
      </h2>
      {!hasReport && !chosen && (
        <p className={classes.quiet}>
          Zoom, Teams and Meet know to the minute who was in. Take their report in, and you see where it says
          otherwise than what was marked here. It stays on this computer.
        </p>
      )}
      {failure && <Message tone="bad" title={failure.message} />}
      {hasReport && (
        <>
          <p>{countsInWords(counts, pupils)}</p>
          <ReportsTaken
            reports={view.reports}
            isReadOnly={isReadOnly}
            onRemove={(id) => void report.remove(id)}
          />
        </>
      )}
      {chosen && (
        <ReportChosen
          chosen={chosen}
          onConfirm={(token) => void report.confirm(token)}
          onDrop={report.dropChosen}
        />
      )}
      {!isReadOnly && (
        <div>
          <Button variant="default" loading={isReading} onClick={() => void report.choose()}>
            {chosenWords(hasReport, chosen !== null)}
          </Button>
        </div>
      )}
      {report.opened !== null && <ReadingProgress opened={report.opened} onCancel={report.stopReading} />}
      {hasReport && !isReadOnly && (
        <>
          <ReportNames
            names={open}
            pupils={pupils}
            onAnswer={(key, answer, remember) => void report.answer(key, answer, remember)}
          />
          <ReportDifferences
            differences={differences}
            pupils={pupils}
            onTake={({ entries }) => onMarked(entries)}
            onKeep={({ key }) => void report.keep(key, true)}
          />
          {open.length === 0 && differences.length === 0 && (
            <Message tone="good" title="The report and what was marked agree">
              Minutes present go to the office as the report has them.
            </Message>
          )}
        </>
      )}
      {hasReport && (
        <ReportSettled
          names={settled}
          kept={kept}
          pupils={pupils}
          isReadOnly={isReadOnly}
          onAnswer={(key, answer, remember) => void report.answer(key, answer, remember)}
          onLookAgain={({ key }) => void report.keep(key, false)}
        />
      )}
    </section>
  )
}

function chosenWords(hasReport: boolean, isChosen: boolean): string {
  if (isChosen) return 'Choose another file'
  return hasReport ? 'Take in another report' : 'Take in the meeting’s report'
}
