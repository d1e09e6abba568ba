import { TZDate } from '@date-fns/tz'

/**
 * Times are UTC milliseconds everywhere inside; these functions are the edge where they become the school's
 * calendar days (`2021-01-18`) and clock times (`09:30`), with daylight saving right.
 */
export type SchoolDate = string
export const SCHOOL_ZONE = 'Europe/London'

const MINUTE_MS = 60_000
/** A day of the calendar, where no zone changes its clock. */
export const DAY_MS = 86_400_000

const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: SCHOOL_ZONE, ...options })

const clockFormat = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekdayFormat = formatter({ weekday: 'long' })
const dayFormat = formatter({ weekday: 'long', day: 'numeric', month: 'long' })
const fullDateFormat = formatter({ day: 'numeric', month: 'long', year: 'numeric' })

/** The school's calendar day an instant falls on, as ISO `YYYY-MM-DD`. */
export function schoolDateOf(at: number): SchoolDate {
  const local = new TZDate(at, SCHOOL_ZONE)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`
}

/**
 * The instant (UTC ms) of a clock time `HH:MM` on a school day. A time that spring skips moves forward an hour; of one
 * that autumn repeats it is the first (RFC 5545, 3.3.5).
 */
export function instantOf(date: SchoolDate, clock: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const at = new TZDate(year, month - 1, day, hour, minute, SCHOOL_ZONE).getTime()
  const hourEarlier = at - 60 * MINUTE_MS
  return clockTime(hourEarlier) === clockTime(at) ? hourEarlier : at
}

/** From the first instant of a school day up to, not including, the first of the next. */
export function boundsOf(date: SchoolDate): { from: number; until: number } {
  return { from: instantOf(date, '00:00'), until: instantOf(addDays(date, 1), '00:00') }
}

export function addDays(date: SchoolDate, days: number): SchoolDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** Whole days from one date to another; below zero when the other is earlier. */
export const daysBetween = (from: SchoolDate, to: SchoolDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Monday is 1, Sunday is 7. */
export function weekdayOf(date: SchoolDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** `09:30` */
export const clockTime = (at: number): string => clockFormat.format(at)

/** `Monday 18 January` */
export const dayAndMonth = (at: number): string => dayFormat.format(at).replace(',', '')

/** `Monday 18 January 2021` */
export const dateInWords = (date: SchoolDate): string => {
  const at = instantOf(date, '12:00')
  return `${dayAndMonth(at)} ${date.slice(0, 4)}`
}

/** `Monday` */
export const weekdayName = (at: number): string => weekdayFormat.format(at)

/** `18 January 2021` */
export const fullDate = (at: number): string => fullDateFormat.format(at)

/** Whole minutes between two instants, never below zero. */
export const minutesBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / MINUTE_MS))

export const minutes = (count: number): number => count * MINUTE_MS

/** `18:24`, or `1:02:03` from an hour on, for a running clock. */
export function stopwatch(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** `in 8 minutes`, `now`, `5 minutes ago`, beyond an hour the clock time alone. */
export function relativeToNow(at: number, now: number): string {
  const difference = Math.round((at - now) / MINUTE_MS)
  if (difference === 0) return 'now'
  if (Math.abs(difference) > 60) return `at ${clockTime(at)}`
  const amount = Math.abs(difference)
  const words = amount === 1 ? '1 minute' : `${amount} minutes`
  return difference > 0 ? `in ${words}` : `${words} ago`
}
