import type { TimetableEntry } from '../../../shared/domain/timetable.ts'
import { firstDateOf } from '../../../shared/domain/timetable.ts'
import { dayAndMonth, fullDate, instantOf, weekdayName } from '../../../shared/domain/times.ts'

const noon = (date: string): number => instantOf(date, '12:00')

/** `Monday 18 January` */
export const dayInWords = (date: string): string => dayAndMonth(noon(date))
/** `18 January 2021` */
export const dateWithYear = (date: string): string => fullDate(noon(date))

/** `Every Monday from 4 January 2021`, `Every second Monday …`, `18 January 2021`. */
export function whenInWords({ when }: Pick<TimetableEntry, 'when'>): string {
  const first = firstDateOf(when)
  if (when.repeats === 'once') return dateWithYear(first)
  const each = ['Every', 'Every second', 'Every third', 'Every fourth'][when.everyWeeks - 1]
  const until = when.until === null ? '' : ` until ${dateWithYear(when.until)}`
  return `${each} ${weekdayName(noon(first))} from ${dateWithYear(first)}${until}`
}
