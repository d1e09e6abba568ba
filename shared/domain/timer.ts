import type { NewEntry } from './events.ts'
import type { Timer } from './tally.ts'
import { minutes } from './times.ts'

/** A part of a lesson, from the school's scheme. */
export type Phase = { name: string; minutes: number }

/** What a timer shows at an instant; all of it is computed from when it began, nothing is counted. */
export type TimerStanding = {
  /** ms until it ends, 0 once it has. */
  remainingMs: number
  /** ms since it ended, 0 while it runs. */
  overMs: number
  isOver: boolean
  /** How much of it is gone, 0 to 1. */
  share: number
}

/** Longest plain countdown, minutes. */
export const LONGEST_COUNTDOWN = 60

export function standTimer({ startedAt, minutes: length }: Timer, at: number): TimerStanding {
  const whole = minutes(length)
  const gone = Math.max(0, at - startedAt)
  return {
    remainingMs: Math.max(0, whole - gone),
    overMs: Math.max(0, gone - whole),
    isOver: gone >= whole,
    share: Math.min(1, gone / whole),
  }
}

/** The phase after the one that runs; null after the last, and for a plain countdown. */
export function nextPhase(phases: readonly Phase[], { phase }: Timer): Phase | null {
  const place = phases.findIndex(({ name }) => name === phase)
  return place === -1 ? null : (phases[place + 1] ?? null)
}

/** One minute more: on top of what is left, or from now where it has run out. */
export const addMinute = (timer: Timer, at: number): NewEntry =>
  standTimer(timer, at).isOver
    ? startTimer(1, timer.phase)
    : { kind: 'timer', value: { minutes: 1, adds: true } }

export const startTimer = (length: number, phase: string | null = null): NewEntry => ({
  kind: 'timer',
  value: { minutes: length },
  ...(phase === null ? {} : { text: phase }),
})

export const stopTimer: NewEntry = { kind: 'timer', value: { minutes: 0 } }
