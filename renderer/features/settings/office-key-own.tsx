import { Button } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '../../lib/use-lesson.ts'
import { Problem } from './key-words.tsx'
import classes from './settings-page.module.css'

/** What the office does with the key it keeps: hand the open half on, and put the other half on paper. */
export function OfficeKeyOwn() {
  const api = useApi()
  const [said, setSaid] = useState<{ text: string; isProblem: boolean } | null>(null)
  const handOn = async () => {
    const reply = await api.invoke('office.save-key', {})
    setSaid(
      reply.ok
        ? { text: `Written: ${reply.value.path}. Teachers take it in under Settings.`, isProblem: false }
        : { text: reply.error.message, isProblem: true },
    )
  }
  const print = async () => {
    const reply = await api.invoke('office.print-key', {})
    if (!reply.ok) setSaid({ text: reply.error.message, isProblem: true })
    else if (reply.value.path !== null) {
      const text = `Saved: ${reply.value.path}. Print it, lock the paper away, then delete the file.`
      setSaid({ text, isProblem: false })
    }
  }
  return (
    <>
      <p>
        Hand the key on to teachers’ computers, and keep its recovery copy on paper: without it, days cannot
        be opened any more once this computer is lost.
      </p>
      <div className={classes.ways}>
        <Button onClick={() => void print()}>Make the recovery copy</Button>
        <Button variant="default" onClick={() => void handOn()}>
          Put the key into the office’s folder
        </Button>
      </div>
      {said?.isProblem && <Problem text={said.text} />}
      {said && !said.isProblem && <output className={classes.path}>{said.text}</output>}
    </>
  )
}
