import { type FormEvent, useState } from 'react'
import classes from './asking.module.css'
import { PanelButton } from './panel-button.tsx'

type Props = {
  /** Who is without, in words. */
  whom: string
  onSaid: (text: string) => void
  onClose: () => void
}

/** The mark is made; what is missing may be said or left. It takes no focus, so the panel's keys go on. */
export function EquipmentStrip({ whom, onSaid, onClose }: Props) {
  const [text, setText] = useState('')
  const submitted = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onSaid(text.trim())
  }
  return (
    <form
      aria-label={`What is missing: ${whom}`}
      className={classes.strip}
      data-own-keys
      onSubmit={submitted}
    >
      <p className={classes.title}>Equipment missing: {whom}. You may say what.</p>
      <input
        aria-label="What is missing"
        className={classes.words}
        maxLength={80}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <PanelButton type="submit" disabled={text.trim() === ''}>
        Say it
      </PanelButton>
      <PanelButton tone="bare" onClick={onClose}>
        Leave it
      </PanelButton>
    </form>
  )
}
