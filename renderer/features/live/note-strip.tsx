import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { NoteKind } from '../../../shared/domain/events.ts'
import { noteWords } from '../../../shared/domain/words.ts'
import classes from './asking.module.css'
import { PanelButton } from './panel-button.tsx'

type LiveKind = Exclude<NoteKind, 'follow-up'>

type Props = {
  /** About whom, in words. */
  whom: string
  /** Resolves to whether it is in the log. */
  onWritten: (about: LiveKind, text: string) => Promise<boolean>
  onClose: () => void
}

const ways: readonly { about: LiveKind; shown: string; keys: string }[] = [
  { about: 'quick', shown: '↵', keys: 'Enter' },
  { about: 'misconception', shown: '⇧↵', keys: 'Shift+Enter' },
  { about: 'feedback', shown: 'Ctrl ↵', keys: 'Control+Enter' },
]

/**
 * A note while the lesson runs (staff.feedback): words, then one tap that says of what kind it is and keeps it. No key of
 * the panel means anything while it is written; the words stay until they are in the log.
 */
export function NoteStrip({ whom, onWritten, onClose }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [isWriting, setIsWriting] = useState(false)
  useEffect(() => field.current?.focus(), [])
  const written = async (about: LiveKind) => {
    if (text.trim() === '' || isWriting) return
    setIsWriting(true)
    await onWritten(about, text.trim())
    setIsWriting(false)
  }
  const keyPressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.target !== field.current) return
    event.preventDefault()
    void written(event.ctrlKey || event.metaKey ? 'feedback' : event.shiftKey ? 'misconception' : 'quick')
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc and Enter of the field inside it
    <section
      aria-label={`Note: ${whom}`}
      className={`${classes.strip ?? ''} ${classes.note ?? ''}`}
      data-own-keys
      onKeyDown={keyPressed}
    >
      <p className={classes.title}>Note: {whom}</p>
      <textarea
        ref={field}
        aria-label="Note"
        className={classes.words}
        rows={2}
        maxLength={500}
        placeholder="Nothing about safeguarding belongs here"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {ways.map(({ about, shown, keys }) => (
        <PanelButton
          key={about}
          disabled={text.trim() === '' || isWriting}
          aria-keyshortcuts={keys}
          onClick={() => void written(about)}
        >
          {noteWords[about]}
          <span className={classes.key} aria-hidden="true">
            {shown}
          </span>
        </PanelButton>
      ))}
      <PanelButton tone="bare" aria-keyshortcuts="Escape" onClick={onClose}>
        Cancel
      </PanelButton>
    </section>
  )
}
