import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useId } from 'react'
import type { Verdict } from '../../../shared/domain/lesson.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './sign-off-bar.module.css'

type Props = {
  signer: string
  verdict: Verdict
  /** What may be missing, and is in nobody's way. */
  hints: readonly string[]
  isSigning: boolean
  onSign: () => void
  /** The lesson was ended by mistake. */
  onNotOver: () => void
}

/** The signature and what stands before it, always in sight under the table. */
export function SignOffBar({ signer, verdict, hints, isSigning, onSign, onNotOver }: Props) {
  const whyId = useId()
  const sign = () => {
    if (verdict.ok && !isSigning) onSign()
  }
  const keyPressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sign()
  })
  // From anywhere on the page: thirty rows of marks lie between the first control and the button.
  useEffect(() => {
    document.addEventListener('keydown', keyPressed)
    return () => document.removeEventListener('keydown', keyPressed)
  }, [])
  return (
    <section className={classes.bar} aria-label="Sign off">
      <div id={whyId} className={classes.words}>
        {!verdict.ok && !isSigning && <p className={classes.reason}>{verdict.reason}</p>}
        {hints.length > 0 && (
          <p
            className={classes.hint}
          >{`${hints.join(', ')}. ${verdict.ok ? 'You can sign without.' : 'These may stay empty.'}`}</p>
        )}
        {verdict.ok && hints.length === 0 && <p className={classes.hint}>Nothing is missing.</p>}
      </div>
      <Button
        variant="default"
        size="md"
        className={classes.button ?? ''}
        disabled={isSigning}
        onClick={onNotOver}
      >
        Not over yet
      </Button>
      <Button
        className={classes.button ?? ''}
        size="md"
        loading={isSigning}
        data-disabled={!verdict.ok}
        aria-disabled={!verdict.ok}
        aria-describedby={whyId}
        aria-keyshortcuts="Control+Enter"
        rightSection={<KeyCap>Ctrl Enter</KeyCap>}
        onClick={sign}
      >
        Sign off as {signer}
      </Button>
    </section>
  )
}
