import type { Timer } from '../../../shared/domain/tally.ts'
import type { TimerStanding } from '../../../shared/domain/timer.ts'
import { stopwatch } from '../../../shared/domain/times.ts'
import { count } from './live-words.ts'

type Words = { phase: string; time: string }

/** `Starter`, `04:12 left`; at the end `Starter is over`, `+00:34`. */
export function describeTimer({ phase }: Timer, { isOver, overMs, remainingMs }: TimerStanding): Words {
  if (isOver) return { phase: sayOver(phase), time: `+${stopwatch(overMs)}` }
  // A second that has begun still counts: 5 minutes begin with 05:00.
  return { phase: phase ?? 'Timer', time: `${stopwatch(Math.ceil(remainingMs / 1000) * 1000)} left` }
}

export const describeAway = ({ phase }: Timer, why: 'asleep' | 'locked'): Words => ({
  phase: phase ?? 'Timer',
  time: why === 'locked' ? 'paused while the screen is locked' : 'paused while asleep',
})

/** What a screen reader hears once at the start and once at the end. */
export const sayTimer = ({ phase, minutes }: Timer, { isOver }: TimerStanding): string =>
  isOver ? `${sayOver(phase)}.` : `${phase ?? 'Timer'}: ${count(minutes, 'minute')}.`

const sayOver = (phase: string | null): string => (phase === null ? 'Time is up' : `${phase} is over`)
