import { Button } from '@mantine/core'
import { useId } from 'react'
import { dayStanding, type SchoolDay } from '../../../shared/domain/end-of-day.ts'
import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import { waitingWords } from '../../../shared/domain/waiting-export.ts'
import { Message } from '../../components/message.tsx'
import { DayLessonRow } from './day-lesson-row.tsx'
import { DayOutcome } from './day-outcome.tsx'
import { DayProgress } from './day-progress.tsx'
import classes from './day-section.module.css'
import type { DayRun, EndOfDayState } from './end-of-day-store.ts'
import { standingWords } from './end-of-day-words.ts'
import { OtherWays } from './other-ways.tsx'

type Props = {
  day: SchoolDay
  title: string
  run: DayRun | null
  /** Null until the office's folder is chosen. */
  folder: string | null
  /** UTC ms. */
  now: number
  acts: Pick<EndOfDayState, 'dayExported' | 'exportStopped' | 'exportRevealed' | 'lessonOpened'>
}

/** One day: its lessons with what is unfinished, one button, and how its export goes. */
export function DaySection({ day, title, run, folder, now, acts }: Props) {
  const heading = useId()
  const { date, lessons, waiting, last } = day
  const standing = dayStanding(lessons, now)
  const hasSomething = standing.ready + standing.exported > 0
  const isRunning = run?.now === 'running'
  return (
    <section className={classes.day} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {title}
      </h2>
      {lessons.length > 0 && (
        <ul className={classes.lessons}>
          {lessons.map((lesson) => (
            <DayLessonRow key={lesson.id} lesson={lesson} now={now} onOpen={acts.lessonOpened} />
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <div className={classes.words}>
          <p>{standingWords(standing)}</p>
          {last && (
            <p className={classes.quiet}>
              Last exported on {fullDate(last.at)} at {clockTime(last.at)}, version {last.version}
            </p>
          )}
          {hasSomething && !folder && (
            <p className={classes.warn}>Choose the office&rsquo;s folder in Settings first.</p>
          )}
        </div>
        {hasSomething && !folder ? (
          <Button component="a" href="#/settings">
            Choose the folder
          </Button>
        ) : (
          <Button
            variant={standing.ready > 0 ? 'filled' : 'default'}
            disabled={!hasSomething}
            loading={isRunning}
            onClick={() => void acts.dayExported(date)}
          >
            Export the day
          </Button>
        )}
      </div>
      {isRunning && <DayProgress progress={run.progress} onStop={() => acts.exportStopped(date)} />}
      {waiting && !isRunning && run?.now !== 'failed' && (
        <Message
          tone="quiet"
          title="Waits for the office folder, and goes by itself once it is back"
          action={<StopWaiting onStop={() => acts.exportStopped(date)} />}
        >
          {waitingWords[waiting.reason]} Nothing is lost.
        </Message>
      )}
      {run && run.now !== 'running' && (
        <DayOutcome
          run={run}
          isWaiting={waiting !== null}
          onReveal={() => acts.exportRevealed(date)}
          onAgain={() => void acts.dayExported(date, true)}
          onStop={() => acts.exportStopped(date)}
        />
      )}
      {hasSomething && <OtherWays date={date} />}
    </section>
  )
}

type StopProps = { onStop: () => void }

/** The day stays as it is; it only no longer goes by itself. */
function StopWaiting({ onStop }: StopProps) {
  return (
    <Button variant="subtle" size="xs" h={32} onClick={onStop}>
      Do not wait
    </Button>
  )
}
