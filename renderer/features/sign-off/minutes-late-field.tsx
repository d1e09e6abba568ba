import { type KeyboardEvent, useState } from 'react'
import classes from './mark-field.module.css'

type Props = { label: string; minutes: number; onSaid: (minutes: number) => void }

/** The longest that is taken, minutes. */
const MOST_MINUTES = 600

/** Minutes late, empty for none. Written when the field is left or Enter is pressed; Escape puts it back. */
export function MinutesLateField({ label, minutes, onSaid }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const said = () => {
    if (draft === null) return
    const wanted = Math.min(MOST_MINUTES, Number(draft))
    setDraft(null)
    if (wanted !== minutes) onSaid(wanted)
  }
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') said()
    if (event.key === 'Escape') setDraft(null)
  }
  return (
    <input
      type="text"
      inputMode="numeric"
      className={classes.minutes}
      aria-label={label}
      placeholder="–"
      value={draft ?? (minutes === 0 ? '' : String(minutes))}
      onChange={(event) => setDraft(event.target.value.replace(/\D/g, '').slice(0, 3))}
      onBlur={said}
      onKeyDown={keyPressed}
    />
  )
}
