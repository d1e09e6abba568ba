import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { readForm } from '../../lib/read-form.ts'
import classes from './settings-page.module.css'

type Props = {
  label: string
  lines: readonly string[]
  /** How many lines there may be, and how long each. */
  most: number
  longest: number
  save: string
  isReadOnly: boolean
  onEdit: () => void
  onSave: (lines: string[]) => Promise<void>
}

/** A list written one to a line. */
export function LinesForm({ label, lines, most, longest, save, isReadOnly, onEdit, onSave }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const written = linesOf(readForm(event.currentTarget)('lines'))
    const tooLong = written.find((line) => line.length > longest)
    const wrong = tooLong
      ? `“${tooLong.slice(0, 40)}…” is too long: ${longest} letters at most. Nothing was changed.`
      : written.length > most
        ? `That is ${written.length} lines, and ${most} are the most. Nothing was changed.`
        : null
    setProblem(wrong)
    if (wrong === null) await onSave(written)
  }
  const text = lines.join('\n')
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} onChange={onEdit}>
      <Textarea
        key={text}
        name="lines"
        label={label}
        description="One to a line"
        defaultValue={text}
        readOnly={isReadOnly}
        rows={Math.min(12, Math.max(3, lines.length + 1))}
        error={problem}
      />
      {!isReadOnly && (
        <Button type="submit" className={classes.act}>
          {save}
        </Button>
      )}
    </form>
  )
}

/** What was written, without empty lines and repeats. */
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
