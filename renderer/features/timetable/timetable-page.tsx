import { Button } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { addDays } from '../../../shared/domain/times.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './timetable-page.module.css'
import { createTimetableStore, type Week } from './timetable-store.ts'
import { dateWithYear } from './timetable-words.ts'
import { WeekGrid } from './week-grid.tsx'

type Props = { date?: string }

/** The school's live lessons of a week (head.timetable), and the ways to change and exchange them. */
export function TimetablePage({ date }: Props) {
  const api = useApi()
  const store = useMemo(() => createTimetableStore(api), [api])
  useEffect(() => store.getState().opened(date), [store, date])
  const week = useStore(store, (state) => state.week)
  const failure = useStore(store, (state) => state.failure)
  const exportedTo = useStore(store, (state) => state.exportedTo)
  return (
    <Page
      title="Timetable"
      subtitle={week ? `Week of ${dateWithYear(week.monday)}` : undefined}
      aside={week && <WeekSteps week={week} />}
    >
      {failure && (
        <Message tone="bad" title={failure.message}>
          Nothing was lost. Open this page again to try once more.
        </Message>
      )}
      {exportedTo && (
        <Message tone="good" title="The timetable was written">
          {exportedTo}
        </Message>
      )}
      {!week && !failure && <Waiting>Opening the timetable</Waiting>}
      {week && (
        <>
          <nav className={classes.actions} aria-label="Change the timetable">
            {week.classes.length > 0 && (
              <Button component="a" href="#/timetable/new">
                Add a lesson
              </Button>
            )}
            <Button component="a" href="#/timetable/import" variant="default">
              Import a calendar
            </Button>
            <Button variant="default" onClick={() => void store.getState().exported()}>
              Export as a calendar
            </Button>
            <Button component="a" href="#/timetable/school-day" variant="default">
              School day and holidays
            </Button>
          </nav>
          {week.lessons.length === 0 && week.notHeld.length === 0 && <EmptyWeek week={week} />}
          <WeekGrid week={week} />
        </>
      )}
    </Page>
  )
}

function WeekSteps({ week }: { week: Week }) {
  const to = (days: number) => `#/timetable/week/${addDays(week.monday, days)}`
  return (
    <nav className={classes.steps} aria-label="Weeks">
      <Button component="a" href={to(-7)} variant="default" aria-label="Week before">
        &larr;
      </Button>
      <Button component="a" href="#/timetable" variant="default">
        This week
      </Button>
      <Button component="a" href={to(7)} variant="default" aria-label="Week after">
        &rarr;
      </Button>
    </nav>
  )
}

function EmptyWeek({ week }: { week: Week }) {
  if (week.classes.length === 0) {
    return (
      <Message
        tone="quiet"
        title="The lessons of every class stand here"
        action={
          <Button component="a" href="#/classes/import">
            Import a class list
          </Button>
        }
      >
        A lesson needs its class first. Import a class list; then add lessons or import a calendar.
      </Message>
    )
  }
  return (
    <Message tone="quiet" title="No lessons this week">
      Add a lesson, or import a calendar from Outlook, Google or your school&rsquo;s system. Each day&rsquo;s
      lessons then stand on Today by themselves.
    </Message>
  )
}
