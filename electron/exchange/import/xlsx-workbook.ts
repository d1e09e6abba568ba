import { DAY_MS } from '../../../shared/domain/times.ts'
import type { TableRow } from './text-table.ts'
import {
  LONGEST_CELL,
  type NumberStyle,
  readNumberStyles,
  readRelations,
  readSharedStrings,
  readWorkbookPart,
  unescapeCell,
} from './xlsx-parts.ts'
import { readXmlPart } from './xml-part.ts'
import { openZip, type ZipArchive } from './zip-entries.ts'

/** One sheet as text: rows that hold something, with the numbers Excel gives them. */
export type WorkbookSheet = {
  name: string
  isHidden: boolean
  rows: TableRow[]
  /** Rows in which a cell holds an error such as `#N/A`; it is read as empty. */
  errorLines: number[]
}

/** Why a workbook is not read, beside what is wrong with its archive or its XML. */
export type WorkbookProblem = 'not-a-workbook' | 'too-many-cells'

export class WorkbookError extends Error {
  readonly problem: WorkbookProblem

  constructor(problem: WorkbookProblem) {
    super(problem)
    this.problem = problem
  }
}

/** Twenty-five columns of the largest list that is read. */
const MOST_CELLS = 500_000
/** Their letters: many cells may point at one long text. */
const MOST_LETTERS = 32_000_000
/** Sheets of a workbook that are looked at, and columns of each. */
const MOST_SHEETS = 60
const MOST_COLUMNS = 500

/**
 * Reads the sheets of an Excel workbook. Of a formula the value it had last counts; dates become `YYYY-MM-DD`, with
 * ` HH:mm:ss` where they are shown with a time, and times alone `HH:mm:ss`. Throws
 * `ZipError`, `XmlError` or `WorkbookError`. Source: ECMA-376 (Office Open XML), part 1, 18.
 */
export function readWorkbook(bytes: Uint8Array): WorkbookSheet[] {
  const archive = openZip(bytes)
  const path = archive.names.find((name) => /^(xl\/)?workbook\.xml$/i.test(name))
  const main = path === undefined ? null : archive.read(path)
  if (path === undefined || !main) throw new WorkbookError('not-a-workbook')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const { sheets, countsFrom1904 } = readWorkbookPart(main)
  const relations = archive.read(`${folder}_rels/workbook.xml.rels`)
  if (!relations) throw new WorkbookError('not-a-workbook')
  const { byId, byType } = readRelations(relations, folder)
  const context: SheetContext = {
    strings: readOptional(archive, byType.get('sharedStrings'), readSharedStrings),
    styles: readOptional(archive, byType.get('styles'), readNumberStyles),
    countsFrom1904,
    cellsLeft: MOST_CELLS,
    lettersLeft: MOST_LETTERS,
  }
  return sheets.slice(0, MOST_SHEETS).flatMap(({ name, isHidden, relation }) => {
    const part = archive.read(byId.get(relation) ?? '')
    return part ? [{ name, isHidden, ...readSheet(part, context) }] : []
  })
}

function readOptional<T>(
  archive: ZipArchive,
  path: string | undefined,
  read: (bytes: Uint8Array) => T[],
): T[] {
  const part = path === undefined ? null : archive.read(path)
  return part ? read(part) : []
}

type SheetContext = {
  strings: readonly string[]
  styles: readonly NumberStyle[]
  countsFrom1904: boolean
  cellsLeft: number
  lettersLeft: number
}

/** A row while its sheet is read. */
type SheetRow = { line: number; cells: string[] }

type Cell = { column: number; type: string; style: number; text: string }

function readSheet(bytes: Uint8Array, context: SheetContext): Pick<WorkbookSheet, 'rows' | 'errorLines'> {
  const rows: SheetRow[] = []
  const errorLines: number[] = []
  let [line, cells, isValue, isReading] = [0, [] as string[], false, false]
  let cell: Cell | null = null
  let nextColumn = 0
  const merges: string[] = []
  readXmlPart(bytes, {
    open: (name, attribute) => {
      if (name === 'row') {
        line = rowNumber(attribute('r')) ?? line + 1
        cells = []
        nextColumn = 0
      } else if (name === 'c') {
        const column = columnOf(attribute('r')) ?? nextColumn
        nextColumn = column + 1
        cell = { column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), text: '' }
      } else if (name === 'v' || name === 't') isValue = !isReading
      else if (name === 'rPh') isReading = true
      else if (name === 'mergeCell') merges.push(attribute('ref') ?? '')
    },
    text: (piece) => {
      if (isValue && cell && cell.text.length < LONGEST_CELL) cell.text += piece
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isReading = false
      else if (name === 'c' && cell) {
        if (cell.type === 'e' && errorLines.at(-1) !== line) errorLines.push(line)
        placeCell(cells, cell, context)
        cell = null
      } else if (name === 'row' && cells.some((text) => text !== '')) rows.push({ line, cells })
    },
  })
  fillMerged(rows, merges, context)
  return { rows, errorLines }
}

