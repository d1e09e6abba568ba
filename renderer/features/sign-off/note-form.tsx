import '@mantine/core/styles/Input.css'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type SubmitEvent, useRef, useState } from 'react'
import { type NewEntry, noteKinds } from '../../../shared/domain/events.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { noteWords } from '../../../shared/domain/words.ts'
import { MarkChoice } from '../../components/mark-choice.tsx'
import classes from './notes-section.module.css'

type Props = {
  pupils: readonly Pupil[]
  /** Resolves to whether it is in the log. */
  onWritten: (note: Extract<NewEntry, { kind: 'note' }>) => Promise<boolean>
}

/** A quick note is one of the lesson itself. */
const kinds = noteKinds
  .filter((value) => value !== 'quick')
  .map((value) => ({ value, label: noteWords[value] }))

/** One note: of what kind, about whom, in words. The text stays until it is written. */
export function NoteForm({ pupils, onWritten }: Props) {
  const [about, setAbout] = useState<(typeof noteKinds)[number]>('misconception')
  const [pupilId, setPupilId] = useState('')
  const [text, setText] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const submitted = async (event: SubmitEvent) => {
    event.preventDefault()
    field.current?.focus()
    if (text.trim() === '') return setIsMissing(true)
    const words = { value: { about }, text: text.trim() }
    const isWritten = await onWritten({ kind: 'note', ...words, ...(pupilId !== '' && { pupilId }) })
    if (!isWritten) return
    setText('')
    setPupilId('')
  }
  return (
    <form noValidate className={classes.form} onSubmit={(event) => void submitted(event)}>
      <MarkChoice
        label="What kind of note"
        name="note-about"
        choices={kinds}
        value={about}
        suggestion={null}
        onChoose={setAbout}
      />
      <NativeSelect
        aria-label="About whom"
        className={classes.whom ?? ''}
        value={pupilId}
        onChange={(event) => setPupilId(event.currentTarget.value)}
        data={[{ value: '', label: 'The class' }, ...pupils.map(({ id, label }) => ({ value: id, label }))]}
      />
      <TextInput
        ref={field}
        aria-label="Note"
        placeholder="Seven added the denominators: bar model again"
        className={classes.text ?? ''}
        maxLength={500}
        autoComplete="off"
        error={isMissing && 'Write what to come back to first.'}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setIsMissing(false)
        }}
      />
      <Button type="submit" variant="default">
        Add the note
      </Button>
    </form>
  )
}
