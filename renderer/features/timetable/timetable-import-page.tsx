import { Button } from '@mantine/core'
import { useState } from 'react'
import type { GivenApproval } from '../../../shared/domain/approval.ts'
import type { Failure, Input, Output } from '../../../shared/ipc/contract.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { useHandedFile } from '../../lib/use-handed-file.ts'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './entry-page.module.css'
import { TimetableImportDone } from './timetable-import-done.tsx'
import { TimetableImportPreview } from './timetable-import-preview.tsx'

type Chosen = Output<'timetable.import-choose'>
type Counts = Output<'timetable.import-confirm'>

/** A calendar comes in: choose a file, see what it would change, confirm. */
export function TimetableImportPage() {
  const api = useApi()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [counts, setCounts] = useState<Counts | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const choose = async (handed?: string) => {
    setIsBusy(true)
    const reply = await api.invoke('timetable.import-choose', handed === undefined ? {} : { handed })
    setIsBusy(false)
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok && reply.value.outcome !== 'cancelled') {
      setChosen(reply.value)
      setCounts(null)
    }
  }
  useHandedFile('/timetable/import', (token) => void choose(token))
  const confirm = async (
    token: string,
    named: Input<'timetable.import-confirm'>['classes'],
    approval: GivenApproval | null,
  ) => {
    setIsBusy(true)
    const reply = await api.invoke('timetable.import-confirm', { token, classes: named, approval })
    setIsBusy(false)
    if (reply.ok) setCounts(reply.value)
    else setFailure(reply.error)
  }

  const subtitle =
    chosen?.outcome === 'understood' && !counts
      ? 'Check what would change. Nothing is written yet.'
      : 'From Outlook, Google or your school’s system, as iCalendar (.ics)'
  return (
    <Page title="Import a calendar" subtitle={subtitle}>
      {failure && (
        <Message tone="bad" title={failure.message}>
          Nothing was changed.
        </Message>
      )}
      {counts && <TimetableImportDone counts={counts} />}
      {!counts && chosen?.outcome === 'understood' && (
        <TimetableImportPreview
          preview={chosen.preview}
          isSaving={isBusy}
          onConfirm={(named, approval) => void confirm(chosen.token, named, approval)}
        />
      )}
      {!counts && chosen?.outcome === 'refused' && (
        <Message tone="bad" title={chosen.refusal.message}>
          <p>{chosen.refusal.advice}</p>
          <p>File: {chosen.fileName}</p>
        </Message>
      )}
      {!counts && chosen?.outcome !== 'understood' && (
        <section className={classes.form}>
          <p>
            Lessons are recognised by their titles, such as <strong>5C Maths</strong>. Repeating events, days
            left out and moved days come along; all-day events do not. You see everything before it is kept.
          </p>
          <div className={classes.actions}>
            <Button loading={isBusy} onClick={() => void choose()}>
              Choose a calendar file
            </Button>
            <Button component="a" href="#/timetable" variant="default">
              Back to the timetable
            </Button>
          </div>
        </section>
      )}
    </Page>
  )
}
