import type { Lesson } from './lesson.ts'
import { type SchoolCalendar, whyClosed, whyOutsideHours } from './school-calendar.ts'
import {
  exceptionOn,
  firstDateOf,
  type Occurrence,
  occurrencesOfEntry,
  plannedDates,
  type TimetableEntry,
  type TimetableException,
} from './timetable.ts'
import { addDays, clockTime, dateInWords, type SchoolDate, schoolDateOf, weekdayOf } from './times.ts'

/** What stands against a lesson of the timetable, in words, and the first day it does. */
export type TimetableProblem = {
  kind: 'closed-day' | 'outside-hours' | 'never-held' | 'clash'
  date: SchoolDate
  message: string
}

/** What judging needs beside the lessons: the school's calendar, and names to say whose lesson is in the way. */
export type Surroundings = { calendar: SchoolCalendar; nameOf: (id: string) => string }

/** Weeks after which every rule (each 1, 2, 3 or 4 weeks) has met every other. */
const WEEKS_UNTIL_ALL_MET = 12

/**
 * Everything that stands against an entry (clauses head.timetable, staff.within-day): a closed day, hours outside the
 * school day, the same class or the same adult elsewhere at the time. Moves with an approval of their own are left out.
 * Empty when the entry may stand without a leader's approval.
 */
export function judgeEntry(
  entry: TimetableEntry,
  others: readonly TimetableEntry[],
  surroundings: Surroundings,
): TimetableProblem[] {
  const met = others.filter(
    (other) => other.id !== entry.id && sharesSomebody(entry, other) && couldMeet(entry, other),
  )
  const lessons = lessonsToJudge(entry, met, surroundings.calendar)
  const own = judgeAlone(entry, lessons, surroundings)
  const clashes = met.flatMap((other) => judgeAgainst(entry, lessons, other, surroundings))
  return [...own, ...clashes.toSorted((a, b) => a.date.localeCompare(b.date))]
}

/** What stands against moving one day of an entry, judged as a lesson of its own. */
export function judgeMove(
  entry: TimetableEntry,
  { date: from, change: to }: TimetableException,
  others: readonly TimetableEntry[],
  surroundings: Surroundings,
): TimetableProblem[] {
  if (to.kind !== 'moved') return []
  const { date, startsAt, endsAt } = to
  const moved: TimetableEntry = {
    ...entry,
    id: `${entry.id} moved`,
    when: { repeats: 'once', date },
    startsAt,
    endsAt,
    exceptions: [],
    approval: null,
  }
  const rest = entry.exceptions.filter((one) => one.date !== from)
  const stayed: TimetableEntry = {
    ...entry,
    exceptions: [...rest, { date: from, change: { kind: 'cancelled' } }],
  }
  const elsewhere = others.filter((other) => other.id !== entry.id)
  return judgeEntry(moved, [...elsewhere, stayed], surroundings)
}

/** A lesson of the records as judging sees it: an entry of the one day it is held. Times are UTC ms. */
export function entryOfLesson(
  lesson: Pick<Lesson, 'id' | 'classId' | 'subject' | 'startsAt' | 'endsAt'>,
  teacherId: string,
): TimetableEntry {
  const date = schoolDateOf(lesson.startsAt)
  return {
    id: lesson.id,
    classId: lesson.classId,
    when: { repeats: 'once', date },
    startsAt: clockTime(lesson.startsAt),
    // An end on a later day would read earlier than the start.
    endsAt: schoolDateOf(lesson.endsAt) === date ? clockTime(lesson.endsAt) : '24:00',
    subject: lesson.subject,
    learningIntention: '',
    teacherId,
    secondAdultId: null,
    exceptions: [],
    approval: pretended,
  }
}

/** The lessons of an entry as if it were approved, far enough that all later ones only repeat what these show. */
function lessonsToJudge(
  entry: TimetableEntry,
  others: readonly TimetableEntry[],
  calendar: SchoolCalendar,
): Occurrence[] {
  const first = firstDateOf(entry.when)
  const last = addDays(lastTurn([entry, ...others], calendar), WEEKS_UNTIL_ALL_MET * 7)
  const planned = plannedDates(entry, first, last).filter((date) => !exceptionOn(entry, date))
  const moved = entry.exceptions.flatMap(({ change }) =>
    change.kind === 'moved' && !change.approval ? [change.date] : [],
  )
  const asApproved = approveAll(entry)
  return [...new Set([...planned, ...moved])]
    .toSorted()
    .flatMap((date) => occurrencesOfEntry(asApproved, date, calendar))
    .filter(({ plannedDate }) => !isApprovedMove(exceptionOn(entry, plannedDate)))
}

const isApprovedMove = (exception: TimetableException | undefined): boolean =>
  exception?.change.kind === 'moved' && exception.change.approval !== null

