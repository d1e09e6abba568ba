import type { FileWarning } from '../../../shared/domain/class-list.ts'
import type { ReportRow } from '../../../shared/domain/report-people.ts'
import { DAY_MS } from '../../../shared/domain/times.ts'
import { readDuration } from './report-durations.ts'
import { foldMark, lastBracket, splitMarks, TEAMS_GUESTS } from './report-names.ts'
import { isOrganiser } from './report-roles.ts'
import type { TableRow } from './text-table.ts'

/**
 * Where the columns of a table of stays are. Without `leave` a stay ends where its length from the joining is over; without
 * `join` only the lengths are known.
 */
export type StayColumns = {
  /** One column, or forename and surname. */
  names: readonly number[]
  email: number | null
  duration: number
  join: number | null
  leave: number | null
  /** The times have no date: a leaving before the joining is after midnight. */
  isOfOneDay?: boolean
}

/** A row of join and leave: what becomes of it, and what to know of it. */
export type Stay = { row: ReportRow; warning: FileWarning | null }

/**
 * Reads a table whose rows say who came when and left when; `at` reads a time as ms of the file's clock. Who registered and
 * never came (no times, no length) is not there.
 */
export function readStays(
  rows: readonly TableRow[],
  columns: StayColumns,
  at: (cell: string) => number | null,
): Stay[] {
  const marks = findMarks(rows, columns)
  return rows.flatMap((row) => {
    const { join, leave } = cellsOf(row, columns)
    const isAbsent = join === '' && leave === '' && !readDuration(row.cells[columns.duration] ?? '')
    return isAbsent ? [] : [readStay(row, columns, marks, at)]
  })
}

const cellsOf = ({ cells }: TableRow, { names, join, leave }: StayColumns) => ({
  name: names
    .map((column) => cells[column] ?? '')
    .filter(Boolean)
    .join(' '),
  join: join === null ? '' : (cells[join] ?? ''),
  leave: leave === null ? '' : (cells[leave] ?? ''),
})

function readStay(
  tableRow: TableRow,
  columns: StayColumns,
  marks: ReadonlySet<string>,
  at: (cell: string) => number | null,
): Stay {
  const { line, cells } = tableRow
  const written = cellsOf(tableRow, columns)
  const { name, guest } = splitMarks(written.name, marks)
  const email = columns.email === null ? '' : (cells[columns.email] ?? '')
  const length = readDuration(cells[columns.duration] ?? '')
  const from = at(written.join)
  const byLength = columns.leave === null && from !== null && length !== null
  const left = byLength ? from + Math.round(length * 60) * 1000 : at(written.leave)
  const isNextDay = columns.isOfOneDay && from !== null && left !== null && left < from
  const end = isNextDay ? left + DAY_MS : left
  const row: ReportRow = {
    line,
    name,
    ...(email.includes('@') && { email }),
    ...(guest && { guest }),
    ...(cells.slice(columns.duration + 1).some(isOrganiser) && { host: true }),
    from,
    to: from !== null && end !== null && end < from ? null : end,
    ...(length !== null && { totalMinutes: length }),
  }
  return { row, warning: columns.join === null ? null : warn(row, written.leave, end) }
}

function warn({ line, from, to }: ReportRow, leave: string, end: number | null): FileWarning | null {
  if (from === null) return { line, code: 'unreadable-time', message: NO_START }
  if (to !== null) return null
  if (end !== null) return { line, code: 'leave-before-join', message: BACKWARDS }
  if (leave !== '') return { line, code: 'unreadable-time', message: NO_READABLE_END }
  return { line, code: 'missing-leave', message: NO_END }
}

const NO_START =
  'When this person joined is missing or could not be read: only the length the report gives is counted.'
const NO_READABLE_END = 'When this person left could not be read: counted to the last time in the report.'
const BACKWARDS =
  'This person leaves before they join: the leaving was left out, and they are counted to the last time in the report.'
/** Said of a stretch whose end a report does not have. */
export const NO_END = 'The report does not say when this person left: counted to the last time in the report.'

/**
 * Marks in a language that is not known: the same brackets end the names of two people or more, and only of people without
 * an address, in a table where others have one.
 */
function findMarks(rows: readonly TableRow[], columns: StayColumns): ReadonlySet<string> {
  const hasAddress = ({ cells }: TableRow) => cells.some((cell) => cell.includes('@'))
  const names = new Map<string, Set<string>>()
  const ofMembers = new Set<string>()
  for (const row of rows) {
    const found = lastBracket(cellsOf(row, columns).name)
    if (!found) continue
    const mark = foldMark(found.inside)
    if (hasAddress(row)) ofMembers.add(mark)
    else names.set(mark, (names.get(mark) ?? new Set()).add(found.before))
  }
  if (!rows.some(hasAddress)) return TEAMS_GUESTS
  const used = [...names].filter(([mark, people]) => people.size > 1 && !ofMembers.has(mark))
  return new Set([...TEAMS_GUESTS, ...used.map(([mark]) => mark)])
}
