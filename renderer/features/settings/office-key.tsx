import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { OfficeKeyView } from '../../../shared/ipc/commands/office-key.ts'
import { useApp } from '../../lib/use-app.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { Fingerprint, Problem } from './key-words.tsx'
import { OfficeKeyOwn } from './office-key-own.tsx'
import { OfficeKeyRecovery } from './office-key-recovery.tsx'
import { OfficeKeyTaking } from './office-key-taking.tsx'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'

/** The office's key: taken in on a teacher's computer, made and kept on the office's (docs/adr/0011). */
export function OfficeKey() {
  const api = useApi()
  const isOffice = useApp((state) => state.computer?.preferences.isOffice ?? false)
  const [view, setView] = useState<OfficeKeyView | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isTaking, setIsTaking] = useState(false)
  const [isRecovering, setIsRecovering] = useState(false)
  useEffect(() => {
    let isHere = true
    void api.invoke('office.key', {}).then((reply) => {
      if (!isHere) return
      if (reply.ok) setView(reply.value)
      else setProblem(reply.error.message)
    })
    return () => {
      isHere = false
    }
  }, [api])
  const make = async () => {
    const reply = await api.invoke('office.make-key', {})
    if (reply.ok) setView(reply.value)
    setProblem(reply.ok ? null : reply.error.message)
  }
  const turnTo = (next: OfficeKeyView) => {
    setView(next)
    setProblem(null)
    setIsTaking(false)
    setIsRecovering(false)
  }
  const ofOffice = (
    <>
      {view && !view.isHere && (
        <Button variant={isOffice && !view.inForce ? 'filled' : 'default'} onClick={() => void make()}>
          Make the office’s key
        </Button>
      )}
      <Button variant="default" onClick={() => setIsRecovering(true)}>
        Type in a printed key
      </Button>
    </>
  )
  return (
    <SettingsSection
      title="The office’s key"
      hint="With it each exported day is also sealed for the Office view, so that only the office’s computer opens it."
      isSaved={false}
    >
      {view && <KeyInForce view={view} />}
      {view?.isHere && <OfficeKeyOwn />}
      {view && !view.isHere && (isTaking || (!view.inForce && !isOffice)) && (
        <OfficeKeyTaking onTaken={turnTo} />
      )}
      {isRecovering && <OfficeKeyRecovery onRecovered={turnTo} onLeft={() => setIsRecovering(false)} />}
      {view && !isRecovering && (
        <div className={classes.ways}>
          {!view.isHere && view.inForce && !isTaking && (
            <Button variant="default" onClick={() => setIsTaking(true)}>
              Take in another key
            </Button>
          )}
          {isOffice && ofOffice}
        </div>
      )}
      {view && !isRecovering && !isOffice && (
        <details>
          <summary className={classes.summary}>This is the office’s computer</summary>
          <p className={classes.quiet}>
            Only where all teachers’ days come in. This computer then has the Office view and opens them with
            the key; on a teacher’s computer, take the office’s key in instead.
          </p>
          <div className={classes.ways}>{ofOffice}</div>
        </details>
      )}
      {problem && <Problem text={problem} />}
    </SettingsSection>
  )
}

function KeyInForce({ view: { inForce, isHere, device } }: { view: OfficeKeyView }) {
  return (
    <>
      {inForce ? (
        <p className={classes.saved}>
          <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
          {isHere ? 'The key is kept on this computer' : 'Days are sealed for this key'}
        </p>
      ) : (
        <p className={classes.quiet}>No key yet: days go to the office’s folder as files alone.</p>
      )}
      <dl className={classes.fingerprints}>
        {inForce && <Fingerprint of="The office’s key" text={inForce.fingerprint} />}
        <Fingerprint of={`This computer, ${device.name}`} text={device.fingerprint} />
      </dl>
    </>
  )
}
