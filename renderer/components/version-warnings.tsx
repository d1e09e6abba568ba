import { clockTime, fullDate } from '../../shared/domain/times.ts'
import type { ExportedDay } from '../../shared/ipc/commands/export.ts'
import { Message } from './message.tsx'

type Props = Pick<ExportedDay, 'earlierIsDated' | 'openFiles'>

/** What to know about the version before the one just written: dated later, or open somewhere. */
export function VersionWarnings({ earlierIsDated, openFiles = [] }: Props) {
  return (
    <>
      {typeof earlierIsDated === 'number' && (
        <Message tone="warn" title="A clock is wrong">
          {wrongClockWords(earlierIsDated)}
        </Message>
      )}
      {openFiles.length > 0 && (
        <Message tone="warn" title="The version before is open at the office">
          {openFilesWords(openFiles)}
        </Message>
      )}
    </>
  )
}

/** A clock is wrong: which, nobody can tell from here. */
const wrongClockWords = (earlierAt: number): string =>
  `The version before says it was written on ${fullDate(earlierAt)} at ${clockTime(earlierAt)}, later than this one. The clock of this computer or of the other is wrong: ask school IT to set it. The lessons are under their own day all the same.`

/** Somebody at the office reads the version before, and would not see that there is another. */
const openFilesWords = (open: NonNullable<ExportedDay['openFiles']>): string =>
  `${open.map(({ file, by }) => `${by ?? 'Somebody'} has “${file}” open`).join('; ')}: that is the version before. Nothing of it was changed. Tell them that a newer version lies beside it.`
