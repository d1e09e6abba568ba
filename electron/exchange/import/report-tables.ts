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
 * spaces as spaces. Rows are taken as they go by, so that a long report is held once only.
 */
export class ReportTables {
  readonly tables: ReportTable[] = []
  /** What stands below the last table, or anywhere where there is none. */
  below: TableRow[] = []
  private isOpen = false
  private isAfterGap = false
  private readonly hasTime: (cell: string) => boolean

  /** `hasTime` says whether a cell is a time. */
  constructor(hasTime: (cell: string) => boolean) {
    this.hasTime = hasTime
  }

  take(row: TableRow): void {
    const { hasTime } = this
    const tidy = tidyRow(row, hasTime)
    const { cells } = tidy
    const table = this.isOpen ? this.tables.at(-1) : undefined
    if (cells.length === 0) this.isAfterGap = true
    else if (table && (cells.some(hasTime) || (!this.isAfterGap && cells.length > 2))) {
      if (!isSameHeading(cells, table.header.cells)) table.rows.push(tidy)
      this.isAfterGap = false
    } else if (cells.filter(Boolean).length > 2 && !cells.some(hasTime) && !isFact(cells)) {
      this.tables.push({ above: this.below, header: tidy, rows: [] })
      this.below = []
      this.isOpen = true
      this.isAfterGap = false
    } else this.takeOutside(tidy, table)
  }

  private takeOutside(row: TableRow, table: ReportTable | undefined): void {
    // Facts follow right under it, so it was one of them with a remark beside it.
    if (table?.rows.length === 0 && !this.isAfterGap) {
      this.tables.pop()
      this.below = [...table.above, asFact(table.header)]
    }
    const { cells } = row
    this.below.push(isFact(cells) || this.hasTime(cells[1] ?? '') ? asFact(row) : row)
    this.isOpen = false
  }
}

/** The tables of a report whose rows are at hand. */
export function findReportTables(rows: Iterable<TableRow>, hasTime: (cell: string) => boolean): ReportTables {
  const found = new ReportTables(hasTime)
  for (const row of rows) found.take(row)
  return found
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
