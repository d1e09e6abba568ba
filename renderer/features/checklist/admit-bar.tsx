import { Button } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './admit-bar.module.css'
import { exceptionsInWords } from './checklist-words.ts'
import type { NextAct } from './next-act.ts'

type Props = {
  next: NextAct
  /** Checks passed over. */
  exceptions: number
  /** The lesson may begin although somebody waits. */
  mayStart: boolean
  onGoOn: () => void
  onStart: () => void
  /** There is nothing to type any more. */
  hasFocus: boolean
  /** Null where going back would close the way forward. */
  onBack: (() => void) | null
}

/** The next step, or in words why it has to wait. */
export function AdmitBar({ next, exceptions, mayStart, hasFocus, onGoOn, onStart, onBack }: Props) {
  const reason = useId()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (hasFocus) button.current?.focus()
  }, [hasFocus])
  const waits = { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': reason }
  return (
    <div className={classes.bar}>
      <output id={reason} className={classes.reason}>
        {next.verdict.ok ? null : next.verdict.reason}
      </output>
      <div className={classes.buttons}>
        <Button
          ref={button}
          {...(next.verdict.ok ? {} : waits)}
          aria-keyshortcuts="Enter"
          onClick={onGoOn}
          rightSection={<KeyCap>Enter</KeyCap>}
          className={classes.next}
        >
          {next.label}
        </Button>
        {mayStart && (
          <Button variant="default" onClick={onStart} className={classes.start}>
            Start the lesson
          </Button>
        )}
      </div>
      <div className={classes.quiet}>
        {onBack && (
          <button type="button" className={classes.back} onClick={onBack}>
            Back to the checks <KeyCap>Esc</KeyCap>
          </button>
        )}
        {exceptions > 0 && <span className={classes.exceptions}>{exceptionsInWords(exceptions)}</span>}
      </div>
    </div>
  )
}
