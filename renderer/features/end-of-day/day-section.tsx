import { Button } from '@mantine/core'
import { useId } from 'react'
import { dayStanding, type SchoolDay, standingWords } from '../../../shared/domain/end-of-day.ts'
import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import { waitingTitles, waitingWords } from '../../../shared/domain/waiting-export.ts'
import { IntoView } from '../../components/into-view.tsx'
import { MakingProgress } from '../../components/making-progress.tsx'
import { Message } from '../../components/message.tsx'
import { ChooseFolder } from './choose-folder.tsx'
import { DayLessonRow } from './day-lesson-row.tsx'
import { DayOutcome } from './day-outcome.tsx'
import classes from './day-section.module.css'
import type { DayRun, EndOfDayState } from './end-of-day-store.ts'
import { stepWords } from './end-of-day-words.ts'
import { JoinedLessonRow } from './joined-lesson-row.tsx'
import { OtherWays } from './other-ways.tsx'

type Props = {
  day: SchoolDay
  title: string
  run: DayRun | null
  /** Null until the office's folder is chosen. */
  folder: string | null
  /** The office's key is known here: joined lessons go to the Office view. */
  knowsOffice: boolean
  /** UTC ms. */
  now: number
  acts: Pick<EndOfDayState, 'dayExported' | 'exportStopped' | 'exportRevealed' | 'lessonOpened'>
}

/** One day: its lessons with what is unfinished, one button, and how its export goes. */
export function DaySection({ day, title, run, folder, knowsOffice, now, acts }: Props) {
  const heading = useId()
  const { date, lessons, joined, waiting, last, mailed } = day
  const standing = dayStanding(lessons)
  const hasOwn = standing.ready + standing.mailed + standing.exported > 0
  const hasSomething = hasOwn || (joined.length > 0 && knowsOffice)
  const isDue = standing.ready > 0 || (hasSomething && !hasOwn)
  const isRunning = run?.now === 'running'
  return (
    <section className={classes.day} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {title}
      </h2>
      {waiting && !isRunning && run?.now !== 'failed' && (
        <Message
          tone="quiet"
          title={waitingTitles[waiting.reason]}
          action={<StopWaiting onStop={() => acts.exportStopped(date)} />}
        >
          {waitingWords[waiting.reason]} Nothing is lost. Stopped, the day stays here until you export it.
        </Message>
      )}
      {lessons.length + joined.length > 0 && (
        <ul className={classes.lessons}>
          {lessons.map((lesson) => (
            <DayLessonRow key={lesson.id} lesson={lesson} now={now} onOpen={acts.lessonOpened} />
          ))}
          {joined.map((lesson) => (
            <JoinedLessonRow key={lesson.id} lesson={lesson} />
          ))}
        </ul>
      )}
      <div className={classes.close}>
        <div className={classes.foot}>
          <div className={classes.words}>
            {lessons.length > 0 && <p>{standingWords(standing)}</p>}
            {joined.length > 0 && <p>{joinedWords(knowsOffice)}</p>}
            {last && (
              <p className={classes.quiet}>
                Last exported on {fullDate(last.at)} at {clockTime(last.at)}, version {last.version}
              </p>
            )}
            {mailed && (
              <p className={classes.quiet}>
                Files for e-mail made on {fullDate(mailed.at)} at {clockTime(mailed.at)}, version{' '}
                {mailed.version}
                {standing.ready > 0 && ': what was signed since is not in them'}
              </p>
            )}
            {isDue && !folder && (
              <p className={classes.warn}>
                Choose the office&rsquo;s folder first{hasOwn && ', or send the day by e-mail below'}.
              </p>
            )}
          </div>
          {hasSomething && !folder ? (
            <ChooseFolder isDue={isDue} />
          ) : (
            <Button
              variant={isDue ? 'filled' : 'default'}
              disabled={!hasSomething}
              loading={isRunning}
              onClick={() => void acts.dayExported(date)}
            >
              Export the day
            </Button>
          )}
        </div>
        {isRunning && (
          <MakingProgress
            step={run.progress}
            words={stepWords(run.progress)}
            label="Export"
            onStop={() => acts.exportStopped(date)}
          />
        )}
      </div>
      {run && run.now !== 'running' && (
        <IntoView>
          <DayOutcome
            run={run}
            isWaiting={waiting !== null}
            onReveal={() => acts.exportRevealed(date)}
            onAgain={() => void acts.dayExported(date, true)}
            onStop={() => acts.exportStopped(date)}
          />
        </IntoView>
      )}
      {hasOwn && <OtherWays date={date} />}
    </section>
  )
}

const joinedWords = (knowsOffice: boolean): string =>
  knowsOffice
    ? 'What was recorded here in joined lessons goes to the office with the day.'
    : 'The teacher’s computer sends joined lessons. They go from here too once the office’s key is taken in, in Settings.'

type StopProps = { onStop: () => void }

/** The day stays as it is; it only no longer goes by itself. */
function StopWaiting({ onStop }: StopProps) {
  return (
    <Button variant="subtle" size="xs" h={32} onClick={onStop}>
      Stop sending by itself
    </Button>
  )
}