/**
 * What is merged over several rows stands only in its first cell, and is meant for all of them: a class beside its pupils, a
 * heading beside two rows of headings. Across columns it is a title, and is left as it is.
 */
function fillMerged(rows: readonly SheetRow[], merges: readonly string[], context: SheetContext): void {
  if (merges.length === 0) return
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const lastLine = rows.reduce((most, { line }) => Math.max(most, line), 0)
  for (const merge of merges) {
    const [, letters = '', first = '', last = ''] =
      /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(merge) ?? []
    const column = columnOf(`${letters}1`) ?? MOST_COLUMNS
    const text = byLine.get(Number(first))?.cells[column] ?? ''
    if (text === '' || column >= MOST_COLUMNS) continue
    for (let line = Number(first) + 1; line <= Math.min(lastLine, Number(last)); line += 1) {
      takeFrom(context, 1, 0)
      const cells = byLine.get(line)?.cells
      if (cells && (cells[column] ?? '') === '') placeText(cells, column, text, context)
    }
  }
}

function placeCell(cells: string[], cell: Cell, context: SheetContext): void {
  const text = textOf(cell, context)
  if (text !== '' && cell.column < MOST_COLUMNS) placeText(cells, cell.column, text, context)
}

function placeText(cells: string[], column: number, text: string, context: SheetContext): void {
  takeFrom(context, 1 + Math.max(0, column - cells.length), text.length)
  while (cells.length < column) cells.push('')
  cells[column] = text
}

function takeFrom(context: SheetContext, cells: number, letters: number): void {
  context.cellsLeft -= cells
  context.lettersLeft -= letters
  if (context.cellsLeft < 0 || context.lettersLeft < 0) throw new WorkbookError('too-many-cells')
}

const rowNumber = (text: string | undefined): number | null =>
  /^[1-9]\d{0,6}$/.test(text ?? '') ? Number(text) : null

/** `C7` stands in column 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/i.exec(reference ?? '')?.[1]?.toUpperCase()
  if (letters === undefined) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOf({ type, style, text }: Cell, { strings, styles, countsFrom1904 }: SheetContext): string {
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'str' || type === 'inlineStr') return unescapeCell(text.slice(0, LONGEST_CELL))
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return text
  if (type === 'e' || text === '') return ''
  const number = Number(text)
  if (!Number.isFinite(number)) return ''
  const shown = styles[style] ?? { kind: 'plain' }
  const days = number + (countsFrom1904 ? DAYS_TO_1904 : 0)
  if (shown.kind === 'date') return shown.hasClock ? dateWithClock(days) : dateOf(days)
  // A time of the day, or a length; a moment of which only the time is shown is still one.
  if (shown.kind === 'clock')
    return number >= 0 && number < EARLIEST_DAY ? clockOf(number) : dateWithClock(days)
  if (shown.kind === 'padded' && Number.isInteger(number)) return String(number).padStart(shown.digits, '0')
  return Math.abs(number) < 1e21 ? String(number) : text
}

/** From 30 December 1899, Excel's own day nothing, to 1 January 1904. */
const DAYS_TO_1904 = 1462

/** Lengths of time are shorter than the days from which on a number is a moment: 14 May 1927. */
const EARLIEST_DAY = 10_000
const SECONDS_A_DAY = 86_400

function clockOf(days: number): string {
  const seconds = Math.round(days * SECONDS_A_DAY)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

/** Rounded to seconds first, for a day number holds no fraction exactly. */
function dateWithClock(days: number): string {
  const seconds = Math.round(days * SECONDS_A_DAY)
  const date = dateOf(Math.floor(seconds / SECONDS_A_DAY))
  return date.includes('-') ? `${date} ${clockOf((seconds % SECONDS_A_DAY) / SECONDS_A_DAY)}` : String(days)
}

/** A day number as `YYYY-MM-DD`; one that can't be a day stays a number, for a person to look at. */
function dateOf(days: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * DAY_MS)
  return days >= 1 && days < 2_958_466 ? date.toISOString().slice(0, 10) : String(days)
}
