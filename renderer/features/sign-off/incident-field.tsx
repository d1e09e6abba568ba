import '@mantine/core/styles/Input.css'
import { Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { NOT_DESCRIBED } from '../../../shared/domain/incidents.ts'
import classes from './incidents-section.module.css'

type Props = { label: string; text: string; onSaid: (text: string) => void }

/** What happened, in a few sentences. Kept when the field is left, and before Ctrl+Enter signs; Escape puts it back. */
export function IncidentField({ label, text, onSaid }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const said = () => {
    const words = draft?.trim() ?? ''
    setDraft(null)
    if (words !== '' && words !== text) onSaid(words)
  }
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) said()
    if (event.key === 'Escape') setDraft(null)
  }
  return (
    <Textarea
      aria-label={label}
      className={classes.field ?? ''}
      placeholder={`${NOT_DESCRIBED}: what happened, and what was done`}
      rows={2}
      maxLength={500}
      value={draft ?? text}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={said}
      onKeyDown={keyPressed}
    />
  )
}
