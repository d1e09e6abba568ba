import type { FileWarning, Refusal } from '../../../shared/domain/class-list.ts'
import type { OneRosterFile } from '../../../shared/domain/oneroster-files.ts'
import { cleanCell } from './class-list-cells.ts'
import { decodeText } from './decode-text.ts'
import { readTextTable, type TableRow, tidyText } from './text-table.ts'

/** The bytes of those files that an export has. */
export type OneRosterFiles = ReadonlyMap<OneRosterFile, Uint8Array>

/** One row by its columns, and the line it begins on. A column that the file does not have is empty. */
export type OneRosterRow = { line: number; get: (column: string) => string }
export type OneRosterTable = { file: OneRosterFile; headers: readonly string[]; rows: OneRosterRow[] }

/** Thrown where an export can't be read as a whole: half a school would be worse than none. */
export class OneRosterError extends Error {
  readonly refusal: Refusal

  constructor(code: string, message: string, advice: string) {
    super(message)
    this.refusal = { code, message: `${message} Nothing was changed.`, advice }
  }
}

export const EXPORT_AGAIN =
  'Export everything (“bulk”, not only changes) as OneRoster CSV 1.1 or 1.2 from your school’s system again, then choose the whole zip.'

/** Rows of one file: an enrolment for each pupil and class of a large school. */
const MOST_ROWS = 100_000
/** Of a longer cell the rest is not read: no name, id or list of a pupil is so long. */
const LONGEST_CELL = 1000
const SEPARATORS = /[^\p{L}\p{N}.]/gu
const key = (header: string): string => header.replace(SEPARATORS, '').toLowerCase()

/** Reads one file, with its columns in any order and case; null when the export has none. Throws a `OneRosterError`. */
export function readOneRosterTable(
  files: OneRosterFiles,
  file: OneRosterFile,
  required: readonly string[],
): OneRosterTable | null {
  const bytes = files.get(file)
  if (!bytes) return null
  const decoded = decodeText(bytes)
  if (!decoded.isText)
    throw new OneRosterError('not-text', `${file} of this OneRoster export is not text.`, EXPORT_AGAIN)
  const { rows, brokenAt } = readTextTable(tidyText(decoded.text), ',')
  if (brokenAt !== null) {
    const message = `A quotation mark opened on line ${brokenAt} of ${file} is not closed, so the rows after it can’t be told apart.`
    throw new OneRosterError('broken-quotes', message, EXPORT_AGAIN)
  }
  const [header, ...others] = rows.filter(({ cells }) => cells.some((cell) => cleanCell(cell) !== ''))
  const headers = (header?.cells ?? []).map(cleanCell)
  const places = new Map(headers.map((name, index) => [key(name), index]))
  const missing = required.filter((column) => !places.has(key(column)))
  if (missing.length > 0) {
    const message = `${file}, line ${header?.line ?? 1}: the column ${missing.join(', ')} is missing.`
    throw new OneRosterError('missing-column', message, EXPORT_AGAIN)
  }
  if (others.length > MOST_ROWS) {
    const message = `${file} has more than ${MOST_ROWS.toLocaleString('en-GB')} rows, far more than a school.`
    throw new OneRosterError(
      'too-many-rows',
      message,
      'Export one school and this year alone, then choose that zip.',
    )
  }
  refuseWideRows(file, header, others)
  return {
    file,
    headers,
    rows: others.map(({ line, cells }) => ({
      line,
      get: (column) => cleanCell((cells[places.get(key(column)) ?? -1] ?? '').slice(0, LONGEST_CELL)),
    })),
  }
}

/**
 * A comma without quotation marks pushes the cells after it one column on, and a pupil's role or name is read from the
 * wrong one. Empty cells at the end of every row are a habit of some exports and no fault.
 */
function refuseWideRows(file: OneRosterFile, header: TableRow | undefined, rows: readonly TableRow[]): void {
  const headings = header?.cells ?? []
  const narrowest = rows.reduce((least, { cells }) => Math.min(least, cells.length), Infinity)
  const width = Math.max(headings.length, narrowest)
  const named = headings.findLastIndex((cell) => cleanCell(cell) !== '') + 1
  const wide = rows.find(
    ({ cells }) => cells.length > width || cells.slice(named).some((cell) => cleanCell(cell) !== ''),
  )
  if (!wide) return
  const message = `${file}, line ${wide.line}: the row has more cells than there are headings.`
  const advice = `A comma inside a cell may lack its quotation marks. Correct that line where the export was made, or ${EXPORT_AGAIN.charAt(0).toLowerCase()}${EXPORT_AGAIN.slice(1)}`
  throw new OneRosterError('row-too-wide', message, advice)
}

/** The entries of a list inside one cell: `09,10`; some exports write `["09","10"]`. */
export const listOf = (cell: string): string[] =>
  cell
    .split(',')
    .map((one) => one.replace(/^[\s["']+|(?<![\s\]"'])[\s\]"']+$/g, ''))
    .filter((one) => one !== '')

/** Rows that count: blank is how bulk files say active. What is to be deleted is left out unsaid, as the format means it. */
export const isActive = (row: OneRosterRow): boolean => /^(active)?$/i.test(row.get('status'))
export const isDeleted = (row: OneRosterRow): boolean => /^tobedeleted$/i.test(row.get('status'))

export const warnAt = (file: OneRosterFile, line: number, code: string, message: string): FileWarning => ({
  line,
  code,
  message: `${file}: ${message}`,
})
