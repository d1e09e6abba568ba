import { understandHeader } from './class-list-headers.ts'
import { readDuration } from './report-durations.ts'
import type { StayColumns } from './report-stays.ts'
import { foldHeadings, type ReportTable } from './report-tables.ts'
import type { TableRow } from './text-table.ts'

/** Meet's report has six columns and an extension's three; a few may be added. */
const MOST_COLUMNS = 9
const SAMPLE = 60

/**
 * The columns of a table of Meet's, by its headings or else by place and shape; null for any other table. `isStarred` says
 * that the rows of a browser extension, which begin with a star, stand above it.
 */
export function findMeetColumns(
  table: ReportTable,
  hasClock: (cell: string) => boolean,
  isStarred: boolean,
): StayColumns | null {
  if (table.header.cells.length > MOST_COLUMNS) return null
  const known = columnsByHeadings(foldHeadings(table.header)) ?? columnsByShape(table, hasClock)
  return (
    known ?? (isStarred ? columnsOfExtension(table, hasClock) : null) ?? columnsWithoutTimes(table, hasClock)
  )
}

/** Name, when first seen, for how long. */
function columnsOfExtension(
  { header, rows }: ReportTable,
  hasClock: (cell: string) => boolean,
): StayColumns | null {
  const sample = rows.slice(0, SAMPLE)
  const fits = sample.filter(({ cells }) => hasClock(cells[1] ?? '') && readDuration(cells[2] ?? '') !== null)
  if (header.cells.length !== 3 || fits.length * 2 <= sample.length) return null
  return { names: [0], email: null, duration: 2, join: 1, leave: null }
}

function columnsByHeadings(headings: readonly string[]): StayColumns | null {
  const [join, leave] = [headings.indexOf('timejoined'), headings.indexOf('timeexited')]
  const duration = headings.indexOf('duration')
  const names = ['firstname', 'lastname', 'name', 'fullname'].flatMap((name) => {
    const at = headings.indexOf(name)
    return at < 0 ? [] : [at]
  })
  if (join >= 0 && leave >= 0 && names.length > 0)
    return { names, email: indexOrNull(headings.indexOf('email')), duration, join, leave }
  const [seen, inCall] = [headings.indexOf('firstseen'), headings.indexOf('timeincall')]
  if (seen < 0 || inCall < 0 || names.length === 0) return null
  return { names, email: indexOrNull(headings.indexOf('email')), duration: inCall, join: seen, leave: null }
}

/** A length as Meet writes it, `41 min` or `1 hr 2 min`: a class may be called 5M, or 5 Maple. */
const PLAIN_LENGTH = /^(?:\d+ ?\p{L}{1,8}\.? )?\d+(?: \p{L}{1,8}|\p{L}{2,8})\.?$/u

/** One or two columns of names, addresses, lengths: what is left of the report where its times were not exported. */
function columnsWithoutTimes(
  { header, rows }: ReportTable,
  hasClock: (cell: string) => boolean,
): StayColumns | null {
  const duration = header.cells.length - 1
  const email = duration - 1
  const isRow = ({ cells }: TableRow) =>
    !cells.some(hasClock) &&
    PLAIN_LENGTH.test(cells[duration] ?? '') &&
    readDuration(cells[duration] ?? '') !== null &&
    /^(?:[^\s@]+@[^\s@]+)?$/.test(cells[email] ?? '')
  const sample = rows.slice(0, SAMPLE)
  const hasAddress = sample.some(({ cells }) => cells[email] !== '')
  if (email < 1 || email > 2 || !hasAddress || !sample.every(isRow)) return null
  if (understandHeader(header.cells[duration] ?? '').kind !== 'unknown') return null
  return { names: email === 1 ? [0] : [0, 1], email, duration, join: null, leave: null }
}

const indexOrNull = (index: number): number | null => (index < 0 ? null : index)

/** Length, then when joined, then when left: no other program's report has them in this order. */
function columnsByShape(
  { header, rows }: ReportTable,
  hasClock: (cell: string) => boolean,
): StayColumns | null {
  const sample = rows.slice(0, SAMPLE)
  if (sample.length === 0) return null
  const share = (column: number, test: (cell: string) => boolean) =>
    sample.filter(({ cells }) => test(cells[column] ?? '')).length / sample.length
  const leave = header.cells.length - 1
  const [join, duration] = [leave - 1, leave - 2]
  const isLength = (cell: string) => readDuration(cell) !== null && !/^\d{1,2}:\d\d$/.test(cell)
  // Who is still in the meeting has no time of leaving.
  const mayLeave = share(leave, hasClock) > 0.5 || share(leave, (cell) => cell === '' || hasClock(cell)) === 1
  const fits = share(join, hasClock) > 0.5 && mayLeave && share(duration, isLength) > 0.5
  if (duration < 1 || !fits) return null
  const before = Array.from({ length: duration }, (_, index) => index)
  const email = before.find((column) => share(column, (cell) => cell.includes('@')) > 0) ?? null
  const names = before.filter((column) => column !== email).slice(0, 2)
  return names.length === 0 ? null : { names, email, duration, join, leave }
}
