import type { FileWarning } from '../../../shared/domain/class-list.ts'
import { classInTitle, classOfPart } from './class-in-title.ts'
import { cleanCell } from './class-list-cells.ts'
import type { ClassListColumns } from './class-list-columns.ts'
import { fold } from './class-list-headers.ts'
import { areHeadings, type ClassListHeader } from './class-list-heading-rows.ts'
import type { TableRow } from './text-table.ts'

/** A row that may be a pupil’s, and the class that the nearest line above it names, where no column does. */
export type PartRow = { row: TableRow; titleClass: string | null }

/** The rows of a list, and what to know of what stands below them. */
export type ListParts = { parts: PartRow[]; warnings: FileWarning[] }

/** A line that is about a class or a year, though it names no class. */
const ABOUT_A_CLASS = /(?<!\p{L})(?:class|form|tutor|registration|reg|year|yr)(?!\p{L})/iu

/**
 * The rows below the headings, each with its class: lists of several classes are often written one below the other, each
 * with a line for the class and the same headings again. Blank rows, repeated headings and the lines about a class are no
 * pupils. Headings of something else end the list, which is said.
 */
export function listParts(rows: readonly TableRow[], header: ClassListHeader): ListParts {
  const list = new PartList(rows.slice(0, header.at), header)
  for (const row of rows.slice(header.at + 1)) {
    if (list.takeOther(row)) return { parts: list.parts, warnings: [otherTable(row)] }
  }
  return { parts: list.parts, warnings: [] }
}

class PartList {
  parts: PartRow[] = []
  private readonly columns: ClassListColumns
  private readonly headings: ReadonlySet<string>
  /** What the headings begin with: enough to tell nearly every row from them. */
  private readonly beginnings: ReadonlySet<string>
  private readonly above: ReadonlySet<string>
  private titleClass: string | null
  /** Lines of one cell below a gap: they may be the title of something else. */
  private titles: PartRow[] = []
  private isBelowGap = false
  private isBelowOneCell = false
  /** Below a line about a class that is not understood: better no class than that of the part before. */
  private isClassOpen = false
  private nextLine: number

  constructor(above: readonly TableRow[], { row, columns, written }: ClassListHeader) {
    this.columns = columns
    this.headings = new Set(written.map(textOf))
    this.beginnings = new Set(written.map((one) => fold(filledCells(one)[0] ?? '')))
    this.above = new Set(above.map(textOf))
    this.titleClass = columns.pupil.class === undefined ? classInTitle(above) : null
    this.nextLine = lineBelow(row)
  }

  /** Takes a row; true where it is the headings of something else, so that the list ends above it. */
  takeOther(row: TableRow): boolean {
    const filled = filledCells(row)
    if (filled.length === 0 || row.line > this.nextLine) {
      this.isBelowGap = true
      this.titles = []
    }
    this.nextLine = lineBelow(row)
    if (filled.length === 0) return false
    if (this.isRepeated(row, filled)) {
      if (this.isClassOpen) this.titleClass = null
      this.isClassOpen = false
    } else if (isTitleOfPart(row, filled, this.columns)) {
      this.titleClass = this.columns.pupil.class === undefined ? classOfPart(row) : null
      this.isClassOpen = false
      this.isBelowGap = true
    } else if (this.parts.length > 0 && (this.isBelowGap || this.isBelowOneCell) && areHeadings(filled)) {
      this.parts = this.parts.filter((part) => !this.titles.includes(part))
      return true
    } else this.add(row, filled)
    this.isBelowOneCell = filled.length === 1
    return false
  }

  private isRepeated(row: TableRow, [first = '']: readonly string[]): boolean {
    return this.beginnings.has(fold(first)) && this.headings.has(textOf(row))
  }

  private add(row: TableRow, filled: readonly string[]): void {
    const part = { row, titleClass: this.titleClass }
    const isOneCell = filled.length === 1
    this.parts.push(part)
    this.isClassOpen = isOneCell && ABOUT_A_CLASS.test(filled[0] ?? '') && !this.above.has(textOf(row))
    this.isBelowGap &&= isOneCell
    if (this.isBelowGap) this.titles.push(part)
    else if (this.titles.length > 0) this.titles = []
  }
}

const filledCells = ({ cells }: TableRow): string[] =>
  cells.flatMap((cell) => (cell === '' ? [] : cleanCell(cell) || []))

/** A quoted cell may hold new lines. */
const lineBelow = ({ line, cells }: TableRow): number =>
  line + 1 + cells.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)

const textOf = ({ cells }: TableRow): string => cells.map(fold).join('\t').trimEnd()

/** A pupil’s row may begin with the class as well: what stands in its column is theirs. */
function isTitleOfPart(row: TableRow, filled: readonly string[], { pupil }: ClassListColumns): boolean {
  if (filled.length > 3 || classOfPart(row) === null) return false
  return filled.length === 1 || cleanCell(row.cells[pupil.class ?? -1] ?? '') === ''
}

const otherTable = ({ line }: TableRow): FileWarning => ({
  line,
  code: 'other-table',
  message:
    'Another table with headings of its own begins here; it was not read. If its pupils belong here too, save it as a file of its own.',
})
