import Papa from 'papaparse'
import type { Cell, Column, Sheet } from '../../../shared/domain/office-sheets/sheet.ts'
import { clockTime, schoolDateOf } from '../../../shared/domain/times.ts'
import { spreadsheetText } from './spreadsheet-text.ts'

/** Excel reads a CSV as UTF-8 only when it starts with this. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * What some spreadsheets take for the end of a cell beside the comma, LibreOffice for one unless told: what stands behind
 * it could run as a formula. In quotes it is text.
 */
const ALSO_PARTS_CELLS = /[;\t|]/

/**
 * A sheet as CSV: RFC 4180, CRLF, UTF-8 with BOM, one header row. Dates are ISO, times `HH:MM`, both in the school's
 * zone; text that could run as a formula is neutralised, numbers stay numbers.
 */
export function writeCsv(sheet: Sheet): Uint8Array {
  const { header, rows } = tableOf(sheet)
  const quotes = (cell: string) => ALSO_PARTS_CELLS.test(cell)
  const csv = Papa.unparse([header, ...rows], { newline: '\r\n', quotes })
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${csv}\r\n`)
}

/** A sheet's cells as its CSV has them. */
export const tableOf = (sheet: Sheet): { header: string[]; rows: string[][] } => ({
  header: sheet.columns.map((column) => spreadsheetText(column.header)),
  rows: sheet.rows.map((row) => sheet.columns.map((column, index) => csvValue(row[index] ?? null, column))),
})

/** A CSV that `writeCsv` wrote, back again. */
export function readCsv(text: string): { header: string[]; rows: string[][] } {
  const { data } = Papa.parse<string[]>(text.replace(BYTE_ORDER_MARK, ''), { skipEmptyLines: true })
  const [header = [], ...rows] = data
  return { header, rows }
}

function csvValue(cell: Cell, { type }: Column): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') return spreadsheetText(cell)
  if (type === 'date') return schoolDateOf(cell.at)
  if (type === 'time') return clockTime(cell.at)
  return `${schoolDateOf(cell.at)} ${clockTime(cell.at)}`
}
