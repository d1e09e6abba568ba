import '@mantine/core/styles/Input.css'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import type { Joining } from '../../../shared/domain/joining.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './joining-forms.module.css'
import { Kept } from './kept.tsx'

type Props = {
  difficulty: Joining['difficulty']
  onSave: (difficulty: Joining['difficulty']) => Promise<boolean>
}

/** What makes joining hard and what is done about it (parent.difficulty); empty once it is solved. */
export function DifficultyForm({ difficulty, onSave }: Props) {
  const heading = useId()
  const [isKept, setIsKept] = useState(false)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    const what = text('what')
    setIsKept(await onSave(what === '' ? null : { what, doing: text('doing') }))
  }
  return (
    <form
      aria-labelledby={heading}
      className={classes.section}
      onSubmit={(event) => void save(event)}
      onChange={() => setIsKept(false)}
    >
      <h2 id={heading} className={classes.heading}>
        Difficulty in joining
      </h2>
      <TextInput
        name="what"
        label="What makes joining hard"
        description="A device, the connection, help at home; leave it empty when nothing does, or no more"
        maxLength={300}
        defaultValue={difficulty?.what ?? ''}
      />
      <TextInput
        name="doing"
        label="What is being done"
        maxLength={300}
        defaultValue={difficulty?.doing ?? ''}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="default">
          Save difficulty
        </Button>
        {isKept && <Kept />}
      </div>
    </form>
  )
}
