import { Button } from '@mantine/core'
import type { SheetSplit } from '../../../shared/domain/export-split.ts'
import { clockTime, fullDate, schoolDateOf } from '../../../shared/domain/times.ts'
import type { OfficeDayView } from '../../../shared/ipc/commands/office.ts'
import { Message } from '../../components/message.tsx'
import { VersionWarnings } from '../../components/version-warnings.tsx'
import classes from './office-page.module.css'
import type { MadeReport } from './office-store.ts'
import { counted } from '../../../shared/domain/words.ts'

type Props = {
  day: OfficeDayView
  split: SheetSplit
  made: MadeReport | null
  onReveal: () => void
  onAgain: () => void
}

const reportNames: Record<SheetSplit, string> = {
  office: 'The day’s report',
  leaders: 'The leaders’ report',
}
const look = { variant: 'default', size: 'xs', h: 32 } as const

/** How the report of the day stands: just made, up to date, or overtaken by what came in since. */
export function ReportMessage({ day, split, made, onReveal, onAgain }: Props) {
  const { report } = day
  const isOutdated = report?.isOutdated ?? false
  const reveal = (
    <Button {...look} onClick={onReveal}>
      Show the folder
    </Button>
  )
  if (made?.isGone && !isOutdated) {
    return (
      <Message
        tone="quiet"
        title={`Exactly this was made as version ${made.version}: nothing was written again`}
        action={
          <Button {...look} onClick={onAgain}>
            Write it again
          </Button>
        }
      >
        Its folder is not where it was put any more: whoever dealt with it may have moved it. Write it again
        only where somebody asks for it.
      </Message>
    )
  }
  if (made && !isOutdated) {
    const title = made.unchanged
      ? 'The folder already has exactly this report'
      : `${reportNames[split]} is made: ${counted(made.lessons, 'lesson')}${versionWords(made.version)}`
    return (
      <>
        <Message tone="good" title={title} action={reveal}>
          <span className={classes.path}>{made.folder}</span>
        </Message>
        <VersionWarnings {...made} />
      </>
    )
  }
  if (!report) return null
  const when = `Made ${whenWords(report.madeAt, day.date)}${versionWords(report.version)}.`
  return report.isOutdated ? (
    <Message tone="warn" title="The last report is not up to date" action={reveal}>
      {when} Something came in since, or the export’s settings are others. Lessons that are new are marked
      below; make the report again and it becomes the next version.
    </Message>
  ) : (
    <Message tone="quiet" title="The report is up to date" action={reveal}>
      {when}
    </Message>
  )
}

const versionWords = (version: number): string => (version > 1 ? `, version ${version}` : '')

const whenWords = (at: number, date: string): string =>
  schoolDateOf(at) === date ? `at ${clockTime(at)}` : `on ${fullDate(at)} at ${clockTime(at)}`
