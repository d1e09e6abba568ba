import { describe, expect, it } from 'vitest'
import { tally } from '../../shared/domain/tally.ts'
import { addMinute, nextPhase, standTimer, startTimer, stopTimer } from '../../shared/domain/timer.ts'
import { idOf, startLog } from '../support/log-fixture.ts'

const phases = [
  { name: 'Starter', minutes: 5 },
  { name: 'Input', minutes: 10 },
]
const timerOf = (log: ReturnType<typeof startLog>) => {
  const { timer } = tally(log.events)
  if (!timer) throw new Error('no timer')
  return timer
}

describe('the timer', () => {
  it('is what was started last, and nothing once it is stopped', () => {
    const log = startLog(idOf(900), 60_000)
    log.act([startTimer(5, 'Starter')])
    log.act([startTimer(10, 'Input')])
    expect(timerOf(log)).toEqual({ phase: 'Input', startedAt: 61_000, minutes: 10 })
    log.act([stopTimer])
    expect(tally(log.events).timer).toBeNull()
  })

  it('shows what is left from when it began, then how long it is over', () => {
    const timer = { phase: null, startedAt: 1_000_000, minutes: 5 }
    expect(standTimer(timer, 1_000_000)).toEqual({ remainingMs: 300_000, overMs: 0, isOver: false, share: 0 })
    expect(standTimer(timer, 1_075_000)).toMatchObject({ remainingMs: 225_000, share: 0.25 })
    expect(standTimer(timer, 1_300_000)).toMatchObject({ remainingMs: 0, overMs: 0, isOver: true, share: 1 })
    expect(standTimer(timer, 1_330_000)).toMatchObject({ overMs: 30_000, isOver: true, share: 1 })
    expect(standTimer(timer, 900_000)).toMatchObject({ remainingMs: 300_000, share: 0 })
  })

  it('takes a minute more without beginning again, from both adults', () => {
    const log = startLog(idOf(900), 60_000)
    log.act([startTimer(5, 'Starter')])
    log.act([addMinute(timerOf(log), 70_000)])
    log.act([addMinute(timerOf(log), 70_000)])
    expect(timerOf(log)).toEqual({ phase: 'Starter', startedAt: 60_000, minutes: 7 })
  })

  it('runs one minute from now where it had run out', () => {
    const log = startLog(idOf(900), 60_000)
    log.act([startTimer(1, 'Starter')])
    const at = 60_000 + 3 * 60_000
    log.act([addMinute(timerOf(log), at)], { at })
    expect(timerOf(log)).toEqual({ phase: 'Starter', startedAt: at, minutes: 1 })
  })

  it('is not started by a minute that comes after it was stopped', () => {
    const log = startLog(idOf(900), 60_000)
    log.act([startTimer(5)])
    const more = addMinute(timerOf(log), 70_000)
    log.act([stopTimer])
    log.act([more])
    expect(tally(log.events).timer).toBeNull()
  })

  it('knows the phase that comes next', () => {
    const running = (phase: string | null) => ({ phase, startedAt: 0, minutes: 5 })
    expect(nextPhase(phases, running('Starter'))?.name).toBe('Input')
    expect(nextPhase(phases, running('Input'))).toBeNull()
    expect(nextPhase(phases, running('No longer one'))).toBeNull()
    expect(nextPhase(phases, running(null))).toBeNull()
  })
})
