import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { Week } from './timetable-store.ts'
import { dayInWords } from './timetable-words.ts'
import classes from './week-grid.module.css'

type LessonProps = { lesson: Week['lessons'][number]; week: Week }

/** A lesson of the week; opens it. */
export function LessonCell({ lesson, week }: LessonProps) {
  const entry = week.entries.find(({ id }) => id === lesson.entryId)
  if (!entry) return null
  const change = entry.exceptions.find(({ date }) => date === lesson.plannedDate)?.change
  const isApproved = entry.approval !== null || (change?.kind === 'moved' && change.approval !== null)
  const hasProblem = week.problems[entry.id] !== undefined
  return (
    <a className={classes.cell} href={`#/timetable/lesson/${entry.id}/${lesson.plannedDate}`}>
      <span className={classes.time}>
        {lesson.startsAt}&ndash;{lesson.endsAt}
      </span>
      <span className={classes.subject}>
        {nameIn(week.classes, entry.classId)} {entry.subject}
      </span>
      <span className={classes.people}>{peopleInWords(week, entry)}</span>
      {change?.kind === 'moved' && (
        <span className={classes.chip}>
          {lesson.date === lesson.plannedDate ? 'New time' : `Moved from ${dayInWords(lesson.plannedDate)}`}
        </span>
      )}
      {isApproved && (
        <span className={classes.chip} data-tone="good">
          <IconCircleCheck size={14} stroke={1.75} aria-hidden="true" />
          Approved
        </span>
      )}
      {hasProblem && !isApproved && (
        <span className={classes.chip} data-tone="warn">
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
          To check
        </span>
      )}
    </a>
  )
}

type NotHeldProps = { notHeld: Week['notHeld'][number]; week: Week }

/** A lesson that is not held on its day; opens it, to take that back. */
export function NotHeldCell({ notHeld, week }: NotHeldProps) {
  const entry = week.entries.find(({ id }) => id === notHeld.entryId)
  if (!entry) return null
  return (
    <a className={classes.cell} data-not-held href={`#/timetable/lesson/${entry.id}/${notHeld.date}`}>
      <span className={classes.time}>
        {entry.startsAt}&ndash;{entry.endsAt}
      </span>
      <span className={classes.subject}>
        {nameIn(week.classes, entry.classId)} {entry.subject}
      </span>
      <span className={classes.chip}>
        {notHeld.movedTo === null ? 'Cancelled' : `Moved to ${dayInWords(notHeld.movedTo)}`}
      </span>
    </a>
  )
}

const nameIn = (named: readonly { id: string; name: string }[], id: string | null): string =>
  named.find((one) => one.id === id)?.name ?? ''

function peopleInWords({ staff }: Week, entry: Week['entries'][number]): string {
  const teacher = nameIn(staff, entry.teacherId) || 'No teacher yet'
  const second = nameIn(staff, entry.secondAdultId)
  return second ? `${teacher}, with ${second}` : teacher
}
