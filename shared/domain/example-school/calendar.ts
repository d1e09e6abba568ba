import { weekOf } from '../packs.ts'
import { defaultCalendar, type SchoolCalendar, termOf } from '../school-calendar.ts'
import { addDays, type SchoolDate } from '../times.ts'

/**
 * A school year in three terms around a day: the middle one holds the three weeks before it, and rests for half-term
 * four weeks on. The example is in term whatever day it is tried on.
 */
export function calendarAround(today: SchoolDate): SchoolCalendar {
  const day = (fromMonday: number) => addDays(weekOf(today), fromMonday)
  const term = (name: string, from: number, until: number) => ({ name, from: day(from), until: day(until) })
  return {
    ...defaultCalendar,
    terms: [
      term(nameBeside(today, -1), -140, -31),
      term(nameByMonth(today), -21, 67),
      term(nameBeside(today, 1), 84, 186),
    ],
    closures: [{ name: 'Half-term', from: day(28), until: day(32) }],
  }
}

const nameByMonth = (date: SchoolDate): string => termOf(defaultCalendar, date).name

/** The name of the term before (-1) or after (1) that of a day. */
function nameBeside(today: SchoolDate, step: -1 | 1): string {
  let date = today
  while (nameByMonth(date) === nameByMonth(today)) date = addDays(date, step)
  return nameByMonth(date)
}
