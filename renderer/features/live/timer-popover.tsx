import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { NewEntry } from '../../../shared/domain/events.ts'
import type { Timer } from '../../../shared/domain/tally.ts'
import {
  addMinute,
  LONGEST_COUNTDOWN,
  nextPhase,
  type Phase,
  startTimer,
  stopTimer,
} from '../../../shared/domain/timer.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { now } from '../../lib/clock.ts'
import { useApp } from '../../lib/use-app.ts'
import { PanelButton } from './panel-button.tsx'
import field from './panel-field.module.css'
import classes from './timer-popover.module.css'
import { useDismiss } from './use-dismiss.ts'

type Props = {
  timer: Timer | null
  phases: readonly Phase[]
  onAct: (entry: NewEntry) => void
  onClose: () => void
}

const COUNTDOWNS = [1, 2, 5, 10] as const

/** What to run: a phase of the lesson by one digit, or minutes. It closes as soon as something was chosen. */
export function TimerPopover({ timer, phases, onAct, onClose }: Props) {
  const wrap = useRef<HTMLElement>(null)
  useDismiss(wrap, true, onClose)
  useFocusWhileOpen(wrap)
  const act = (entry: NewEntry) => {
    onAct(entry)
    onClose()
  }
  const next = timer && nextPhase(phases, timer)
  useKeys(wrap, (key) => actOfKey(key, { timer, phases, act, onClose }))
  return (
    <section ref={wrap} aria-label="Start a timer" className={classes.popover} data-own-keys>
      {timer && (
        <div className={classes.row}>
          <PanelButton aria-keyshortcuts="+" onClick={() => act(addMinute(timer, now()))}>
            1 minute more <KeyCap>+</KeyCap>
          </PanelButton>
          <PanelButton aria-keyshortcuts="0" onClick={() => act(stopTimer)}>
            Stop <KeyCap>0</KeyCap>
          </PanelButton>
        </div>
      )}
      {phases.map((phase, index) => (
        <PanelButton
          key={phase.name}
          className={classes.phase}
          aria-keyshortcuts={String(index + 1)}
          aria-current={timer?.phase === phase.name ? 'true' : undefined}
          data-next={phase === next || undefined}
          onClick={() => act(startTimer(phase.minutes, phase.name))}
        >
          <KeyCap>{index + 1}</KeyCap>
          <span className={classes.name}>{phase.name}</span>
          <span className={classes.minutes}>
            {phase === next ? 'next · ' : ''}
            {phase.minutes} min
          </span>
        </PanelButton>
      ))}
      <div className={classes.row}>
        {COUNTDOWNS.map((minutes) => (
          <PanelButton key={minutes} onClick={() => act(startTimer(minutes))}>
            {minutes} min
          </PanelButton>
        ))}
      </div>
      <MinutesForm onStart={(minutes) => act(startTimer(minutes))} />
      <SoundSwitch />
    </section>
  )
}

type Acts = Pick<Props, 'timer' | 'phases' | 'onClose'> & { act: (entry: NewEntry) => void }

function actOfKey(key: string, { timer, phases, act, onClose }: Acts): (() => void) | null {
  if (key === 't') return onClose
  if (timer && (key === '+' || key === '=')) return () => act(addMinute(timer, now()))
  if (timer && key === '0') return () => act(stopTimer)
  const phase = /^[1-9]$/.test(key) ? phases[Number(key) - 1] : undefined
  return phase ? () => act(startTimer(phase.minutes, phase.name)) : null
}

/** Keys of the popover's own, but for the field that takes digits. */
function useKeys(wrap: RefObject<HTMLElement | null>, actOf: (key: string) => (() => void) | null): void {
  useEffect(() => {
    const element = wrap.current
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      const act = actOf(event.key.toLowerCase())
      if (!act) return
      event.preventDefault()
      act()
    }
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  })
}

/** The next phase has the focus, else the first thing there is; closed, whatever had it before has it again. */
function useFocusWhileOpen(wrap: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement
    const first =
      wrap.current?.querySelector<HTMLElement>('[data-next]') ?? wrap.current?.querySelector('button')
    first?.focus()
    return () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
  }, [wrap])
}

function MinutesForm({ onStart }: { onStart: (minutes: number) => void }) {
  const [typed, setTyped] = useState('')
  const minutes = Number(typed)
  const isGood = Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_COUNTDOWN
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isGood) onStart(minutes)
  }
  return (
    <form className={classes.row} onSubmit={submit}>
      <label className={classes.field}>
        Minutes, 1 to {LONGEST_COUNTDOWN}
        <input
          className={field.input}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value.replaceAll(/\D/g, ''))}
        />
      </label>
      <PanelButton type="submit" disabled={!isGood}>
        Start
      </PanelButton>
    </form>
  )
}

/** Off until it is switched on, on this computer only. */
function SoundSwitch() {
  const isOn = useApp((state) => state.computer?.preferences.sound === true)
  const save = useApp((state) => state.preferencesSaved)
  return (
    <label className={classes.sound}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={(event) => void save({ sound: event.currentTarget.checked })}
      />
      A soft sound when a phase ends, on this computer
    </label>
  )
}
