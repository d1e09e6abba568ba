import { type ClassListReading, type FileWarning, type Refusal } from '../../../shared/domain/class-list.ts'
import { UNSORTED_CLASS } from '../../../shared/domain/class-list-merge.ts'
import type { ColumnMemory } from '../../../shared/domain/column-meanings.ts'
import { leaveOutRepeats } from './class-list-repeats.ts'
import { type ClassListHeader, findHeader } from './class-list-heading-rows.ts'
import { refuseWithoutNames, readClassListTable } from './class-list-table.ts'
import type { TableRow } from './text-table.ts'
import { findWrongFile } from './wrong-file.ts'
import { readWorkbook, WorkbookError, type WorkbookProblem, type WorkbookSheet } from './xlsx-workbook.ts'
import { XmlError, type XmlProblem } from './xml-part.ts'
import { ZipError } from './zip-entries.ts'
import { refuseZip } from './zip-refusals.ts'

type Understood = Extract<ClassListReading, { understood: true }>
type SheetTable = { sheet: WorkbookSheet; header: ClassListHeader }

/** The sheets of a workbook, or why it is not read. Throws nothing. */
export function openWorkbook(bytes: Uint8Array): WorkbookSheet[] | Refusal {
  try {
    return readWorkbook(bytes)
  } catch (error) {
    return refuseWorkbook(error)
  }
}

const refuse = (refusal: Refusal): ClassListReading => ({ understood: false, refusal })

export const SAVE_AGAIN =
  'Open it in Excel, keep only the sheet with the list of pupils, save it as a workbook (.xlsx) without a password, or as “CSV UTF-8”, then choose that file.'

const PROBLEMS: Readonly<Record<WorkbookProblem | XmlProblem, { code: string; message: string }>> = {
  'not-a-workbook': {
    code: 'not-a-workbook',
    message: 'This file is not a workbook that can be read (.xlsx).',
  },
  'too-many-cells': {
    code: 'too-large-inside',
    message: 'This workbook has far more cells than a class list.',
  },
  damaged: { code: 'damaged', message: 'This workbook is damaged: a part of it could not be read.' },
  'xml-entities': {
    code: 'xml-entities',
    message: 'This workbook holds definitions that no list of pupils has, and that can do harm.',
  },
}

function refuseWorkbook(error: unknown): Refusal {
  if (error instanceof ZipError) return refuseZip(error.problem, 'This workbook', SAVE_AGAIN)
  const known = error instanceof WorkbookError || error instanceof XmlError
  const { code, message } = PROBLEMS[known ? error.problem : 'damaged']
  return { code, message: `${message} Nothing was changed.`, advice: SAVE_AGAIN }
}

/** How many rows of a sheet are looked at to tell that it is no class list. */
const SAMPLE_ROWS = 40

/**
 * Reads a class list out of an Excel workbook: the table may stand anywhere on any sheet, and a sheet a class is read
 * too. Reads only, throws nothing; warnings and refusals hold no names of pupils.
 */
export function readSheets(sheets: readonly WorkbookSheet[], memory: ColumnMemory): ClassListReading {
  if (sheets.every(({ rows }) => rows.length === 0)) return refuse(EMPTY)
  const wrongFile = sheets
    .map(({ rows }) => findWrongFile(rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells)))
    .find(Boolean)
  if (wrongFile) return refuse(wrongFile)
  const { used, others } = chooseSheets(findTables(sheets, memory))
  const [first] = used
  if (!first) return refuseWithoutNames(mostRows(sheets), memory)
  if (used.length === 1) return warned(readTable(first), [...errorsOf(first.sheet), ...others.map(notRead)])
  return readTogether(used, others)
}

const mostRows = (sheets: readonly WorkbookSheet[]): TableRow[] =>
  sheets.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden) || b.rows.length - a.rows.length)[0]
    ?.rows ?? []

const EMPTY: Refusal = {
  code: 'empty',
  message: 'This workbook is empty. Nothing was changed.',
  advice:
    'Export the class list again from your school’s system, as CSV or as a workbook, then choose that file.',
}

/** A hidden sheet is read only where no sheet that a person sees has a list. */
function findTables(sheets: readonly WorkbookSheet[], memory: ColumnMemory): SheetTable[] {
  const tables = sheets.flatMap((sheet) => {
    const header = findHeader(sheet.rows, memory)
    return header ? [{ sheet, header }] : []
  })
  const visible = tables.filter(({ sheet }) => !sheet.isHidden)
  return visible.length > 0 ? visible : tables
}

