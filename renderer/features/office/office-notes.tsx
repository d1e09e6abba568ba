import { Button, Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import type { OfficeNoteView } from '../../../shared/ipc/commands/office.ts'
import { NoteLines } from './note-lines.tsx'
import classes from './office-page.module.css'

type Props = {
  notes: readonly OfficeNoteView[]
  /** Resolves to whether it is written. */
  onNote: (text: string) => Promise<boolean>
}

/** What the office has to say of the day itself. */
export function OfficeNotes({ notes, onNote }: Props) {
  const heading = useId()
  const [text, setText] = useState('')
  const save = async () => {
    if (await onNote(text.trim())) setText('')
  }
  return (
    <section className={classes.card} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        Notes of the office
      </h2>
      <NoteLines notes={notes} />
      <Textarea
        label="A note on this day"
        description="It stays as it is written, and changes no teacher’s record."
        value={text}
        maxLength={500}
        rows={2}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button
        className={classes.act}
        variant="default"
        disabled={text.trim() === ''}
        onClick={() => void save()}
      >
        Add the note
      </Button>
    </section>
  )
}
