import { IconClockHour4, IconPlayerStopFilled } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { NewEntry } from '../../../shared/domain/events.ts'
import type { Timer } from '../../../shared/domain/tally.ts'
import {
  addMinute,
  nextPhase,
  type Phase,
  standTimer,
  startTimer,
  stopTimer,
  type TimerStanding,
} from '../../../shared/domain/timer.ts'
import { now as clockNow, useNow } from '../../lib/clock.ts'
import { playTone } from '../../lib/tone.ts'
import { useApp } from '../../lib/use-app.ts'
import classes from './lesson-timer.module.css'
import { describeAway, describeTimer, sayTimer } from './timer-words.ts'

type Props = {
  /** Null while none runs: then there is no line. */
  timer: Timer | null
  phases: readonly Phase[]
  /** Starts, lengthens or stops it: one entry of the lesson's log. */
  onAct: (entry: NewEntry) => void
  /** Opens the choice of phases. */
  onOpen: () => void
}

/** A tone for an end that was a moment ago, ms: not for one that passed while nobody was there. */
const TONE_WITHIN_MS = 3000

/** The phase that runs, in one line: what is left, then how long it is over. It has no pupil's name in it. */
export function LessonTimer(props: Props) {
  const { timer } = props
  return (
    <>
      <output className="visually-hidden">{timer && <TimerSaid timer={timer} />}</output>
      {timer && <TimerLine {...props} timer={timer} />}
    </>
  )
}

const useStanding = (timer: Timer): TimerStanding => standTimer(timer, useNow(500))

/** Read out when it starts and when it ends, and not between. */
function TimerSaid({ timer }: { timer: Timer }) {
  return <>{sayTimer(timer, useStanding(timer))}</>
}

function TimerLine({ timer, phases, onAct, onOpen }: Props & { timer: Timer }) {
  const standing = useStanding(timer)
  const away = useApp((state) => state.away)
  useTone(timer, standing)
  const next = standing.isOver ? nextPhase(phases, timer) : null
  const words = away === null ? describeTimer(timer, standing) : describeAway(timer, away.why)
  return (
    <section
      aria-label="Timer"
      className={classes.line}
      data-over={standing.isOver}
      data-away={away !== null}
    >
      <button type="button" className={classes.words} aria-keyshortcuts="T" onClick={onOpen}>
        <IconClockHour4 size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
        <span className={classes.phase}>{words.phase}</span>
        <span className={classes.time}>{words.time}</span>
      </button>
      {next && (
        <button
          type="button"
          className={classes.next}
          aria-label={`Next: ${next.name}, ${String(next.minutes)} min`}
          onClick={() => onAct(startTimer(next.minutes, next.name))}
        >
          Next: {next.name}
        </button>
      )}
      <button
        type="button"
        className={classes.small}
        aria-label="One minute more"
        title="One minute more"
        onClick={() => onAct(addMinute(timer, clockNow()))}
      >
        +1 min
      </button>
      <button
        type="button"
        className={classes.small}
        aria-label="Stop the timer"
        title="Stop the timer"
        onClick={() => onAct(stopTimer)}
      >
        <IconPlayerStopFilled size={16} aria-hidden="true" />
      </button>
      <span className={classes.bar} style={{ width: `${String(standing.share * 100)}%` }} />
    </section>
  )
}

/** A soft tone as the phase ends, where this computer is to make sounds. */
function useTone({ startedAt, minutes }: Timer, { isOver, overMs }: TimerStanding): void {
  const isWanted = useApp((state) => state.computer?.preferences.sound === true)
  const timer = `${String(startedAt)}+${String(minutes)}`
  const running = useRef<string | null>(null)
  useEffect(() => {
    if (isOver && running.current === timer && isWanted && overMs < TONE_WITHIN_MS) playTone()
    running.current = isOver ? null : timer
  }, [timer, isOver, isWanted, overMs])
}
