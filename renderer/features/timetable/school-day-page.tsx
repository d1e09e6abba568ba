import '@mantine/core/styles/Input.css'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Period, type SchoolCalendar, schoolCalendar } from '../../../shared/domain/school-calendar.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { readForm } from '../../lib/read-form.ts'
import { useApp } from '../../lib/use-app.ts'
import { PeriodList } from './period-list.tsx'
import classes from './entry-page.module.css'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** When the school teaches: the hours of a day, weekdays, terms, and days it is closed (staff.within-day). */
export function SchoolDayPage() {
  const school = useApp((state) => state.status?.school ?? null)
  const mayLead = useApp((state) => state.status?.mayLead ?? false)
  const schoolSaved = useApp((state) => state.schoolSaved)
  const [terms, setTerms] = useState<Period[] | null>(null)
  const [closures, setClosures] = useState<Period[] | null>(null)
  /** `saved`, or why it was not. */
  const [result, setResult] = useState<string | null>(null)
  if (!school) return null
  const { calendar } = school
  const shownTerms = terms ?? calendar.terms
  const shownClosures = closures ?? calendar.closures

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    const wish: SchoolCalendar = {
      dayFrom: text('dayFrom').slice(0, 5),
      dayUntil: text('dayUntil').slice(0, 5),
      weekdays: weekdays.flatMap((day, index) => (text(day) ? [index + 1] : [])),
      terms: shownTerms,
      closures: shownClosures,
    }
    const why = whyWrong(wish)
    if (why !== null) setResult(why)
    else if (await schoolSaved({ ...school, calendar: wish })) setResult('saved')
  }
  return (
    <Page title="School day and holidays" subtitle="Lessons outside them need a leader’s approval">
      {!mayLead && (
        <Message tone="quiet" title="Only a leader changes these">
          Ask a leader of your school where a day or a time is wrong.
        </Message>
      )}
      <form className={classes.form} onSubmit={(event) => void save(event)} onChange={() => setResult(null)}>
        <fieldset className={classes.plain} disabled={!mayLead}>
          <section className={classes.card}>
            <h2 className={classes.heading}>School day</h2>
            <div className={classes.pair}>
              <TextInput name="dayFrom" type="time" label="From" defaultValue={calendar.dayFrom} required />
              <TextInput
                name="dayUntil"
                type="time"
                label="Until"
                defaultValue={calendar.dayUntil}
                required
              />
            </div>
            <fieldset className={classes.days}>
              <legend>Days of the week</legend>
              {weekdays.map((day, index) => (
                <label key={day} className={classes.tick}>
                  <input type="checkbox" name={day} defaultChecked={calendar.weekdays.includes(index + 1)} />
                  {day}
                </label>
              ))}
            </fieldset>
          </section>
          <PeriodList
            title="Terms"
            explanation="Until a term is told, every week of the year has school."
            what="term"
            periods={shownTerms}
            onChange={setTerms}
          />
          <PeriodList
            title="Closed days"
            explanation="Half-terms, INSET days, bank holidays."
            what="closed day"
            periods={shownClosures}
            onChange={setClosures}
          />
        </fieldset>
        {result === 'saved' && (
          <Message tone="good" title="Saved">
            The timetable follows it.
          </Message>
        )}
        {result !== null && result !== 'saved' && (
          <Message tone="bad" title={result}>
            Nothing was changed.
          </Message>
        )}
        <div className={classes.actions}>
          {mayLead && <Button type="submit">Save</Button>}
          <Button component="a" href="#/timetable" variant="default">
            Back to the timetable
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** What is wrong with a calendar, in words; null when it can be kept. */
function whyWrong(wish: SchoolCalendar): string | null {
  if (wish.dayFrom >= wish.dayUntil) return 'The school day ends before it begins.'
  if (wish.weekdays.length === 0) return 'Choose at least one day of the week.'
  return schoolCalendar.safeParse(wish).success
    ? null
    : 'A term or closed day has no name, or ends before it begins.'
}
