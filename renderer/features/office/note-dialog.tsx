import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'

type Props = {
  /** What it is written beside. */
  about: string
  onClose: () => void
  /** Resolves to whether it is written. */
  onNote: (text: string) => Promise<boolean>
}

/** One note beside a lesson. It stays as it is written. */
export function NoteDialog({ about, onClose, onNote }: Props) {
  const [text, setText] = useState('')
  const save = async () => {
    if (await onNote(text.trim())) onClose()
  }
  return (
    <Dialog
      title={`Note to ${about}`}
      kind="dialog"
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={text.trim() === ''} onClick={() => void save()}>
            Add the note
          </Button>
        </>
      }
    >
      <Textarea
        label="Your note"
        description="Kept beside the lesson, with your name and the time. The teacher’s record stays as it is."
        value={text}
        maxLength={500}
        rows={3}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </Dialog>
  )
}
