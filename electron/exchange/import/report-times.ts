import { DAY_MS, type SchoolDate } from '../../../shared/domain/times.ts'
import {
  type AfterClock,
  readAfterClock,
  readUsualClock,
  secondsOfDay,
  splitAtClock,
} from './report-clock.ts'
import { type DateOrder, readReportDate, type ReportDate } from './report-dates.ts'

/** A moment by the file's own clock, in ms as if it were UTC, and what the file says of its zone: `Z`, `+01:00` or nothing. */
export type ReportMoment = { ms: number; zone: string }

/** How the days of a file are read. `isOpen`: both orders stay possible and month first is assumed. `isMixed`: the file has dates of both. */
export type DateOrderDecision = { order: DateOrder; isOpen: boolean; isMixed: boolean }

/** A meeting may go past midnight, but not past another day. */
const LONGEST_SPAN_DAYS = 1

/**
 * Decides from a whole file whether its dates have the day or the month first. Each group holds cells that lie within a
 * day of each other: the two times of a row, or all times of one meeting. What decides, in this order: a number above
 * 12 or a date with dots, a group that only one order keeps together, and last the lesson's own date, a day more or
 * less. Cells that are no times are passed over.
 */
export function decideDateOrder(
  groups: Iterable<readonly string[]>,
  lessonDate?: SchoolDate,
): DateOrderDecision {
  return decideOrder(readGroups(groups), lessonDate)
}

function decideOrder(
  groupsOfDates: readonly (readonly ReportDate[])[],
  lessonDate: SchoolDate | undefined,
): DateOrderDecision {
  const dates = [...new Set(groupsOfDates.flat())]
  const certain = new Set(dates.flatMap(({ only }) => only ?? []))
  const [onlyOrder] = certain
  const isMixed = certain.size > 1
  if (onlyOrder !== undefined && !isMixed) return { order: onlyOrder, isOpen: false, isMixed }
  const open = dates.filter(({ only, days }) => only === null && days['month-first'] !== days['day-first'])
  if (open.length === 0) return { order: 'month-first', isOpen: false, isMixed }
  const order = orderThatKeepsTogether(groupsOfDates) ?? orderOfLesson(open, lessonDate)
  return { order: order ?? 'month-first', isOpen: order === null, isMixed }
}

/** The dates of each group, each distinct set once: a report repeats few dates on very many rows. */
function readGroups(groups: Iterable<readonly string[]>): ReportDate[][] {
  const texts = new Map<string, ReportDate | null>()
  const sets = new Map<string, ReportDate[]>()
  for (const cells of groups) {
    const found = new Set<string>()
    for (const cell of cells) found.add(splitAtClock(cell).date)
    const key = [...found].join('\n')
    if (sets.has(key)) continue
    const dates = [...found].flatMap((text) => {
      const known = texts.get(text) ?? readReportDate(text)
      texts.set(text, known)
      return known ?? []
    })
    sets.set(key, dates)
  }
  return [...sets.values()]
}

function orderThatKeepsTogether(groups: readonly (readonly ReportDate[])[]): DateOrder | null {
  const orders = groups.flatMap((dates) => {
    const [month, day] = [spanOf(dates, 'month-first'), spanOf(dates, 'day-first')]
    if (month <= LONGEST_SPAN_DAYS === day <= LONGEST_SPAN_DAYS) return []
    return [month <= LONGEST_SPAN_DAYS ? ('month-first' as const) : ('day-first' as const)]
  })
  const [first = null, ...others] = [...new Set(orders)]
  return others.length === 0 ? first : null
}

function spanOf(dates: readonly ReportDate[], order: DateOrder): number {
  let [first, last] = [Infinity, -Infinity]
  for (const date of dates) {
    first = Math.min(first, dayOf(date, order))
    last = Math.max(last, dayOf(date, order))
  }
  return (last - first) / DAY_MS
}

function orderOfLesson(dates: readonly ReportDate[], lessonDate: SchoolDate | undefined): DateOrder | null {
  const lesson = lessonDate === undefined ? Number.NaN : Date.parse(`${lessonDate}T00:00:00Z`)
  const isNear = (order: DateOrder, days: number) =>
    dates.some((date) => Math.abs(dayOf(date, order) - lesson) <= days * DAY_MS)
  for (const days of [0, 1]) {
    const [month, day] = [isNear('month-first', days), isNear('day-first', days)]
    if (month !== day) return month ? 'month-first' : 'day-first'
    if (month && day) return null
  }
  return null
}

/** The day in ms, by the one order it can have or else by that of the file. */
const dayOf = ({ only, days }: ReportDate, order: DateOrder): number => days[only ?? order] ?? Number.NaN

/**
 * Reads the times of one file; null for what is no time. `day` (ms) stands in where a cell has a clock and no date.
 * A reader is made once for each file: it remembers dates and what stands after the clock.
 */
