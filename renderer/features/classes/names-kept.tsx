import '@mantine/core/styles/Input.css'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useId } from 'react'
import { LONGEST_SHOWN_NAME } from '../../../shared/domain/joining.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './joining-forms.module.css'

type Props = {
  title: string
  /** What one of the names is called. */
  what: string
  /** What the list is for, while it is empty. */
  empty: string
  names: readonly string[]
  onChange: (names: string[]) => Promise<boolean>
}

/** Names the meeting may show for a pupil: to add, and to take away. */
export function NamesKept({ title, what, empty, names, onChange }: Props) {
  const heading = useId()
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const name = readForm(form)('name')
    if (name === '' || names.includes(name)) return
    if (await onChange([...names, name])) form.reset()
  }
  return (
    <form aria-labelledby={heading} className={classes.section} onSubmit={(event) => void add(event)}>
      <h2 id={heading} className={classes.heading}>
        {title}
      </h2>
      {names.length === 0 ? (
        <p className={classes.quiet}>{empty}</p>
      ) : (
        <ul aria-labelledby={heading} className={classes.names}>
          {names.map((name) => (
            <li key={name} className={classes.name}>
              <span className={classes.words}>{name}</span>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={`Take away “${name}”`}
                onClick={() => void onChange(names.filter((one) => one !== name))}
              >
                Take away
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.adding}>
        <TextInput
          name="name"
          label={`Another ${what}`}
          maxLength={LONGEST_SHOWN_NAME}
          autoComplete="off"
          className={classes.field ?? ''}
        />
        <Button type="submit" variant="default">
          Add {what}
        </Button>
      </div>
    </form>
  )
}
