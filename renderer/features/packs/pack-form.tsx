import { Button, Textarea, TextInput } from '@mantine/core'
import type { SubmitEvent } from 'react'
import type { Pack } from '../../../shared/domain/packs.ts'
import type { SchoolDate } from '../../../shared/domain/times.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './packs-page.module.css'

type Props = {
  pack: Pack | null
  /** Its Monday. */
  week: SchoolDate
  onSave: (contents: string, availableFrom: SchoolDate) => void
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null
}

/** What is in a pack, and from when it can be collected. */
export function PackForm({ pack, week, onSave, onCancel }: Props) {
  const submitted = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    onSave(text('contents'), text('availableFrom'))
  }
  return (
    <form className={classes.panel} onSubmit={submitted}>
      <Textarea
        name="contents"
        label="What is in it"
        description={pack?.approval ? 'What it holds is found appropriate again when it changes' : undefined}
        placeholder="Maths booklet, reading book chapters 3 and 4, squared paper"
        defaultValue={pack?.contents ?? ''}
        autoFocus
        required
        maxLength={500}
        rows={3}
      />
      <TextInput
        name="availableFrom"
        type="date"
        label="Can be collected from"
        defaultValue={pack?.availableFrom ?? week}
        required
        className={classes.date ?? ''}
      />
      <div className={classes.actions}>
        <Button type="submit">Save the pack</Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  )
}
