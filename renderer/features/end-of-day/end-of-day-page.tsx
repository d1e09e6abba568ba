import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { dateInWords } from '../../../shared/domain/times.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { useNow } from '../../lib/clock.ts'
import { useApp } from '../../lib/use-app.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { DaySection } from './day-section.tsx'
import classes from './end-of-day-page.module.css'
import { createEndOfDayStore } from './end-of-day-store.ts'

/** What goes to the office of today, what is unfinished, and earlier days that are not with the office yet. */
export function EndOfDayPage() {
  const api = useApi()
  const [store] = useState(() => createEndOfDayStore(api))
  useEffect(() => store.getState().opened(), [store])
  const { days, today, older, knowsOffice, failure, runs, ...acts } = useStore(store)
  const folder = useApp((state) => state.status?.school?.officeFolder ?? null)
  const now = useNow(15_000)
  if (failure) {
    return (
      <Page title="End of day">
        <Message tone="bad" title={failure.message} />
      </Page>
    )
  }
  if (!days) return null
  const shown = { folder, knowsOffice, now, acts }
  const ofToday = days.filter(({ date }) => date === today)
  const earlier = days.filter(({ date }) => date !== today)
  return (
    <Page title="End of day" subtitle={dateInWords(today)}>
      <div className={classes.days}>
        {ofToday.map((day) =>
          day.lessons.length + day.joined.length > 0 ? (
            <DaySection key={day.date} {...shown} day={day} title="Today" run={runs[day.date] ?? null} />
          ) : (
            <NoLessons key={day.date} />
          ),
        )}
        {earlier.map((day) => (
          <DaySection
            key={day.date}
            {...shown}
            day={day}
            title={`${dateInWords(day.date)}: not all with the office`}
            run={runs[day.date] ?? null}
          />
        ))}
        {older > 0 && (
          <Message tone="quiet" title={olderWords(older)}>
            More than 60 days ago, and no longer listed here. They stay on this computer, and nothing is lost.
          </Message>
        )}
      </div>
    </Page>
  )
}

const olderWords = (count: number): string =>
  count === 1 ? 'One older lesson is not with the office' : `${count} older lessons are not with the office`

function NoLessons() {
  return (
    <section className={classes.empty}>
      <h2 className={classes.heading}>Nothing to export today</h2>
      <p>
        Once a live lesson is signed off, the day goes to the office from here: one button, and the office has
        it all.
      </p>
      <Button component="a" href="#/today" variant="default">
        Back to Today
      </Button>
    </section>
  )
}
