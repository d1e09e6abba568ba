import '@mantine/core/styles/Input.css'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { StaffMember } from '../../../shared/domain/people.ts'
import { firstDateOf, type TimetableEntry } from '../../../shared/domain/timetable.ts'
import { weekdayOf } from '../../../shared/domain/times.ts'
import classes from './entry-page.module.css'
import type { Week } from './timetable-store.ts'

export type EntryWish = Omit<TimetableEntry, 'exceptions' | 'approval'>

type Props = { week: Week; entry: EntryWish | null; me: StaffMember | null }

const repeats = [
  { value: '1', label: 'Every week' },
  { value: '2', label: 'Every second week' },
  { value: '3', label: 'Every third week' },
  { value: '4', label: 'Every fourth week' },
  { value: 'once', label: 'Once' },
]

const rhythmOf = (entry: EntryWish | null): string => {
  if (!entry) return '1'
  return entry.when.repeats === 'once' ? 'once' : String(entry.when.everyWeeks)
}

/** The fields of one lesson of the timetable, to stand in a form; `entryFrom` reads them. */
export function EntryFields({ week, entry, me }: Props) {
  const [rhythm, setRhythm] = useState(rhythmOf(entry))
  const people = week.staff.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <NativeSelect
        name="class"
        label="Class"
        defaultValue={entry?.classId}
        data={week.classes.map(({ id, name }) => ({ value: id, label: name }))}
        autoFocus
      />
      <TextInput name="subject" label="Subject" defaultValue={entry?.subject} required maxLength={60} />
      <TextInput
        name="intention"
        label="Learning intention"
        description="What the pupils are to learn, in one line; it can be added later"
        defaultValue={entry?.learningIntention}
        maxLength={200}
      />
      <div className={classes.pair}>
        <TextInput
          name="startsAt"
          type="time"
          label="From"
          defaultValue={entry?.startsAt ?? '09:30'}
          required
        />
        <TextInput name="endsAt" type="time" label="Until" defaultValue={entry?.endsAt ?? '10:10'} required />
      </div>
      <NativeSelect
        name="rhythm"
        label="Repeats"
        value={rhythm}
        onChange={(event) => setRhythm(event.currentTarget.value)}
        data={repeats}
      />
      <div className={classes.pair}>
        <TextInput
          name="first"
          type="date"
          label={rhythm === 'once' ? 'Day' : 'First day'}
          defaultValue={entry ? firstDateOf(entry.when) : week.today}
          required
        />
        {rhythm !== 'once' && (
          <TextInput
            name="last"
            type="date"
            label="Last day"
            description="Empty: no end"
            inputWrapperOrder={['label', 'input', 'description']}
            defaultValue={entry?.when.repeats === 'weekly' ? (entry.when.until ?? '') : ''}
          />
        )}
      </div>
      <NativeSelect
        name="teacher"
        label="Teacher"
        defaultValue={(entry ? entry.teacherId : me?.id) ?? ''}
        data={[...people, { value: '', label: 'Nobody named yet' }]}
      />
      <NativeSelect
        name="secondAdult"
        label="Second adult"
        defaultValue={entry?.secondAdultId ?? ''}
        data={[{ value: '', label: 'Nobody named yet' }, ...people]}
      />
    </>
  )
}

/** What the fields say. The weekday is that of the first day. */
export function entryFrom(text: (name: string) => string, id: string): EntryWish {
  const rhythm = text('rhythm')
  const first = text('first')
  return {
    id,
    classId: text('class'),
    when:
      rhythm === 'once'
        ? { repeats: 'once', date: first }
        : {
            repeats: 'weekly',
            weekday: weekdayOf(first),
            from: first,
            until: text('last') || null,
            everyWeeks: Number(rhythm),
          },
    startsAt: text('startsAt').slice(0, 5),
    endsAt: text('endsAt').slice(0, 5),
    subject: text('subject'),
    learningIntention: text('intention'),
    teacherId: text('teacher') || null,
    secondAdultId: text('secondAdult') || null,
  }
}
