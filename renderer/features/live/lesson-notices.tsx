import type { Lesson } from '../../../shared/domain/lesson.ts'
import { describeClockChange, describeSpan } from '../../../shared/domain/steady-clock.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import { Message } from '../../components/message.tsx'
import type { Absence } from '../../lib/app-store.ts'
import { useApp } from '../../lib/use-app.ts'
import classes from './lesson-notices.module.css'
import { PanelButton } from './panel-button.tsx'

type Props = Pick<Lesson, 'endsAt'>

/** Shorter ones are not worth a word, ms: nobody wonders what the timer did meanwhile. */
const WORTH_SAYING_MS = 60_000

/** What happened to the computer while the lesson went on: its clock was changed, or it slept. */
export function LessonNotices({ endsAt }: Props) {
  const clockChange = useApp((state) => state.clockChange)
  const wasAway = useApp((state) => state.wasAway)
  const clockChangeSeen = useApp((state) => state.clockChangeSeen)
  const absenceSeen = useApp((state) => state.absenceSeen)
  const absence = wasAway && describeAbsence(wasAway, endsAt)
  return (
    <>
      {clockChange !== null && (
        <div className={classes.notice}>
          <Message
            tone="warn"
            title={describeClockChange(clockChange)}
            action={<PanelButton onClick={clockChangeSeen}>Seen</PanelButton>}
          >
            The lesson goes on by the time it had, and nothing was lost. Check the clock after the lesson.
          </Message>
        </div>
      )}
      {absence && (
        <div className={classes.notice}>
          <Message
            tone={absence.isOver ? 'warn' : 'quiet'}
            title={absence.title}
            action={<PanelButton onClick={absenceSeen}>Seen</PanelButton>}
          >
            {absence.words}
          </Message>
        </div>
      )}
    </>
  )
}

/** Null where it was short and the lesson's end did not pass in it. */
function describeAbsence({ why, from, until }: Absence, endsAt: number) {
  const isOver = from < endsAt && endsAt <= until
  if (!isOver && until - from < WORTH_SAYING_MS) return null
  const what = why === 'locked' ? 'The screen was locked' : 'The computer slept'
  return {
    isOver,
    title: `${what} for ${describeSpan(until - from)}`,
    words: isOver
      ? `The lesson’s end at ${clockTime(endsAt)} passed meanwhile. Nothing was lost: end it for everyone when you are ready.`
      : 'Only the display stood still. The lesson and its timer ran on, and nothing was lost.',
  }
}
