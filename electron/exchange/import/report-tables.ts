import { fold } from './class-list-headers.ts'
import { tidyName } from './report-names.ts'
import { plainTime } from './report-time-forms.ts'
import { createTimeReader } from './report-times.ts'
import type { TableRow } from './text-table.ts'

/** A table inside a report: its heading row, the rows under it, and what stands between it and the table before. */
export type ReportTable = { above: TableRow[]; header: TableRow; rows: TableRow[] }

/** No report has more columns with a meaning; the cells beyond are not looked at. */
const MOST_COLUMNS = 24

/**
 * Finds the tables of a report by shape, in any language: a heading row has three cells or more and no time, the rows
 * under it have times. Titles (one cell) and facts (`Start time`, value) stand above. Cells come out tidied, no-break
 * spaces as spaces. `hasTime` says whether a cell is a time.
 */
export function findReportTables(
  rows: Iterable<TableRow>,
  hasTime: (cell: string) => boolean,
): { tables: ReportTable[]; below: TableRow[] } {
  const tables: ReportTable[] = []
  let above: TableRow[] = []
  let isOpen = false
  let isAfterGap = false
  for (const row of rows) {
    const tidy = tidyRow(row, hasTime)
    const { cells } = tidy
    const table = tables.at(-1)
    if (cells.length === 0) isAfterGap = true
    else if (isOpen && table && (cells.some(hasTime) || (!isAfterGap && cells.length > 2))) {
      if (!isSameHeading(cells, table.header.cells)) table.rows.push(tidy)
      isAfterGap = false
    } else if (cells.filter(Boolean).length > 2 && !cells.some(hasTime) && !isFact(cells)) {
      tables.push({ above, header: tidy, rows: [] })
      above = []
      isOpen = true
      isAfterGap = false
    } else {
      // Facts follow right under it, so it was one of them with a remark beside it.
      if (isOpen && table && table.rows.length === 0 && !isAfterGap) {
        tables.pop()
        above = [...table.above, asFact(table.header)]
      }
      above.push(isFact(cells) || hasTime(cells[1] ?? '') ? asFact(tidy) : tidy)
      isOpen = false
    }
  }
  return { tables, below: above }
}

/** A label and its value, and then perhaps a remark that somebody typed beside them. */
const isFact = ([label = '', value = '', next = '']: readonly string[]): boolean =>
  label !== '' && value !== '' && next === ''

const asFact = ({ line, cells }: TableRow): TableRow => ({ line, cells: cells.slice(0, 2) })

function tidyRow({ line, cells }: TableRow, hasTime: (cell: string) => boolean): TableRow {
  const tidy = cells.slice(0, MOST_COLUMNS).map((cell, index) => {
    const text = tidyName(cell.slice(0, MOST_LETTERS))
    return index === 0 ? text : tidyTime(text, hasTime)
  })
  while (tidy.at(-1) === '') tidy.pop()
  return { line, cells: tidy }
}

/** A time in a form of its own language becomes a plain one. */
function tidyTime(cell: string, hasTime: (cell: string) => boolean): string {
  if (cell.length < 8 || cell.length > 60 || cell.includes('@') || !/\p{Nd}/u.test(cell) || hasTime(cell))
    return cell
  const plain = plainTime(cell)
  return hasTime(plain) ? plain : cell
}

/** A cell longer than this is no name and no time. */
const MOST_LETTERS = 500

const isSameHeading = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.length === header.length && cells.every((cell, index) => cell === header[index])

/** The headings of a row, letters and digits only. */
export const foldHeadings = ({ cells }: TableRow): string[] => cells.map(fold)

/** Tells whether a cell is a time, with a date before the clock. */
export const createTimeTest = (): ((cell: string) => boolean) => {
  const read = createTimeReader('month-first')
  return (cell) => mayBeTime(cell) && read(cell) !== null
}

/** Tells whether a cell is a time, with or without a date. */
export const createClockTest = (): ((cell: string) => boolean) => {
  const read = createTimeReader('month-first', 0)
  return (cell) => mayBeTime(cell) && read(cell) !== null
}

const mayBeTime = (cell: string): boolean => cell.length >= 4 && cell.length <= 60 && /\d/.test(cell)
