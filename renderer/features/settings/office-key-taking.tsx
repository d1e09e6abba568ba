import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { OfficeKeyView } from '../../../shared/ipc/commands/office-key.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { readForm } from '../../lib/read-form.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { Fingerprint, Problem } from './key-words.tsx'
import classes from './settings-page.module.css'

type Found = { recipient: string; fingerprint: string; isInForce: boolean }

/** A teacher's computer takes the office's key in: from the office's folder or from its text, after a look at the fingerprint. */
export function OfficeKeyTaking({ onTaken }: { onTaken: (view: OfficeKeyView) => void }) {
  const api = useApi()
  const [found, setFound] = useState<Found | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isPasting, setIsPasting] = useState(false)
  const look = async (wish: Input<'office.read-key'>) => {
    const reply = await api.invoke('office.read-key', wish)
    const answer = reply.ok ? reply.value : null
    setFound(answer?.outcome === 'found' ? answer : null)
    setProblem(reply.ok ? (answer?.outcome === 'refused' ? answer.message : null) : reply.error.message)
  }
  const take = async ({ recipient }: Found) => {
    const reply = await api.invoke('office.take-key', { recipient })
    if (reply.ok) onTaken(reply.value)
    else setProblem(reply.error.message)
  }
  const paste = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    await look({ from: 'text', text: readForm(event.currentTarget)('key') })
  }
  return (
    <>
      <div className={classes.ways}>
        <Button variant={found ? 'default' : 'filled'} onClick={() => void look({ from: 'folder' })}>
          Look in the office’s folder
        </Button>
        {!isPasting && (
          <Button variant="default" onClick={() => setIsPasting(true)}>
            Paste its text
          </Button>
        )}
      </div>
      {isPasting && (
        <form className={classes.form} onSubmit={(event) => void paste(event)}>
          <Textarea
            name="key"
            label="The key’s text, as the office sent it"
            rows={4}
            maxLength={4000}
            required
          />
          <Button type="submit" variant="default" className={classes.act ?? ''}>
            Read the text
          </Button>
        </form>
      )}
      {found && (
        <div className={classes.found} aria-live="polite">
          <dl className={classes.fingerprints}>
            <Fingerprint of="Fingerprint of the key found" text={found.fingerprint} />
          </dl>
          {found.isInForce ? (
            <p>This is the key days are sealed for already.</p>
          ) : (
            <>
              <p>Compare it with the one on the office’s computer, by telephone or on paper.</p>
              <Button className={classes.act ?? ''} onClick={() => void take(found)}>
                It is the same: seal days for it
              </Button>
            </>
          )}
        </div>
      )}
      {problem && <Problem text={problem} />}
    </>
  )
}
