import { cleanCell } from './class-list-cells.ts'
import { understandHeader } from './class-list-headers.ts'
import { DAY_MS } from '../../../shared/domain/times.ts'
import { createTimeReader, looksLikeTime } from './report-times.ts'
import { answerColumns } from './zoom-answers.ts'
import type { TableRow } from './text-table.ts'
import type { MeetingColumns, ZoomColumns } from './zoom-columns.ts'

const WHOLE_NUMBER = /^\d{1,6}$/
const EMAIL_OR_NOTHING = /^(?:[^\s@]+@[^\s@]+)?$/
/** A longer cell is no heading, and looking for brackets in it would take long. */
const LONGEST_HEADING = 200

/** Zoom's number of a meeting, in groups or not. */
const MEETING_NUMBER = /^\d[\d\s-]{5,}$/
/** From this column on the two times of a row stand behind columns about the meeting. */
const FLAT_FROM = 12

/** How many rows under a heading are looked at. */
const VALUE_ROWS = 5

export type ShapedHeader = { text: string; columns: ZoomColumns }

/**
 * Finds the table of people where its headings are in a language nobody wrote down here: Zoom keeps the positions of its
 * columns, and the values under them have a shape. Null where there is no such table.
 */
export function findShapedHeader(rows: readonly TableRow[]): ShapedHeader | null {
  const filled = rows
    .map(({ cells }) => cells.map(cleanCell))
    .filter((cells) => cells.some((cell) => cell !== ''))
  for (const [at, header] of filled.entries()) {
    const below = filled.slice(at + 1, at + 1 + VALUE_ROWS)
    const columns = below.length > 0 && header.length <= 60 ? understandShape(trimEnd(header), below) : null
    if (columns) return { text: headerText(header), columns }
  }
  return null
}

/** A heading row as one text, to find it again further down. */
export const headerText = (cells: readonly string[]): string => trimEnd(cells.map(cleanCell)).join('\t')

function understandShape(header: readonly string[], below: readonly string[][]): ZoomColumns | null {
  const hasOnlyWords = header.every((cell) => !/^[\d\s.:/-]+$/.test(cell) && !looksLikeTime(cell))
  if (!hasOnlyWords || (header[0] ?? '') === '' || (header[0] ?? '').startsWith('#')) return null
  return timedShape(header, below) ?? totalsShape(header, below)
}

/** Name, (e-mail,) join, leave, minutes, and then what later years added. */
function timedShape(header: readonly string[], below: readonly string[][]): ZoomColumns | null {
  const first = below.find((cells) => lastPairOfTimes(cells) > 0) ?? []
  const join = lastPairOfTimes(first)
  const duration = join + 2
  // Between the two stands the row about a meeting as a whole.
  if (join > 3 && join < FLAT_FROM) return null
  if (join < 1 || (header[join] ?? '') === '' || (header[join + 1] ?? '') === '') return null
  const fits = below.every((cells) => /^\d{0,6}$/.test(cells[duration] ?? ''))
  if (!fits || !WHOLE_NUMBER.test(first[duration] ?? '')) return null
  if (join < FLAT_FROM && isOfMeetings(below)) return null
  const hasEmail = join > 1 && below.every((cells) => EMAIL_OR_NOTHING.test(cells[join - 1] ?? ''))
  const name = hasEmail ? join - 2 : join > 1 && join < FLAT_FROM ? 0 : join - 1
  // Any timetable has a name, two times and a number: Zoom’s brackets stand in every language.
  if (![name, duration].some((at) => hasBrackets(header[at] ?? '')) || below.some(isTooLong(join)))
    return null
  return {
    name,
    email: hasEmail ? join - 1 : undefined,
    times: { join, leave: join + 1 },
    duration,
    secondsInUnit: 60,
    ...answerColumns(header, duration + 1, hasEmail),
    meeting: join < FLAT_FROM ? undefined : flatMeeting(first, join),
    width: header.length,
  }
}

/** “Unique users”: `Name (Original name)`, e-mail, minutes in all, guest, consent. The brackets are kept in every language. */
function totalsShape(header: readonly string[], below: readonly string[][]): ZoomColumns | null {
  if (header.length < 3 || header.length > 6 || !hasBrackets(header[0] ?? '')) return null
  if (header.length > 4 && !hasBrackets(header[2] ?? '')) return null
  const fits = below.every(
    ([name = '', email = '', total = '']) =>
      name !== '' && EMAIL_OR_NOTHING.test(email) && WHOLE_NUMBER.test(total),
  )
  if (!fits) return null
  const { guest } = answerColumns(header, 3, true)
  return { name: 0, email: 1, duration: 2, secondsInUnit: 60, guest, width: header.length }
}

/** Rows that an empty report can have: headings and the row about the meeting, headings of the people. */
const MOST_ROWS_OF_NONE = 3

