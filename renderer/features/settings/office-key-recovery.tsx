import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { OfficeKeyView } from '../../../shared/ipc/commands/office-key.ts'
import { readForm } from '../../lib/read-form.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { Problem } from './key-words.tsx'
import classes from './settings-page.module.css'

type Props = { onRecovered: (view: OfficeKeyView) => void; onLeft: () => void }

/** The office's key typed in from its printed copy, on a new computer of the office. */
export function OfficeKeyRecovery({ onRecovered, onLeft }: Props) {
  const api = useApi()
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = readForm(event.currentTarget)('typed')
    const reply = await api.invoke('office.recover-key', { typed })
    if (reply.ok && reply.value.outcome === 'recovered') onRecovered(reply.value.view)
    else if (reply.ok) setProblem(reply.value.outcome === 'refused' ? reply.value.message : null)
    else setProblem(reply.error.message)
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <Textarea
        name="typed"
        label="The printed key"
        description="The fifteen groups in their order; blanks and small letters do not matter"
        rows={4}
        maxLength={400}
        autoComplete="off"
        spellCheck={false}
        required
        classNames={{ input: classes.fingerprint ?? '' }}
      />
      {problem && <Problem text={problem} />}
      <div className={classes.ways}>
        <Button type="submit">Take the key in</Button>
        <Button variant="default" onClick={onLeft}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
