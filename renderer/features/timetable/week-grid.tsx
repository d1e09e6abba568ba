import { Fragment } from 'react'
import { instantOf, weekdayName } from '../../../shared/domain/times.ts'
import { LessonCell, NotHeldCell } from './lesson-cell.tsx'
import type { Week } from './timetable-store.ts'
import { dayInWords } from './timetable-words.ts'
import classes from './week-grid.module.css'

type Props = { week: Week }

/** A column a day, its lessons in the order they begin. Days of the week without school show only when they have some. */
export function WeekGrid({ week }: Props) {
  const days = week.days.filter(({ date }, index) => index < 5 || has(week, date))
  return (
    <div className={classes.grid} data-days={days.length}>
      {days.map(({ date, closed }) => (
        <section
          key={date}
          className={classes.day}
          aria-label={dayInWords(date)}
          data-closed={closed !== null || undefined}
        >
          <h2 className={classes.heading} aria-current={date === week.today ? 'date' : undefined}>
            <span>{weekdayName(instantOf(date, '12:00'))}</span>
            <span className={classes.number}>{shortDay(date)}</span>
          </h2>
          {closed !== null && <p className={classes.closed}>{shortReason(closed)}</p>}
          {cellsOf(week, date).map(({ key, cell }) => (
            <Fragment key={key}>{cell}</Fragment>
          ))}
        </section>
      ))}
    </div>
  )
}

/** What stands in a day's column, held or not, in the order it begins. */
function cellsOf(week: Week, date: string) {
  const plannedAt = (entryId: string) => week.entries.find(({ id }) => id === entryId)?.startsAt ?? ''
  return [
    ...week.lessons
      .filter((one) => one.date === date)
      .map((one) => ({
        key: `${one.entryId} ${one.plannedDate}`,
        startsAt: one.startsAt,
        cell: <LessonCell lesson={one} week={week} />,
      })),
    ...week.notHeld
      .filter((one) => one.date === date)
      .map((one) => ({
        key: `${one.entryId} not held`,
        startsAt: plannedAt(one.entryId),
        cell: <NotHeldCell notHeld={one} week={week} />,
      })),
  ].toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** `18 Jan`: the weekday stands before it, the year above. */
const shortDay = (date: string): string => {
  const [, day = '', month = ''] = dayInWords(date).split(' ')
  return `${day} ${month.slice(0, 3)}`
}

const has = ({ lessons, notHeld }: Week, date: string): boolean =>
  lessons.some((one) => one.date === date) || notHeld.some((one) => one.date === date)

/** The day stands above it already: `Half term`, `Not in term`, `No school`. */
function shortReason(closed: string): string {
  const closure = /: (.+)\.$/.exec(closed)?.[1]
  return closure ?? (closed.includes('not in term') ? 'Not in term' : 'No school')
}
