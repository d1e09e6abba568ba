import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { StaffRow } from '../../../shared/ipc/commands/staff.ts'
import { readForm } from '../../lib/read-form.ts'
import type { StaffState } from './staff-store.ts'
import { confidenceChoices } from './staff-words.ts'
import classes from './staff.module.css'

type Props = { row: StaffRow; today: string; onChange: StaffState['changed'] }

/** A training that has taken place (head.training). What is missing first is proposed. */
export function TrainingForm({ row, today, onChange }: Props) {
  if (row.standing.length === 0) return null
  const missing = row.standing.find(({ state }) => state !== 'in-date')
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const text = readForm(form)
    const isSaved = await onChange('training.add', {
      staffId: row.id,
      topic: text('topic'),
      date: text('date'),
      expires: text('expires') || null,
      confidence: Number(text('confidence')),
    })
    if (isSaved) form.reset()
  }
  return (
    <form
      className={classes.form}
      aria-label={`Add a training of ${row.name}`}
      onSubmit={(event) => void save(event)}
    >
      <NativeSelect
        // The field starts with what is missing now, also after one was added.
        key={missing?.topic}
        name="topic"
        label="Training"
        defaultValue={missing?.topic ?? ''}
        data={row.standing.map(({ topic, title }) => ({ value: topic, label: title }))}
      />
      <TextInput name="date" type="date" label="Taken on" required max={today} />
      <TextInput name="expires" type="date" label="Counts until" description="Empty: does not run out" />
      <NativeSelect
        name="confidence"
        label="How sure do they feel?"
        defaultValue="3"
        data={confidenceChoices}
      />
      <Button type="submit">Add the training</Button>
    </form>
  )
}
