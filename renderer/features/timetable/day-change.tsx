import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { TimetableEntry } from '../../../shared/domain/timetable.ts'
import { ApprovalFields, isApprovalField } from '../../components/approval-fields.tsx'
import { readForm } from '../../lib/read-form.ts'
import classes from './entry-page.module.css'
import { approvalFrom, leadersOf } from './given-approval.ts'
import type { TimetableStore, Week } from './timetable-store.ts'
import { dayInWords } from './timetable-words.ts'

type Props = {
  store: TimetableStore
  week: Week
  entry: TimetableEntry
  /** The day by the rule. */
  date: string
  onDone: () => void
}

/** One day of a lesson: cancelled, moved, or as planned again. */
export function DayChange({ store, week, entry, date, onDone }: Props) {
  const [problems, setProblems] = useState<readonly string[]>([])
  const change = entry.exceptions.find((one) => one.date === date)?.change
  const present = change?.kind === 'moved' ? change : { date, startsAt: entry.startsAt, endsAt: entry.endsAt }
  const send = async (
    wish: Omit<Parameters<ReturnType<TimetableStore['getState']>['dayChanged']>[0], 'entryId' | 'date'>,
  ) => {
    const refusals = await store.getState().dayChanged({ entryId: entry.id, date, ...wish })
    if (refusals === null) onDone()
    else setProblems(refusals)
  }
  const move = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    const clock = (name: string) => text(name).slice(0, 5)
    void send({
      change: {
        kind: 'moved',
        date: text('moveTo'),
        startsAt: clock('moveFrom'),
        endsAt: clock('moveUntil'),
      },
      approval: approvalFrom(text),
    })
  }
  return (
    <form
      className={classes.card}
      aria-label={`Only ${dayInWords(date)}`}
      onSubmit={move}
      onChange={({ target }) => isApprovalField(target) || setProblems([])}
    >
      <h2 className={classes.heading}>Only {dayInWords(date)}</h2>
      <p className={classes.quiet}>{standing(change)}</p>
      <TextInput name="moveTo" type="date" label="Move to" defaultValue={present.date} required />
      <div className={classes.pair}>
        <TextInput name="moveFrom" type="time" label="From" defaultValue={present.startsAt} required />
        <TextInput name="moveUntil" type="time" label="Until" defaultValue={present.endsAt} required />
      </div>
      {problems.length > 0 && <ApprovalFields problems={problems} leaders={leadersOf(week)} />}
      <div className={classes.actions}>
        <Button type="submit" variant="default">
          {problems.length > 0 ? 'Move with this approval' : 'Move it'}
        </Button>
        {change?.kind !== 'cancelled' && (
          <Button
            variant="default"
            onClick={() => void send({ change: { kind: 'cancelled' }, approval: null })}
          >
            Cancel this day
          </Button>
        )}
        {change && (
          <Button variant="default" onClick={() => void send({ change: null, approval: null })}>
            As planned again
          </Button>
        )}
      </div>
    </form>
  )
}

function standing(change: TimetableEntry['exceptions'][number]['change'] | undefined): string {
  if (!change) return 'Held as planned. The other weeks stay as they are.'
  return change.kind === 'cancelled'
    ? 'Cancelled.'
    : `Moved to ${dayInWords(change.date)}, ${change.startsAt} to ${change.endsAt}.`
}
