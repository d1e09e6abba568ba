/**
 * A lesson keeps its own steady time: a computer's clock that is changed in the middle of it changes no duration, no late
 * minute and no order. Sleep is time that passed; a changed clock is not.
 */
export type ClockReading = {
  /** What the computer's clock says, UTC ms. */
  wall: number
  /** ms since some fixed moment; never jumps, and stands still while the computer sleeps on some systems. */
  monotonic: number
  /** ms since the computer was switched on, with its sleep; coarse on some systems. */
  uptime: number
}

export type SteadyClock = {
  /** Lesson time less `monotonic`, ms. */
  offset: number
  /** How far the computer's clock is ahead of lesson time, ms. */
  wallAhead: number
  /** `uptime` less `monotonic`, ms: grows by what the computer slept where `monotonic` stands still. */
  slept: number
}

export type ClockJudgement = {
  clock: SteadyClock
  /** Lesson time, UTC ms. */
  now: number
  /** ms by which the computer's clock was changed just now while lesson time was kept; 0 when it was not. */
  changedBy: number
  /** Lesson time moved other than by passing: windows must be told. */
  isMoved: boolean
}

/** Smaller steps are what computers do to keep their clocks right; they are followed. */
const TOLERANCE_MS = 3000

export const startSteadyClock = ({ wall, monotonic, uptime }: ClockReading): SteadyClock => ({
  offset: wall - monotonic,
  wallAhead: 0,
  slept: uptime - monotonic,
})

/**
 * Lesson time at a reading. While a lesson is open (`isHeld`) a jump of the computer's clock is kept out; otherwise the
 * computer's clock is what counts. `isAfterSleep`: the system has said that the computer slept since the last reading.
 */
export function judgeClock(
  clock: SteadyClock,
  reading: ClockReading,
  { isHeld, isAfterSleep }: { isHeld: boolean; isAfterSleep: boolean },
): ClockJudgement {
  const expected = reading.monotonic + clock.offset
  const jump = reading.wall - expected - clock.wallAhead
  const slept = sleptOf(clock, reading, jump, isAfterSleep)
  const changed = jump - slept
  const isChanged = Math.abs(changed) > TOLERANCE_MS
  const isReleased = !isHeld && (isChanged || clock.wallAhead !== 0)
  // Held, a change of the clock is left out of the time and remembered as the distance to it.
  const wallAhead = isReleased ? 0 : clock.wallAhead + (isChanged ? changed : 0)
  const now = reading.wall - wallAhead
  return {
    clock: { offset: now - reading.monotonic, wallAhead, slept: reading.uptime - reading.monotonic },
    now,
    changedBy: isChanged && isHeld ? changed : 0,
    isMoved: Math.abs(now - expected) > TOLERANCE_MS,
  }
}

/** How much of a jump ahead is sleep, ms. */
function sleptOf(clock: SteadyClock, reading: ClockReading, jump: number, isAfterSleep: boolean): number {
  if (jump <= TOLERANCE_MS) return 0
  if (isAfterSleep) return jump
  const grown = reading.uptime - reading.monotonic - clock.slept
  return grown > TOLERANCE_MS ? Math.min(jump, grown) : 0
}

const spans: readonly (readonly [number, string])[] = [
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
]

/** `1 hour`, `1 hour 20 minutes`, `45 seconds`: the size of a change, to the minute from an hour on. */
export function describeSpan(ms: number): string {
  let left = Math.round(Math.abs(ms) / 1000) * 1000
  if (left >= 60_000) left = Math.round(left / 60_000) * 60_000
  const parts = spans.flatMap(([size, word]) => {
    const number = Math.floor(left / size)
    left -= number * size
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`]
  })
  return parts.join(' ') || '0 seconds'
}

/** What a person is told when the clock was changed in the middle of a lesson. */
export const describeClockChange = (changedBy: number): string =>
  `The computer’s clock was put ${changedBy > 0 ? 'forward' : 'back'} by ${describeSpan(changedBy)}`
