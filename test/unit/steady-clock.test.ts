import { describe, expect, it } from 'vitest'
import {
  type ClockReading,
  describeClockChange,
  describeSpan,
  judgeClock,
  startSteadyClock,
} from '../../shared/domain/steady-clock.ts'

const HOUR = 3_600_000
const WALL = 1_700_000_000_000

/** A computer whose clock, sleep and running time can be moved. */
function computer({ sleepsInMonotonic = false } = {}) {
  const reading: ClockReading = { wall: WALL, monotonic: 500, uptime: 90_000 }
  let clock = startSteadyClock(reading)
  return {
    passes: (ms: number) => {
      reading.wall += ms
      reading.monotonic += ms
      reading.uptime += ms
    },
    sleeps: (ms: number) => {
      reading.wall += ms
      reading.uptime += ms
      if (sleepsInMonotonic) reading.monotonic += ms
    },
    changes: (ms: number) => (reading.wall += ms),
    read: (isHeld = true, isAfterSleep = false) => {
      const judged = judgeClock(clock, reading, { isHeld, isAfterSleep })
      ;({ clock } = judged)
      return judged
    },
  }
}

describe('the steady clock', () => {
  it.each([HOUR, -HOUR])('keeps lesson time when the clock is changed by %i ms, and says so once', (by) => {
    const one = computer()
    one.passes(60_000)
    expect(one.read().now).toBe(WALL + 60_000)
    one.changes(by)
    one.passes(1000)
    expect(one.read()).toMatchObject({ now: WALL + 61_000, changedBy: by, isMoved: false })
    one.passes(20 * 60_000)
    expect(one.read()).toMatchObject({ now: WALL + 61_000 + 20 * 60_000, changedBy: 0 })
  })

  it('keeps it through a second change, and one that puts the first right', () => {
    const one = computer()
    one.changes(HOUR)
    expect(one.read().changedBy).toBe(HOUR)
    one.changes(600_000)
    expect(one.read()).toMatchObject({ changedBy: 600_000, now: WALL })
    one.changes(-HOUR - 600_000)
    expect(one.read()).toMatchObject({ changedBy: -HOUR - 600_000, now: WALL })
  })

  it.each([false, true])(
    'counts sleep as time that passed (monotonic counts it too: %s)',
    (sleepsInMonotonic) => {
      const one = computer({ sleepsInMonotonic })
      one.sleeps(600_000)
      expect(one.read()).toMatchObject({ now: WALL + 600_000, changedBy: 0, isMoved: !sleepsInMonotonic })
      one.passes(5000)
      expect(one.read().now).toBe(WALL + 605_000)
    },
  )

  it('counts a sleep the system tells of where the running time does not show it', () => {
    const one = computer()
    one.changes(600_000)
    expect(one.read(true, true)).toMatchObject({ now: WALL + 600_000, changedBy: 0, isMoved: true })
  })

  it('tells sleep and a change apart when both happened', () => {
    const one = computer()
    one.sleeps(600_000)
    one.changes(HOUR)
    expect(one.read()).toMatchObject({ now: WALL + 600_000, changedBy: HOUR })
  })

  it('follows the small steps by which computers keep their clocks right', () => {
    const one = computer()
    for (let n = 0; n < 10; n += 1) {
      one.passes(60_000)
      one.changes(1000)
      expect(one.read().changedBy).toBe(0)
    }
    expect(one.read().now).toBe(WALL + 10 * 61_000)
  })

  it('goes by the computer’s clock while no lesson is open, and again once it is over', () => {
    const one = computer()
    one.changes(HOUR)
    expect(one.read(false)).toMatchObject({ now: WALL + HOUR, changedBy: 0, isMoved: true })
    one.changes(-HOUR)
    expect(one.read(true)).toMatchObject({ now: WALL + HOUR, changedBy: -HOUR })
    expect(one.read(false)).toMatchObject({ now: WALL, changedBy: 0, isMoved: true })
  })
})

describe('in words', () => {
  it.each([
    [HOUR, '1 hour'],
    [-2 * HOUR - 20 * 60_000, '2 hours 20 minutes'],
    [59 * 60_000 + 59_800, '1 hour'],
    [60_000, '1 minute'],
    [45_400, '45 seconds'],
  ])('%i ms is %s', (ms, words) => expect(describeSpan(ms)).toBe(words))

  it('says which way the clock was changed', () => {
    expect(describeClockChange(HOUR + 900)).toBe('The computer’s clock was put forward by 1 hour')
    expect(describeClockChange(-HOUR)).toBe('The computer’s clock was put back by 1 hour')
  })
})
