import { IconAlertTriangle, IconUser } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { type GuardAlert, isLoud } from '../../../shared/domain/lesson.ts'
import classes from './guard-banner.module.css'
import { PanelButton } from './panel-button.tsx'

type Props = {
  alert: GuardAlert | null
  /** Whether the question to end the lesson is open: the answer is there, and not here as well. */
  isEnding?: boolean
  onEnd: () => void
  onSecondAdult: () => void
}

/**
 * Clause staff.second-adult. An adult alone with one pupil, or without the second adult who was in, cannot miss it: it
 * stands over everything, dialogs too. A lesson that never had a second adult is told quietly.
 */
export function GuardBanner({ alert, ...loud }: Props) {
  if (alert === null) return null
  if (isLoud(alert)) return <LoudBanner key={alert} alert={alert} {...loud} />
  return (
    <output className={classes.quiet}>
      <IconUser size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
      No second adult: end for everyone together.
    </output>
  )
}

const loudWords: Record<Exclude<GuardAlert, 'no-second-adult'>, { words: string; second: string }> = {
  'alone-with-one-pupil': {
    words: 'One adult, one pupil. End for everyone now, or get a second adult in.',
    second: 'Second adult is in',
  },
  'second-adult-gone': {
    words: 'The second adult has gone. Get them back, or end for everyone together.',
    second: 'Second adult is back',
  },
}

function LoudBanner({ alert, isEnding = false, onEnd, onSecondAdult }: Props & { alert: GuardAlert }) {
  const { dialog, hasMoved } = useOpenDialog()
  if (alert === 'no-second-adult') return null
  const { words, second } = loudWords[alert]
  const banner = (
    // Announced once: not again when it moves over a dialog that opened, nor back.
    <div
      role={hasMoved ? 'group' : 'alert'}
      aria-label="Safeguarding"
      className={classes.loud}
      data-over={dialog !== null}
    >
      <p className={classes.words}>
        <IconAlertTriangle size={22} stroke={2} aria-hidden="true" className={classes.icon} />
        {words}
      </p>
      {!isEnding && (
        <div className={classes.actions}>
          <PanelButton onClick={onEnd}>End for everyone</PanelButton>
          <PanelButton onClick={onSecondAdult}>{second}</PanelButton>
        </div>
      )}
    </div>
  )
  return dialog ? createPortal(banner, dialog) : banner
}

/**
 * The dialog that is open, if any, and whether one has been. What stands outside of it cannot be tapped, so the banner
 * goes into it.
 */
function useOpenDialog(): { dialog: HTMLDialogElement | null; hasMoved: boolean } {
  const [state, setState] = useState({ dialog: findOpenDialog(), hasMoved: false })
  useEffect(() => {
    const look = () => {
      const dialog = findOpenDialog()
      setState((before) => ({ dialog, hasMoved: before.hasMoved || dialog !== before.dialog }))
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['open'] })
    return () => observer.disconnect()
  }, [])
  return state
}

const findOpenDialog = (): HTMLDialogElement | null =>
  [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1) ?? null
