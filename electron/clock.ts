import { uptime } from 'node:os'
import {
  type ClockJudgement,
  type ClockReading,
  judgeClock,
  startSteadyClock,
} from '../shared/domain/steady-clock.ts'

/** Main's clock, the one of all windows. */
export type Clock = {
  /** UTC ms; while a lesson is open it does not jump with the computer's own clock. */
  now(): number
  /** The computer goes to sleep, or wakes: what its clock is ahead by then is time that passed. */
  slept(isAsleep: boolean): void
}

/** Where nobody asks the time, a changed clock is noticed within this, ms. */
const LOOK_EVERY_MS = 5000

const readComputer = (): ClockReading => ({
  wall: Date.now(),
  monotonic: performance.now(),
  uptime: uptime() * 1000,
})

type Options = {
  /** Whether a lesson is open at a time (UTC ms), which keeps the time it had. */
  isHeld: (at: number) => boolean
  /** Windows are told when time moved other than by passing, or (ms) by how much the computer's clock was changed. */
  moved: (change: { now: number; changedBy: number }) => void
  read?: () => ClockReading
}

export function createClock({ isHeld, moved, read = readComputer }: Options): Clock {
  let clock = startSteadyClock(read())
  let isAsleep = false
  const look = (): number => {
    const reading = read()
    const expected = reading.monotonic + clock.offset
    // Nothing out of the ordinary: no need to ask the records whether a lesson is open.
    const isQuiet = clock.wallAhead === 0 && Math.abs(reading.wall - expected) < 1000
    const judged = judgeClock(clock, reading, {
      isAfterSleep: isAsleep,
      isHeld: isQuiet || isHeld(expected),
    })
    ;({ clock } = judged)
    tell(judged)
    return Math.round(judged.now)
  }
  const tell = ({ now, changedBy, isMoved }: ClockJudgement) => {
    if (changedBy === 0 && !isMoved) return
    moved({ now: Math.round(now), changedBy: Math.round(changedBy) })
  }
  setInterval(look, LOOK_EVERY_MS).unref()
  return {
    now: look,
    slept: (now) => {
      look()
      isAsleep = now
    },
  }
}
