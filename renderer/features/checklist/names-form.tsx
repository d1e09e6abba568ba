import { Button } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './names-form.module.css'

type Props = { isReading: boolean; onRead: (names: string) => void; onCancel: () => void }

/** Names waiting to be typed or pasted and looked over, one a line. */
export function NamesForm({ isReading, onRead, onCancel }: Props) {
  const [text, setText] = useState('')
  const read = () => {
    if (text.trim() !== '') onRead(text)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) read()
    else if (event.key !== 'Escape') return
    event.preventDefault()
  }
  return (
    <section aria-label="Names waiting" className={classes.form}>
      <label className={classes.field}>
        <span className={classes.title}>Names waiting, one a line</span>
        <textarea
          autoFocus
          rows={10}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={pressed}
          className={classes.text}
        />
      </label>
      <p className={classes.note}>
        Copy them from the meeting&rsquo;s waiting room or participants panel, or type them. Nothing is
        written until you admit.
      </p>
      <div className={classes.buttons}>
        <Button
          loading={isReading}
          onClick={read}
          aria-keyshortcuts="Control+Enter"
          rightSection={<KeyCap>Ctrl Enter</KeyCap>}
          className={classes.read}
        >
          Match to the class
        </Button>
        <Button
          variant="default"
          onClick={onCancel}
          rightSection={<KeyCap>Esc</KeyCap>}
          className={classes.cancel}
        >
          Cancel
        </Button>
      </div>
    </section>
  )
}