/** Sheets of people who are not in a class now, or are no pupils. */
const OTHER_PEOPLE =
  /\b(leavers?|left|staff|teachers?|archived?|old|previous|last year|template|example|parents?|contacts?)\b/i

/**
 * The sheet that is understood best, and with it those with the same columns: a sheet a class. Others have lists of
 * something else, and are named.
 */
function chooseSheets(tables: readonly SheetTable[]): { used: SheetTable[]; others: SheetTable[] } {
  const [best] = tables.toSorted(
    (a, b) =>
      Number(OTHER_PEOPLE.test(a.sheet.name)) - Number(OTHER_PEOPLE.test(b.sheet.name)) ||
      b.header.understood - a.header.understood ||
      b.sheet.rows.length - a.sheet.rows.length,
  )
  if (!best) return { used: [], others: [] }
  const used = tables.filter(
    (table) =>
      table === best || (!OTHER_PEOPLE.test(table.sheet.name) && meaningsOf(table) === meaningsOf(best)),
  )
  return { used, others: tables.filter((table) => !used.includes(table)) }
}

const meaningsOf = ({ header }: SheetTable): string =>
  header.columns.columns
    .flatMap(({ meaning }) => meaning ?? [])
    .toSorted()
    .join()

/** What stands beside the table is no part of it: in a sheet, unlike in text, no value moves into another column. */
function readTable({ sheet, header }: SheetTable): ClassListReading {
  const rows = sheet.rows.map(({ line, cells }, at): TableRow => ({
    line,
    cells: at < header.at ? cells : cells.slice(0, header.columns.width),
  }))
  return readClassListTable(rows, header)
}

const warned = (reading: ClassListReading, warnings: readonly FileWarning[]): ClassListReading =>
  reading.understood ? { ...reading, warnings: [...reading.warnings, ...warnings] } : reading

const errorsOf = ({ errorLines }: WorkbookSheet): FileWarning[] =>
  errorLines.map((line) => ({
    line,
    code: 'cell-error',
    message: 'A cell holds an error of the spreadsheet (such as #N/A); it was taken as empty.',
  }))

const notRead = ({ sheet }: SheetTable): FileWarning => ({
  code: 'sheet-not-read',
  message: `The sheet “${sheet.name}” was not read. If its pupils belong here too, save it as a file of its own.`,
})

function readTogether(used: readonly SheetTable[], others: readonly SheetTable[]): ClassListReading {
  const readings = used.flatMap(({ sheet, header }) => {
    const reading = warned(readTable({ sheet, header }), errorsOf(sheet))
    return reading.understood ? [ofSheet(reading, sheet.name)] : []
  })
  const [first] = readings
  if (!first) return readTable(used[0] as SheetTable)
  const { rows, warnings } = leaveOutRepeats(readings.flatMap((reading) => reading.rows))
  const names = used.map(({ sheet }) => `“${sheet.name}”`).join(', ')
  return {
    ...first,
    rows,
    warnings: [
      {
        code: 'several-sheets',
        message: `The sheets ${names} were read together. Lines are those of each sheet.`,
      },
      ...readings.flatMap((reading) => reading.warnings),
      ...warnings,
      ...others.map(notRead),
    ],
  }
}

/** With a sheet a class, the name of the sheet is that of the class where no column says it. */
function ofSheet(reading: Understood, name: string): Understood {
  const hasNoClass = reading.warnings.some(({ code }) => code === 'no-class-column')
  const className = name.trim().slice(0, LONGEST_CLASS)
  const named = reading.warnings.map((warning): FileWarning =>
    warning.code === 'no-class-column'
      ? {
          code: 'class-from-sheet',
          message: `There is no column for the class: all are taken to be in “${className}”.`,
        }
      : warning,
  )
  const rows = reading.rows.map((row) =>
    hasNoClass && row.className === UNSORTED_CLASS ? { ...row, className } : row,
  )
  const warnings = named.map((warning) => ({ ...warning, message: `Sheet “${name}”: ${warning.message}` }))
  return { ...reading, rows, warnings }
}

const LONGEST_CLASS = 60