const pretended = { leaderId: '', at: 0, reason: '', recordedBy: '' }

const approveAll = (entry: TimetableEntry): TimetableEntry => ({
  ...entry,
  approval: pretended,
  exceptions: entry.exceptions.map(({ date, change }) => ({
    date,
    change: change.kind === 'moved' ? { ...change, approval: pretended } : change,
  })),
})

/** The last day on which anything begins, ends or is an exception. After it all that is weekly repeats itself. */
function lastTurn(entries: readonly TimetableEntry[], { terms, closures }: SchoolCalendar): SchoolDate {
  let last = '2000-01-01'
  const see = (date: SchoolDate) => {
    if (date > last) last = date
  }
  for (const { until } of [...terms, ...closures]) see(until)
  for (const { when, exceptions } of entries) {
    see(firstDateOf(when))
    for (const { date, change } of exceptions) {
      see(date)
      if (change.kind === 'moved') see(change.date)
    }
  }
  return last
}

function judgeAlone(
  entry: TimetableEntry,
  lessons: readonly Occurrence[],
  { calendar }: Surroundings,
): TimetableProblem[] {
  const first = lessons[0]
  if (!first) {
    if (entry.exceptions.length > 0) return []
    const message = 'It would never be held: all its days are closed or out of term.'
    return [{ kind: 'never-held', date: firstDateOf(entry.when), message }]
  }
  const closed = firstOf(lessons, ({ date }) => whyClosed(calendar, date))
  const outside = firstOf(lessons, ({ startsAt, endsAt }) => whyOutsideHours(calendar, startsAt, endsAt))
  return [
    ...(closed ? [{ kind: 'closed-day' as const, ...closed }] : []),
    ...(outside ? [{ kind: 'outside-hours' as const, ...outside }] : []),
  ]
}

function firstOf(lessons: readonly Occurrence[], why: (lesson: Occurrence) => string | null) {
  for (const lesson of lessons) {
    const message = why(lesson)
    if (message !== null) return { date: lesson.date, message }
  }
  return null
}

type Party = Pick<TimetableEntry, 'classId' | 'teacherId' | 'secondAdultId'>

const adultsOf = ({ teacherId, secondAdultId }: Party): string[] =>
  [teacherId, secondAdultId].filter((one) => one !== null)

const sharedAdult = (one: Party, other: Party): string | undefined =>
  adultsOf(one).find((adult) => adultsOf(other).includes(adult))

const sharesSomebody = (one: Party, other: Party): boolean =>
  one.classId === other.classId || sharedAdult(one, other) !== undefined

const overlaps = (one: { startsAt: string; endsAt: string }, other: { startsAt: string; endsAt: string }) =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt

const hasMoves = ({ exceptions }: TimetableEntry) => exceptions.some((one) => one.change.kind === 'moved')

/** Rules out most pairs by hour and day before any lesson is looked at. */
const couldMeet = (one: TimetableEntry, other: TimetableEntry): boolean =>
  hasMoves(one) || hasMoves(other) || (overlaps(one, other) && mayShareDay(one.when, other.when))

function mayShareDay(one: TimetableEntry['when'], other: TimetableEntry['when']): boolean {
  if (one.repeats === 'once') {
    return other.repeats === 'once' ? one.date === other.date : weekdayOf(one.date) === other.weekday
  }
  return one.weekday === (other.repeats === 'once' ? weekdayOf(other.date) : other.weekday)
}

/** At most one clash of a pair: the first, and whether it goes on. */
function judgeAgainst(
  entry: TimetableEntry,
  lessons: readonly Occurrence[],
  other: TimetableEntry,
  { calendar, nameOf }: Surroundings,
): TimetableProblem[] {
  const meetings = lessons.flatMap((lesson) =>
    occurrencesOfEntry(other, lesson.date, calendar).filter((one) => overlaps(lesson, one)),
  )
  const [first] = meetings
  if (!first) return []
  const again = meetings.length > 1 ? ' It happens again on later days.' : ''
  const { date } = first
  return [{ kind: 'clash', date, message: `${clashInWords(entry, first, nameOf)}${again}` }]
}

/** `5C already has Reading on Monday 18 January 2021, 11:00 to 11:30.` */
function clashInWords(entry: Party, other: Occurrence, nameOf: Surroundings['nameOf']): string {
  const { subject, classId } = other.entry
  const time = `on ${dateInWords(other.date)}, ${other.startsAt} to ${other.endsAt}`
  if (classId === entry.classId) return `${nameOf(classId)} already has ${subject} ${time}.`
  const adult = sharedAdult(entry, other.entry)
  return `${adult ? nameOf(adult) : 'Somebody'} is already in ${subject} with ${nameOf(classId)} ${time}.`
}
