import { Button } from '@mantine/core'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useStore } from 'zustand'
import type { TimetableEntry } from '../../../shared/domain/timetable.ts'
import { ApprovalFields, isApprovalField } from '../../components/approval-fields.tsx'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { readForm } from '../../lib/read-form.ts'
import { useApp } from '../../lib/use-app.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { DayChange } from './day-change.tsx'
import { EntryFields, entryFrom } from './entry-form.tsx'
import classes from './entry-page.module.css'
import { approvalFrom, leadersOf } from './given-approval.ts'
import { createTimetableStore, type Week } from './timetable-store.ts'
import { whenInWords } from './timetable-words.ts'

type Props = { entryId?: string; date?: string }

/** One lesson of the timetable, new or to change; `date` is the day of its rule that it was opened from. */
export function EntryPage({ entryId, date }: Props) {
  const api = useApi()
  const [, navigate] = useHashLocation()
  const store = useMemo(() => createTimetableStore(api), [api])
  useEffect(() => store.getState().opened(date), [store, date])
  const week = useStore(store, (state) => state.week)
  const failure = useStore(store, (state) => state.failure)
  const [problems, setProblems] = useState<readonly string[]>([])
  const me = useApp((state) => state.status?.me ?? null)
  const [newId] = useState(() => crypto.randomUUID())
  const entry = week?.entries.find(({ id }) => id === entryId) ?? null
  const back = date === undefined ? '/timetable' : `/timetable/week/${date}`

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    const wish = { entry: entryFrom(text, entryId ?? newId), approval: approvalFrom(text) }
    const refusals = await store.getState().saved(wish)
    if (refusals === null) navigate(back)
    else setProblems(refusals)
  }
  const end = async () => {
    if (entry && (await store.getState().removed(entry.id))) navigate(back)
  }

  if (!week) return <Page title="Timetable">{!failure && <Waiting>Opening the timetable</Waiting>}</Page>
  if (entryId !== undefined && !entry) {
    return (
      <Page title="Timetable">
        <Message tone="quiet" title="That lesson is not in the timetable any more" />
      </Page>
    )
  }
  return (
    <Page
      title={entry ? titleOf(week, entry) : 'Add a lesson to the timetable'}
      subtitle={entry ? whenInWords(entry) : 'For a class, once or every week'}
    >
      <div className={classes.columns}>
        <form
          className={classes.form}
          onSubmit={(event) => void save(event)}
          onChange={({ target }) => isApprovalField(target) || setProblems([])}
        >
          <EntryFields week={week} entry={entry} me={me} />
          {problems.length > 0 && <ApprovalFields problems={problems} leaders={leadersOf(week)} />}
          {failure && (
            <Message tone="bad" title={failure.message}>
              Nothing was changed.
            </Message>
          )}
          <div className={classes.actions}>
            <Button type="submit">{problems.length > 0 ? 'Save with this approval' : 'Save'}</Button>
            <Button component="a" href={`#${back}`} variant="default">
              Cancel
            </Button>
          </div>
        </form>
        {entry && date !== undefined && (
          <div className={classes.form}>
            <DayChange
              key={JSON.stringify(entry.exceptions)}
              store={store}
              week={week}
              entry={entry}
              date={date}
              onDone={() => navigate(back)}
            />
            <section className={classes.card} aria-labelledby="end-entry">
              <h2 id="end-entry" className={classes.heading}>
                Take it off the timetable
              </h2>
              <p className={classes.quiet}>
                No more of these lessons from today on. Lessons that have begun stay in the records.
              </p>
              <div className={classes.actions}>
                <Button variant="default" color="red" onClick={() => void end()}>
                  End these lessons
                </Button>
              </div>
            </section>
          </div>
        )}
      </div>
    </Page>
  )
}

const titleOf = ({ classes: known }: Week, { classId, subject }: TimetableEntry): string =>
  `${known.find(({ id }) => id === classId)?.name ?? ''} ${subject}`