export function createTimeReader(order: DateOrder, day?: number): (cell: string) => ReportMoment | null {
  const findDay = remembering((text) => {
    const date = text === '' ? null : readReportDate(text)
    if (date) return dayOf(date, order)
    return text === '' ? (day ?? null) : null
  })
  const findAfter = remembering(readAfterClock)
  return (cell) => {
    const { date, before, clock, after } = splitAtClock(cell)
    if (clock < 0) return null
    const start = findDay(date)
    const said = findAfter(before === '' ? after : `${before} ${after}`)
    if (start === null || said === null) return null
    const seconds = secondsOfDay(clock, said.half)
    return seconds === null ? null : { ms: start + seconds * 1000, zone: said.zone }
  }
}

const MOST_REMEMBERED = 5_000

function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    if (known.size < MOST_REMEMBERED) known.set(text, value)
    return value
  }
}

/** What `NotedTimes.note` gives for a blank cell, and for one that is no time. */
export const NO_TIME = -1
export const UNREADABLE_TIME = -2

/** A day with its zone is noted as its number times this, and the second of the day. */
const SECONDS_NOTED = 131_072

/**
 * The times of a long file, noted as numbers while its rows go by, so that none has to be kept until the order of day
 * and month is decided from all of them.
 */
export class NotedTimes {
  private readonly days: { date: ReportDate; zone: string }[] = []
  private readonly byText = new Map<string, number>()
  private readonly findAfter: (text: string) => AfterClock | null = remembering(readAfterClock)
  private readonly findDate: (text: string) => ReportDate | null = remembering(readReportDate)
  private lastDate = ''
  private lastZone = ''
  private lastDay = -1

  /** A cell as a number to be asked about later. */
  note(cell: string): number {
    if (cell === '') return NO_TIME
    const usual = this.noteUsual(cell)
    if (usual >= 0) return usual
    const { date, before, clock, after } = splitAtClock(cell)
    if (clock < 0) return cell.trim() === '' ? NO_TIME : UNREADABLE_TIME
    const said = this.findAfter(before === '' ? after : `${before} ${after}`)
    const seconds = said && secondsOfDay(clock, said.half)
    if (!said || seconds === null) return UNREADABLE_TIME
    const day = this.dayNumber(date, said.zone)
    return day < 0 ? UNREADABLE_TIME : day * SECONDS_NOTED + seconds
  }

  /** `01/18/2021 09:30:15 AM` of the day before it, which nearly every cell is; else below 0. */
  private noteUsual(cell: string): number {
    const at = this.lastDate.length
    if (this.lastDay < 0 || this.lastZone !== '' || at === 0) return UNREADABLE_TIME
    if (cell.charCodeAt(at) !== 32 || !cell.startsWith(this.lastDate)) return UNREADABLE_TIME
    const seconds = readUsualClock(cell, at + 1)
    return seconds < 0 ? UNREADABLE_TIME : this.lastDay * SECONDS_NOTED + seconds
  }

  private dayNumber(text: string, zone: string): number {
    if (text === this.lastDate && zone === this.lastZone) return this.lastDay
    const key = `${text} ${zone}`
    let number = this.byText.get(key)
    if (number === undefined) {
      const date = this.findDate(text)
      number = date ? this.days.push({ date, zone }) - 1 : -1
      this.byText.set(key, number)
    }
    this.lastDate = text
    this.lastZone = zone
    this.lastDay = number
    return number
  }

  /** Which day a noted time is of: a number that is equal for equal days; below 0 for no time. */
  readonly dayOf = (noted: number): number => (noted < 0 ? -1 : Math.floor(noted / SECONDS_NOTED))

  /**
   * As `decideDateOrder`; each group holds the days (`dayOf`) that lie close together. `others` are days of anything else in
   * the file: they tell how dates are written where they can be read one way only.
   */
  decide(
    groups: readonly ReadonlySet<number>[],
    lessonDate?: SchoolDate,
    others: Iterable<number> = [],
  ): DateOrderDecision {
    const datesOf = (days: Iterable<number>) => [...days].flatMap((day) => this.days[day]?.date ?? [])
    const certain = datesOf(others).filter(({ only }) => only !== null)
    return decideOrder([...groups.map(datesOf), certain], lessonDate)
  }

  /** The moments of noted times, once the order is decided; null for no time. */
  reader(order: DateOrder): (noted: number) => ReportMoment | null {
    const starts = this.days.map(({ date, zone }) => ({ ms: dayOf(date, order), zone }))
    return (noted) => {
      const day = starts[this.dayOf(noted)]
      return day ? { ms: day.ms + (noted % SECONDS_NOTED) * 1000, zone: day.zone } : null
    }
  }
}

/** A cell that may be a date with a clock: quick, to tell rows of values from headings. */
export const looksLikeTime = (cell: string): boolean => {
  if (cell.length < 11 || cell.length > 60) return false
  const { date, clock } = splitAtClock(cell)
  return clock >= 0 && readReportDate(date) !== null
}
