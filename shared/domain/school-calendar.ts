import { z } from 'zod'
import { allowed, refused, type Verdict } from './lesson.ts'
import { clockTime, dateInWords, type SchoolDate, schoolDateOf, weekdayOf } from './times.ts'

/** A clock time of the school, `HH:MM`. Compared as text, the earlier one is the smaller. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A day of the school, ISO. Years that no timetable needs are refused, so that counting through days always ends. */
export const calendarDate = z.iso
  .date()
  .refine((date) => date >= '2000-01-01' && date <= '2099-12-31', 'A date from 2000 to 2099.')

/** A named stretch of days, the first and the last included. */
const period = z
  .object({ name: z.string().trim().min(1).max(60), from: calendarDate, until: calendarDate })
  .refine(({ from, until }) => from <= until, 'It ends before it begins.')
export type Period = z.infer<typeof period>

/** When a school teaches (clause staff.within-day): hours, weekdays, terms, and days it is closed. */
export const schoolCalendar = z
  .object({
    dayFrom: clock,
    dayUntil: clock,
    /** Monday is 1, Sunday is 7. */
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    /** Empty until told: then every weekday of the year is a school day. */
    terms: z.array(period).max(30),
    /** Half-terms, INSET days, bank holidays. */
    closures: z.array(period).max(200),
  })
  .refine(({ dayFrom, dayUntil }) => dayFrom < dayUntil, 'The school day ends before it begins.')
export type SchoolCalendar = z.infer<typeof schoolCalendar>

/** Until the school says otherwise: Monday to Friday, 08:45 to 15:30, all year. */
export const defaultCalendar: SchoolCalendar = {
  dayFrom: '08:45',
  dayUntil: '15:30',
  weekdays: [1, 2, 3, 4, 5],
  terms: [],
  closures: [],
}

const holds = ({ from, until }: Period, date: SchoolDate): boolean => from <= date && date <= until

/**
 * The term a day belongs to: the latest one begun by then, so that a holiday still belongs to the term before it.
 * Where no term has begun, by month: autumn from September, spring from January, summer from April.
 */
export function termOf(calendar: SchoolCalendar, date: SchoolDate): { key: string; name: string } {
  const begun = calendar.terms
    .filter((term) => term.from <= date)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1)
  return begun ? { key: begun.from, name: begun.name } : termByMonth(date)
}

function termByMonth(date: SchoolDate): { key: string; name: string } {
  const year = date.slice(0, 4)
  const month = Number(date.slice(5, 7))
  if (month >= 9) return { key: `${year}-autumn`, name: `Autumn term ${year}` }
  return month <= 3
    ? { key: `${year}-spring`, name: `Spring term ${year}` }
    : { key: `${year}-summer`, name: `Summer term ${year}` }
}

/**
 * The term that holds a day, for what adds up over one (staff.rewards). On a day that no term holds, the school year so
 * far: from 1 September.
 */
export function termHolding({ terms }: SchoolCalendar, date: SchoolDate): Period {
  const term = terms.find((one) => holds(one, date))
  if (term) return term
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0)
  return {
    name: `School year ${year}/${String((year + 1) % 100).padStart(2, '0')}`,
    from: `${year}-09-01`,
    until: `${year + 1}-08-31`,
  }
}

/** Why there is no school on a day, in words; null on a school day. */
export function whyClosed(calendar: SchoolCalendar, date: SchoolDate): string | null {
  const closure = closureOf(calendar, date)
  if (closure) return `The school is closed on ${dateInWords(date)}: ${closure.name}.`
  if (!isSchoolWeekday(calendar, date)) return `${dateInWords(date)} is not a school day.`
  return isInTerm(calendar, date) ? null : `${dateInWords(date)} is not in term.`
}

const closureOf = ({ closures }: SchoolCalendar, date: SchoolDate) => closures.find((one) => holds(one, date))
const isSchoolWeekday = ({ weekdays }: SchoolCalendar, date: SchoolDate) => weekdays.includes(weekdayOf(date))
const isInTerm = ({ terms }: SchoolCalendar, date: SchoolDate) =>
  terms.length === 0 || terms.some((term) => holds(term, date))

/** A day out of term or of a closure. A weekend of the term is none: it is only not a school day. */
export const isHoliday = (calendar: SchoolCalendar, date: SchoolDate): boolean =>
  !isInTerm(calendar, date) || closureOf(calendar, date) !== undefined

export const isSchoolDay = (calendar: SchoolCalendar, date: SchoolDate): boolean =>
  isSchoolWeekday(calendar, date) && !isHoliday(calendar, date)

/** Why clock times lie outside the school's hours, in words; null within them. */
export function whyOutsideHours({ dayFrom, dayUntil }: SchoolCalendar, from: string, until: string) {
  if (from >= dayFrom && until <= dayUntil) return null
  return `${from} to ${until} is outside the school day, which is ${dayFrom} to ${dayUntil}.`
}

/** Whether a lesson lies inside one school day (clause staff.within-day). Both are UTC ms. */
export function isWithinSchoolDay(calendar: SchoolCalendar, startsAt: number, endsAt: number): Verdict {
  const date = schoolDateOf(startsAt)
  const closed = whyClosed(calendar, date)
  if (closed !== null) return refused(closed)
  // An end on a later day reads earlier than the start on the clock; as `24:00` it is after every school day.
  const until = schoolDateOf(endsAt) === date ? clockTime(endsAt) : '24:00'
  const outside = whyOutsideHours(calendar, clockTime(startsAt), until)
  return outside === null ? allowed : refused(outside)
}
