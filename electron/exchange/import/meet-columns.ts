import { readDuration } from './report-durations.ts'
import type { StayColumns } from './report-stays.ts'
import { foldHeadings, type ReportTable } from './report-tables.ts'

/** Meet's report has six columns and an extension's three; a few may be added. */
const MOST_COLUMNS = 9
const SAMPLE = 60

/** The columns of a table of Meet's, by its headings or else by place and shape; null for any other table. */
export function findMeetColumns(table: ReportTable, hasClock: (cell: string) => boolean): StayColumns | null {
  if (table.header.cells.length > MOST_COLUMNS) return null
  return columnsByHeadings(foldHeadings(table.header)) ?? columnsByShape(table, hasClock)
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
  const fits = share(join, hasClock) > 0.5 && share(leave, hasClock) > 0.5 && share(duration, isLength) > 0.5
  if (duration < 1 || !fits) return null
  const before = Array.from({ length: duration }, (_, index) => index)
  const email = before.find((column) => share(column, (cell) => cell.includes('@')) > 0) ?? null
  const names = before.filter((column) => column !== email).slice(0, 2)
  return names.length === 0 ? null : { names, email, duration, join, leave }
}
