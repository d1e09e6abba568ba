import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { type FormText, readForm } from '../../lib/read-form.ts'
import classes from './joining-forms.module.css'
import { Kept } from './kept.tsx'

type Props = {
  title: string
  /** The words on the button. */
  save: string
  /** Keeps what the fields say; resolves to whether it is on disk. */
  onSave: (text: FormText) => Promise<boolean>
  children: ReactNode
}

/** One matter of how a pupil joins: fields, a button, and whether what they say is kept. */
export function JoiningForm({ title, save, onSave, children }: Props) {
  const heading = useId()
  const [isKept, setIsKept] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsKept(await onSave(readForm(event.currentTarget)))
  }
  return (
    <form
      aria-labelledby={heading}
      className={classes.section}
      onSubmit={(event) => void submit(event)}
      onChange={() => setIsKept(false)}
    >
      <h2 id={heading} className={classes.heading}>
        {title}
      </h2>
      {children}
      <div className={classes.actions}>
        <Button type="submit" variant="default">
          {save}
        </Button>
        {isKept && <Kept />}
      </div>
    </form>
  )
}
