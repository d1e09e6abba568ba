import type {
  ClassListReading,
  ClassListRow,
  FileWarning,
  Refusal,
} from '../../../shared/domain/class-list.ts'
import type { ColumnMemory } from '../../../shared/domain/column-meanings.ts'
import { UNSORTED_CLASS } from '../../../shared/domain/class-list-merge.ts'
import { cleanCell, dateOrderOf } from './class-list-cells.ts'
import { understandColumns } from './class-list-columns.ts'
import {
  type ClassListHeader,
  HEADER_WITHIN,
  MOST_COLUMNS,
  tablesBeside,
  trimEnd,
} from './class-list-heading-rows.ts'
import { listParts } from './class-list-parts.ts'
import { leaveOutRepeats } from './class-list-repeats.ts'
import { readClassListRow } from './class-list-row.ts'
import type { TableRow } from './text-table.ts'

/** Ten times the largest school. Blank rows don't count: Excel may write a million of them. */
const MOST_PUPILS = 20_000

/** Reads a table of text cells, whatever kind of file it came from. Blank rows and repeated headers are passed over. */
export function readClassListTable(
  rows: readonly TableRow[],
  header: ClassListHeader | null,
  memory: ColumnMemory = {},
): ClassListReading {
  if (!header) return refuseWithoutNames(rows, memory)
  const { parts, warnings: ofParts } = listParts(rows, header)
  if (parts.length === 0) return { understood: false, refusal: HEADER_ONLY }
  if (parts.length > MOST_PUPILS) return { understood: false, refusal: TOO_MANY_ROWS }
  const pupilRows = parts.map(({ row }) => row)
  const dateOrder = dateOrderOf(birthDates(header, pupilRows))
  const readings = parts.map(({ row, titleClass }) => {
    const reading = readClassListRow(row, header.columns, dateOrder)
    return { source: row, line: row.line, titleClass, ...reading }
  })
  const warnings = readings.flatMap(({ line, titleClass, warnings: remarks }) =>
    remarks.flatMap((remark) =>
      titleClass !== null && remark.code === 'no-class' ? [] : [{ line, ...remark }],
    ),
  )
  const read = readings.flatMap(({ row, titleClass }) =>
    row ? [titleClass === null ? row : { ...row, className: titleClass }] : [],
  )
  if (read.length === 0) return { understood: false, refusal: refuseAll(warnings[0]) }
  const repeats = leaveOutRepeats(read)
  const { columns, source, droppedColumns } = header.columns
  return {
    understood: true,
    rows: repeats.rows,
    columns,
    source,
    droppedColumns,
    warnings: [
      ...header.columns.warnings,
      ...tablesBeside(header),
      ...warnAboutNameOrder(
        header,
        readings.flatMap(({ source: from, row }) => (row ? [from] : [])),
      ),
      ...(dateOrder === 'month-first' ? [{ line: header.row.line, ...MONTH_FIRST }] : []),
      ...joinClassWarnings(header, warnings, repeats.rows),
      ...repeats.warnings,
      ...ofParts,
    ],
  }
}

const NO_NAME_COLUMNS: Refusal = {
  code: 'no-name-columns',
  message: 'No headings for pupils’ names were found in the first rows of this file. Nothing was changed.',
  advice:
    'Export a class list with a heading row that has Forename, Surname and Class (and, if you can, UPN and Date of birth), then choose that file.',
}

const HEADER_ONLY: Refusal = {
  code: 'header-only',
  message: 'This file has headings but no pupils under them. Nothing was changed.',
  advice:
    'Check in your school’s system that the list has pupils in it, export it again, then choose that file.',
}

const TOO_MANY_ROWS: Refusal = {
  code: 'too-many-rows',
  message: `This file has more than ${MOST_PUPILS.toLocaleString('en-GB')} rows, far more than a school has pupils. Nothing was changed.`,
  advice: 'Export only this year’s pupils, one row each, then choose that file.',
}

const refuseAll = (first: FileWarning | undefined): Refusal => ({
  code: 'no-pupils',
  message: 'No row of this file could be read as a pupil. Nothing was changed.',
  advice: `The first was line ${first?.line ?? 1}: ${first?.message ?? ''} Put it right, or export the list again with Forename, Surname and Class as separate columns.`,
})

/**
 * No names were found, so a person may say in which columns they stand: of the row that looks most like headings, for
 * which more of the first rows have to follow it.
 */
export function refuseWithoutNames(rows: readonly TableRow[], memory: ColumnMemory): ClassListReading {
  const filled = ({ cells }: TableRow) => cells.filter((cell) => cleanCell(cell) !== '').length
  const found = rows
    .slice(0, HEADER_WITHIN)
    .filter((row, at) => at < rows.length - 1 && filled(row) > 1 && row.cells.length <= MOST_COLUMNS)
    .map((row) => ({
      filled: filled(row),
      read: understandColumns(trimEnd(row.cells.map(cleanCell)), row.line, memory),
    }))
    .toSorted(
      (a, b) =>
        Number(b.read.source.isRemembered) - Number(a.read.source.isRemembered) || b.filled - a.filled,
    )[0]
  if (!found) return { understood: false, refusal: NO_NAME_COLUMNS }
  const { columns, source } = found.read
  return { understood: false, refusal: NO_NAME_COLUMNS, columns, source }
}

/** With no class column at all, thirty equal warnings would hide the others: one says it. */
function joinClassWarnings(
  { columns, row }: ClassListHeader,
  warnings: readonly FileWarning[],
  rows: readonly ClassListRow[],
): FileWarning[] {
  if (columns.pupil.class !== undefined) return [...warnings]
  const { line } = row
  const [first, ...more] = new Set(rows.map(({ className }) => className))
  if (more.length > 0) {
    const message =
      'There is no column for the class: each pupil is taken to be in the one that a line above their part of the list names. Check them.'
    return [{ line, code: 'class-from-title', message }, ...warnings]
  }
  const others = warnings.filter(({ code }) => code !== 'no-class')
  if (first !== UNSORTED_CLASS) {
    const message = `There is no column for the class: all are taken to be in “${first}”, as a line above the list says.`
    return [{ line, code: 'class-from-title', message }, ...others]
  }
  const message = `There is no column for the class: all ${rows.length} pupils go in “${UNSORTED_CLASS}”.`
  return [{ line, code: 'no-class-column', message }, ...others]
}

/** `Jane Smith` under `Name` says nothing about which is the surname, so the reading of it is said aloud. */
function warnAboutNameOrder({ columns, row }: ClassListHeader, rows: readonly TableRow[]): FileWarning[] {
  const { name, legalForename, legalSurname } = columns.pupil
  if (name === undefined || (legalForename !== undefined && legalSurname !== undefined)) return []
  const isOpen = rows.some(({ cells }) => isNameWithoutComma(cleanCell(cells[name] ?? '')))
  const message = 'Names without a comma were read as forename, then surname. Check them.'
  return isOpen ? [{ line: row.line, code: 'name-order-assumed', message }] : []
}

const birthDates = ({ columns }: ClassListHeader, rows: readonly TableRow[]): string[] =>
  rows.map(({ cells }) => cleanCell(cells[columns.pupil.dateOfBirth ?? -1] ?? ''))

const MONTH_FIRST = {
  code: 'date-month-first',
  message:
    'Many dates of birth can only have the month first, and none only the day, so all were read as month/day/year. Check them.',
}

const isNameWithoutComma = (cell: string): boolean => cell.includes(' ') && !cell.includes(',')
