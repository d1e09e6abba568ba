import { z } from 'zod'
import { approval } from './approval.ts'
import { id } from './ids.ts'
import { calendarDate, clock, isHoliday, isSchoolDay, type SchoolCalendar } from './school-calendar.ts'
import { addDays, daysBetween, instantOf, type SchoolDate, weekdayOf } from './times.ts'

const when = z.discriminatedUnion('repeats', [
  z.object({ repeats: z.literal('once'), date: calendarDate }),
  z.object({
    repeats: z.literal('weekly'),
    /** Monday is 1. */
    weekday: z.number().int().min(1).max(7),
    /** First and last day it may be held; the first such weekday begins the count of weeks. */
    from: calendarDate,
    until: calendarDate.nullable(),
    /** 1 is every week, 2 every other week. */
    everyWeeks: z.number().int().min(1).max(4),
  }),
])

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('moved'),
    date: calendarDate,
    startsAt: clock,
    endsAt: clock,
    approval: approval.nullable(),
  }),
])

/** One day of an entry that is not held as its rule says. `date` is the day by the rule. */
export const timetableException = z.object({ date: calendarDate, change })
export type TimetableException = z.infer<typeof timetableException>

/** A lesson of the shared timetable (clause head.timetable). Clock times are the school's. */
export const timetableEntry = z.object({
  id,
  classId: id,
  when,
  startsAt: clock,
  endsAt: clock,
  subject: z.string().trim().min(1).max(60),
  learningIntention: z.string().trim().max(200),
  teacherId: id.nullable(),
  secondAdultId: id.nullable(),
  exceptions: z.array(timetableException).max(400),
  approval: approval.nullable(),
})
export type TimetableEntry = z.infer<typeof timetableEntry>

/** A lesson on one day. `plannedDate` is the day by the rule, and with the entry's id says which lesson it is. */
export type Occurrence = {
  entry: TimetableEntry
  plannedDate: SchoolDate
  date: SchoolDate
  startsAt: string
  endsAt: string
}

/** UTC ms of a lesson on its day, right on both sides of a clock change. */
export const instantsOf = ({ date, startsAt, endsAt }: Occurrence) => ({
  startsAt: instantOf(date, startsAt),
  endsAt: instantOf(date, endsAt),
})

/** Why an entry can't be meant at all, in words; no approval makes it possible. Null when it can. */
export function whyImpossible({ startsAt, endsAt, when: rule, teacherId, secondAdultId }: TimetableEntry) {
  if (endsAt <= startsAt) return `The lesson ends at ${endsAt}, before it begins at ${startsAt}.`
  if (rule.repeats === 'weekly' && rule.until !== null && firstDateOf(rule) > rule.until) {
    return 'The last day comes before the first lesson would be held.'
  }
  return teacherId !== null && teacherId === secondAdultId
    ? 'The second adult is the teacher. Choose another person, or leave it open.'
    : null
}

/** The first day by the rule alone. */
export const firstDateOf = (rule: TimetableEntry['when']): SchoolDate =>
  rule.repeats === 'once' ? rule.date : addDays(rule.from, (rule.weekday - weekdayOf(rule.from) + 7) % 7)

/** Whether the rule alone puts a lesson on a day. */
export function isPlannedOn({ when: rule }: TimetableEntry, date: SchoolDate): boolean {
  if (rule.repeats === 'once') return rule.date === date
  if (date < rule.from || (rule.until !== null && date > rule.until)) return false
  const days = daysBetween(firstDateOf(rule), date)
  return days >= 0 && days % (7 * rule.everyWeeks) === 0
}

/** The days of the rule alone, from `from` to `until`, both included, earliest first. */
export function plannedDates(
  { when: rule }: TimetableEntry,
  from: SchoolDate,
  until: SchoolDate,
): SchoolDate[] {
  const first = firstDateOf(rule)
  if (rule.repeats === 'once') return first >= from && first <= until ? [first] : []
  const last = rule.until !== null && rule.until < until ? rule.until : until
  const step = 7 * rule.everyWeeks
  const skipped = Math.max(0, Math.ceil(daysBetween(first, from) / step))
  const dates: SchoolDate[] = []
  for (let date = addDays(first, skipped * step); date <= last; date = addDays(date, step)) dates.push(date)
  return dates
}

export const exceptionOn = ({ exceptions }: TimetableEntry, date: SchoolDate) =>
  exceptions.find((one) => one.date === date)

/** The lessons of one entry on a day: by its rule, or moved there. */
export function occurrencesOfEntry(
  entry: TimetableEntry,
  date: SchoolDate,
  calendar: SchoolCalendar,
): Occurrence[] {
  const found: Occurrence[] = []
  if (isPlannedOn(entry, date) && !exceptionOn(entry, date) && isHeldByRule(entry, date, calendar)) {
    found.push({ entry, plannedDate: date, date, startsAt: entry.startsAt, endsAt: entry.endsAt })
  }
  for (const exception of entry.exceptions) {
    const to = exception.change
    if (to.kind !== 'moved' || to.date !== date || !isPlannedOn(entry, exception.date)) continue
    if (!isSchoolDay(calendar, date) && !to.approval) continue
    found.push({ entry, plannedDate: exception.date, date, startsAt: to.startsAt, endsAt: to.endsAt })
  }
  return found
}

/**
 * A weekly lesson rests in the holidays, approved or not; a leader's approval lets one that is on no school day be
 * held, such as a single lesson on a closed day or one on Saturdays in term.
 */
function isHeldByRule(entry: TimetableEntry, date: SchoolDate, calendar: SchoolCalendar): boolean {
  if (isSchoolDay(calendar, date)) return true
  return entry.approval !== null && (entry.when.repeats === 'once' || !isHoliday(calendar, date))
}

/** The lessons of a day in the order they begin. */
export function occurrencesOn(
  entries: readonly TimetableEntry[],
  date: SchoolDate,
  calendar: SchoolCalendar,
): Occurrence[] {
  return entries
    .flatMap((entry) => occurrencesOfEntry(entry, date, calendar))
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt) || a.entry.id.localeCompare(b.entry.id))
}

/** The lessons from one day to another, both included, in the order they begin. */
export function occurrencesBetween(
  entries: readonly TimetableEntry[],
  from: SchoolDate,
  until: SchoolDate,
  calendar: SchoolCalendar,
): Occurrence[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, until) + 1) }, (_, index) =>
    addDays(from, index),
  )
  return days.flatMap((date) => occurrencesOn(entries, date, calendar))
}
