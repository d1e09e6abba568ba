import Papa from 'papaparse'
import type { Cell, Column, Sheet } from '../../../shared/domain/office-sheets/sheet.ts'
import { clockTime, schoolDateOf } from '../../../shared/domain/times.ts'
import { spreadsheetText } from './spreadsheet-text.ts'

/** Excel reads a CSV as UTF-8 only when it starts with this. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * What some spreadsheets take for the end of a cell, beside the comma or in place of it (Excel where the comma parts decimals):
 * quotes keep a cell whole in the one case, and in the other only what stands behind it can be kept from running.
 */
const ALSO_PARTS_CELLS = /[;\t|]/
const startsFormulaInside = /(?<=[;\t|\r\n])(?=[=+\-@＝＋－＠])/g

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
  header: sheet.columns.map((column) => csvText(column.header)),
  rows: sheet.rows.map((row) => sheet.columns.map((column, index) => csvValue(row[index] ?? null, column))),
})

/** A CSV that `writeCsv` wrote, back again. */
export function readCsv(text: string): { header: string[]; rows: string[][] } {
  const { data } = Papa.parse<string[]>(text.replace(BYTE_ORDER_MARK, ''), { skipEmptyLines: true })
  const [header = [], ...rows] = data
  return { header, rows }
}

const csvText = (text: string): string => spreadsheetText(text).replaceAll(startsFormulaInside, "'")

function csvValue(cell: Cell, { type }: Column): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') return csvText(cell)
  if (type === 'date') return schoolDateOf(cell.at)
  if (type === 'time') return clockTime(cell.at)
  return `${schoolDateOf(cell.at)} ${clockTime(cell.at)}`
}
