import type { SchoolDate } from '../../../shared/domain/times.ts'
import { DAY_MS, type DateOrder, readReportDate, type ReportDate } from './report-dates.ts'

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
  const groupsOfDates = readGroups(groups)
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
  const days = new Map<string, number | null>()
  const afters = new Map<string, After | null>()
  const findDay = remembering(days, (text) => {
    const date = text === '' ? null : readReportDate(text)
    if (date) return dayOf(date, order)
    return text === '' ? (day ?? null) : null
  })
  const findAfter = remembering(afters, readAfter)
  return (cell) => {
    const { date, before, clock, after } = splitAtClock(cell)
    if (clock < 0) return null
    const start = findDay(date)
    const said = findAfter(before === '' ? after : `${before} ${after}`)
    if (start === null || said === null) return null
    const seconds = secondsOf(clock, said.half)
    return seconds === null ? null : { ms: start + seconds * 1000, zone: said.zone }
  }
}

const MOST_REMEMBERED = 5_000

function remembering<T>(known: Map<string, T>, read: (text: string) => T): (text: string) => T {
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    if (known.size < MOST_REMEMBERED) known.set(text, value)
    return value
  }
}

/** A cell that may be a date with a clock: quick, to tell rows of values from headings. */
export const looksLikeTime = (cell: string): boolean => {
  if (cell.length < 11 || cell.length > 60) return false
  const { date, clock } = splitAtClock(cell)
  return clock >= 0 && readReportDate(date) !== null
}

type Split = { date: string; before: string; clock: number; after: string }

const isDigit = (code: number): boolean => code >= 48 && code <= 57
/** The separators of a clock: `09:30:15`, and `09.30.15` as some languages have it. */
const CLOCK_WITH_DOTS = /(?:^|[\s,])(\d{1,2})\.([0-5]\d)(?:\.([0-5]\d))?\s*([\p{L}.]*)$/u
/** Words between date and clock: `18/01/2021 at 09:30`, `2021/1/18 上午 9:30`. */
const BETWEEN = /[\s,]*(?:(?<![\p{L}\d])(?:at|à|um|om|kl\.?|alle)|(?<=\d)T)?[\s,]*$/iu
const HALF_BEFORE = /(上午|下午|午前|午後|오전|오후|凌晨|早上|中午|晚上)\s*$/

/** Takes a cell apart at its clock, which is `clock` seconds as written, or -1 where there is none. */
function splitAtClock(cell: string): Split {
  const colon = cell.indexOf(':')
  if (colon < 1) return splitAtDots(cell)
  let from = colon
  while (from > 0 && colon - from < 2 && isDigit(cell.charCodeAt(from - 1))) from -= 1
  const minutes = twoDigits(cell, colon + 1)
  if (from === colon || minutes < 0 || minutes > 59) return { date: cell, before: '', clock: -1, after: '' }
  const hours = Number(cell.slice(from, colon))
  const seconds = cell.charCodeAt(colon + 3) === 58 ? twoDigits(cell, colon + 4) : -1
  const hasSeconds = seconds >= 0 && seconds < 60
  const clock = hours * 3600 + minutes * 60 + (hasSeconds ? seconds : 0)
  const after = cell.slice(colon + (hasSeconds ? 6 : 3)).trim()
  return { ...splitBefore(cell, from), clock, after }
}

function splitAtDots(cell: string): Split {
  const found = CLOCK_WITH_DOTS.exec(cell.slice(-40))
  if (!found) return { date: cell.trim(), before: '', clock: -1, after: '' }
  const [whole, hours, minutes, seconds = '0', after = ''] = found
  const clock = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return { ...splitBefore(cell, cell.length - whole.length), clock, after }
}

function splitBefore(cell: string, end: number): { date: string; before: string } {
  // Nearly every cell: digits, then one space, then the clock.
  if (end > 1 && cell.charCodeAt(end - 1) === 32 && isDigit(cell.charCodeAt(end - 2)))
    return { date: cell.slice(0, end - 1).trimStart(), before: '' }
  const text = cell.slice(Math.max(0, end - 60), end)
  const before = HALF_BEFORE.exec(text)?.[1] ?? ''
  const rest = before === '' ? text : text.replace(HALF_BEFORE, '')
  return { date: rest.replace(BETWEEN, '').trim(), before }
}

function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1
}

type After = { half: 'am' | 'pm' | null; zone: string }

const MORNING = /^(am|a\. ?m\.?|上午|午前|오전|凌晨|早上|дп|π\.?μ\.?|sa|de\.?|öö|fm|f\.m\.)$/iu
const AFTERNOON = /^(pm|p\. ?m\.?|下午|午後|오후|中午|晚上|пп|μ\.?μ\.?|ch|du\.?|ös|em|e\.m\.)$/iu

/** What stands around a clock: parts of a second, the half of the day, a zone. Null for anything else. */
function readAfter(text: string): After | null {
  const tidy = text
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[.,]\d{1,9}/, '')
    .trim()
  if (tidy === '' || /^(uhr|h|klo)$/i.test(tidy)) return { half: null, zone: '' }
  if (MORNING.test(tidy)) return { half: 'am', zone: '' }
  if (AFTERNOON.test(tidy)) return { half: 'pm', zone: '' }
  const [, half = '', zone = ''] =
    /^([ap]m)? ?\(?(z|utc|gmt|(?:utc|gmt)?[+-−]\d{1,2}:?(?:\d\d)?)\)?$/i.exec(tidy) ?? []
  return zone === '' ? null : { half: readHalf(half), zone: readZone(zone) }
}

const readHalf = (text: string): After['half'] =>
  text === '' ? null : text.toLowerCase() === 'am' ? 'am' : 'pm'

function readZone(text: string): string {
  const [, sign = '', hours = '0', minutes = '0'] = /([+\-−])(\d{1,2}):?(\d\d)?$/.exec(text) ?? []
  if (Number(hours) === 0 && Number(minutes) === 0) return 'Z'
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

/** Seconds of the day, or null where there is no such hour. `15:30 PM`, which some exports write, is 15:30. */
function secondsOf(written: number, half: After['half']): number | null {
  const hours = Math.floor(written / 3600)
  if (hours > 23) return null
  if (half === 'am' && hours === 12) return written - 12 * 3600
  if (half === 'pm' && hours < 12) return written + 12 * 3600
  return written
}
