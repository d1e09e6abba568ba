import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { School } from '../../../shared/domain/school.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = {
  school: School
  isReadOnly: boolean
  title: string
  hint: string
  label: string
  lines: readonly string[]
  /** How many lines there may be, and how long each. */
  most: number
  longest: number
  save: string
  /** What is saved of the lines written. */
  toSettings: (lines: string[]) => Partial<School>
  /** What stands above the lines. */
  children?: ReactNode
}

/** A matter of the settings that is a list, written one to a line. */
export function LinesSection({ school, isReadOnly, title, hint, children, ...form }: Props) {
  const { label, lines, most, longest, toSettings } = form
  const { isSaved, save, edited } = useSaving(school)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const written = linesOf(readForm(event.currentTarget)('lines'))
    const wrong = whatIsWrong(written, most, longest)
    setProblem(wrong)
    if (wrong === null) await save(toSettings(written))
  }
  const text = lines.join('\n')
  return (
    <SettingsSection title={title} hint={hint} isSaved={isSaved} isReadOnly={isReadOnly}>
      {children}
      <form className={classes.form} onSubmit={(event) => void submit(event)} onChange={edited}>
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
            {form.save}
          </Button>
        )}
      </form>
    </SettingsSection>
  )
}

function whatIsWrong(written: readonly string[], most: number, longest: number): string | null {
  const tooLong = written.find((line) => line.length > longest)
  if (tooLong) {
    return `“${tooLong.slice(0, 40)}…” is too long: ${longest} letters at most. Nothing was changed.`
  }
  return written.length > most
    ? `That is ${written.length} lines, and ${most} are the most. Nothing was changed.`
    : null
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
