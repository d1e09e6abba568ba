import { IconAlertTriangle, IconUser, IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type GuardAlert, isLoud } from '../../../shared/domain/lesson.ts'
import type { Timer } from '../../../shared/domain/tally.ts'
import { standTimer } from '../../../shared/domain/timer.ts'
import { stopwatch } from '../../../shared/domain/times.ts'
import { useNow } from '../../lib/clock.ts'
import classes from './strip-lesson.module.css'
import { describeTimer } from './timer-words.ts'

export function StripClock({ liveAt }: { liveAt: number }) {
  const now = useNow(1000)
  return <p className={classes.clock}>{stopwatch(now - liveAt)}</p>
}

/** What is left of the phase that runs, or how long it is over. */
export function StripTimer({ timer }: { timer: Timer }) {
  const standing = standTimer(timer, useNow(500))
  const { phase, time } = describeTimer(timer, standing)
  return (
    <p className={classes.timer} data-over={standing.isOver} title={phase}>
      {time}
    </p>
  )
}

type AdultsProps = { isAlone: boolean; onOpen: () => void }

export function StripAdults({ isAlone, onOpen }: AdultsProps) {
  const Icon = isAlone ? IconUser : IconUsers
  return (
    <button type="button" className={classes.adults} data-alone={isAlone} onClick={onOpen}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      {isAlone ? '1 adult' : '2 adults'}
    </button>
  )
}

type GuardProps = { alert: GuardAlert | null; onEnd: () => void; onSecondAdult: () => void }

/** Clause staff.second-adult, as loud in 64 px as in the full panel. */
export function StripGuard({ alert, onEnd, onSecondAdult }: GuardProps) {
  if (!isLoud(alert)) return null
  const isGone = alert === 'second-adult-gone'
  return (
    <div role="alert" className={classes.guard}>
      <IconAlertTriangle size={22} stroke={1.75} aria-hidden="true" />
      <p>{isGone ? 'Second adult gone' : 'One adult, one pupil'}</p>
      <button type="button" aria-label="End for everyone" onClick={onEnd}>
        End
      </button>
      <button type="button" aria-label={`Second adult is ${isGone ? 'back' : 'in'}`} onClick={onSecondAdult}>
        2nd {isGone ? 'back' : 'in'}
      </button>
    </div>
  )
}

type ButtonProps = {
  label: string
  keys?: string
  isOff?: boolean
  onClick: () => void
  children: ReactNode
}

export function StripButton({ label, keys, isOff = false, onClick, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-keyshortcuts={keys}
      disabled={isOff}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