/**
 * Whether these rows are a report of nobody with headings in another language: there are no values to know them by, but
 * the first has its brackets in every language, and so have the minutes. Gives what kind of report it is; else null.
 */
export function kindOfEmptyShape(
  rows: readonly TableRow[],
): 'zoom-participants' | 'zoom-unique-users' | null {
  const filled = rows
    .map(({ cells }) => trimEnd(cells.map(cleanCell)))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const header = filled.at(-1) ?? []
  const [meetingHeader, meeting] = filled.length === MOST_ROWS_OF_NONE ? filled : []
  const isAlone = filled.length === 1 || (meetingHeader && meeting && shapeOfMeeting(meeting) !== null)
  const [first = '', ...others] = header
  if (!isAlone || header.length < 3 || header.length > 9 || !hasBrackets(first)) return null
  if (others.some((cell) => cell === '' || understandHeader(cell).kind === 'pupil')) return null
  if (hasBrackets(others[1] ?? '') && header.length < 5) return 'zoom-unique-users'
  return others.slice(2, 4).some(hasBrackets) ? 'zoom-participants' : null
}

const hasBrackets = (heading: string): boolean =>
  heading.length <= LONGEST_HEADING && /.[(（].+[)）]$/.test(heading)

/** Topic and number come first, the meeting's own two times last before the people's. */
function flatMeeting(cells: readonly string[], join: number): MeetingColumns {
  const before = cells.slice(0, join - 2)
  const start = lastPairOfTimes(before)
  const email = before.findIndex((cell) => /^[^\s@]+@[^\s@]+$/.test(cell))
  return {
    ...meetingNames(cells),
    ...(start >= 0 && { start, end: start + 1 }),
    ...(looksLikeTime(cells[start - 1] ?? '') && { created: start - 1 }),
    ...(email > 2 && { hostName: email - 1, hostEmail: email }),
  }
}

/** The one row about a meeting as a whole, by its shape: a number and two times; null for any other row. */
export function shapeOfMeeting(cells: readonly string[]): MeetingColumns | null {
  const start = cells.length < 6 || cells.length > 60 ? -1 : lastPairOfTimes(cells)
  if (start < 2) return null
  const clean = cells.map(cleanCell)
  const host = clean.findIndex((cell, at) => at > 1 && cell.length <= LONGEST_HEADING && HOST.test(cell))
  return { ...meetingNames(clean), start, end: start + 1, ...(host >= 0 && { hostName: host }) }
}

/** `Ms J Reid (j.reid@school.example)` */
const HOST = /^\S.* \([^()\s@]+@[^()\s@]+\)$/

const meetingNames = (cells: readonly string[]): MeetingColumns =>
  MEETING_NUMBER.test(cells[0] ?? '') ? { id: 0, topic: 1 } : { topic: 0, id: 1 }

/** Whether the rows with times are of meetings, each with its number, and not of people. A telephone's name is a number too. */
function isOfMeetings(rows: readonly (readonly string[])[]): boolean {
  const timed = rows.filter((cells) => lastPairOfTimes(cells) > 1)
  return (
    timed.length > 0 &&
    timed.every(
      ([first = '', second = '']) =>
        MEETING_NUMBER.test(second) || (MEETING_NUMBER.test(first) && !EMAIL_OR_NOTHING.test(second)),
    )
  )
}

/** Whether a table says which meetings there were and of nobody who was in them, in any language. */
export function isListOfMeetings(rows: readonly TableRow[]): boolean {
  const filled = rows
    .map(({ cells }) => trimEnd(cells.map(cleanCell)))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const [header = [], ...below] = filled
  return (
    header.length >= 6 &&
    header.some(hasBrackets) &&
    !header.some(looksLikeTime) &&
    below.slice(0, VALUE_ROWS).every((cells) => shapeOfMeeting(cells) !== null) &&
    isOfMeetings(below.slice(0, VALUE_ROWS))
  )
}

/** Nobody is in a meeting for longer: a library book is. */
const LONGEST_STAY_MS = 2 * DAY_MS
const READERS = (['month-first', 'day-first'] as const).map((order) => createTimeReader(order))

const isTooLong =
  (join: number) =>
  (cells: readonly string[]): boolean => {
    const spans = READERS.flatMap((read) => {
      const [from, to] = [read(cells[join] ?? ''), read(cells[join + 1] ?? '')]
      return from && to ? [to.ms - from.ms] : []
    })
    return spans.length > 0 && spans.every((span) => span > LONGEST_STAY_MS)
  }

function lastPairOfTimes(cells: readonly string[]): number {
  for (let at = Math.min(cells.length, 60) - 2; at >= 0; at -= 1)
    if (looksLikeTime(cells[at] ?? '') && looksLikeTime(cells[at + 1] ?? '')) return at
  return -1
}

const trimEnd = (cells: readonly string[]): string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
