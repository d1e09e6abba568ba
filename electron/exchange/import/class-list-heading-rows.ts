import type { FileWarning } from '../../../shared/domain/class-list.ts'
import type { ColumnMemory } from '../../../shared/domain/column-meanings.ts'
import { cleanCell } from './class-list-cells.ts'
import {
  type ClassListColumns,
  countUnderstood,
  hasNameColumns,
  understandColumns,
} from './class-list-columns.ts'
import { fold, understandHeader } from './class-list-headers.ts'
import type { TableRow } from './text-table.ts'

/** Where the header may be: a title, the school's name, a date and blank rows can stand above it. */
export const HEADER_WITHIN = 60
/** A row this wide is no header, and reading it as one would take minutes. */
export const MOST_COLUMNS = 500

/** The headings of a list: `at` is their last row, `written` the one or two rows they stand in. */
export type ClassListHeader = {
  at: number
  row: TableRow
  written: readonly TableRow[]
  columns: ClassListColumns
  understood: number
}

/** The row among the first that names pupils and is understood best, or two with headings over headings; else null. */
export function findHeader(rows: readonly TableRow[], memory: ColumnMemory = {}): ClassListHeader | null {
  const first = rows.slice(0, HEADER_WITHIN)
  const single = first.map((row, at) => readHeadings(at, row, [row], memory))
  // Rows by themselves go first: two are read as one only where that says more.
  const double = single.map((upper, at) => {
    const lower = single[at + 1]
    if (!upper?.understood || !lower?.understood) return null
    const row = joinHeadings(upper.row, lower.row)
    return row && readHeadings(at + 1, row, [upper.row, lower.row], memory)
  })
  const candidates = [...single, ...double].flatMap((one) =>
    one && hasNameColumns(one.columns) ? [one] : [],
  )
  return candidates.toSorted((a, b) => b.understood - a.understood || a.at - b.at)[0] ?? null
}

function readHeadings(
  at: number,
  row: TableRow,
  written: readonly TableRow[],
  memory: ColumnMemory,
): ClassListHeader | null {
  if (row.cells.length > MOST_COLUMNS) return null
  const columns = understandColumns(trimEnd(row.cells.map(cleanCell)), row.line, memory)
  const understood = countUnderstood(columns) + (columns.source.isRemembered ? MOST_COLUMNS : 0)
  return { at, row, written, columns, understood }
}

/** `Contact 1` over `Telephone` and `Email` are `Contact 1 Telephone` and `Contact 1 Email`. Null where these are no headings. */
function joinHeadings(upper: TableRow, lower: TableRow): TableRow | null {
  const width = Math.max(upper.cells.length, lower.cells.length)
  const [above, below] = [upper, lower].map(({ cells }) => cells.slice(0, MOST_COLUMNS).map(cleanCell))
  if (!above || !below || width > MOST_COLUMNS || !areHeadings(below.filter(Boolean))) return null
  let group = ''
  const cells = Array.from({ length: width }, (_, at) => {
    const [over = '', under = ''] = [above[at], below[at]]
    group = over || (under === '' ? '' : group)
    const joined = `${group} ${under}`.trim()
    const isKnown = understandHeader(joined).kind !== 'unknown'
    return isKnown ? joined : under || over
  })
  return { line: lower.line, cells }
}

/** Headings of lists of other people and things. */
const OTHER_HEADINGS = new Set(
  'role,position,jobtitle,job,subject,subjects,department,room,extension,ext,post,title,item,total,date,time,day,teacher,staff'.split(
    ',',
  ),
)

/** Words only, most of them known as headings. One alone may be a name: Faith is also a heading. */
export function areHeadings(filled: readonly string[]): boolean {
  const known = filled.filter(
    (cell) => OTHER_HEADINGS.has(fold(cell)) || understandHeader(cell).kind !== 'unknown',
  )
  return known.length > 1 && known.length * 2 > filled.length && !filled.some((cell) => /\d/.test(cell))
}

/** Tables that stand beside the one that is read, with a blank column between: what they hold is not read, which is said. */
export function tablesBeside({ row, columns }: ClassListHeader): FileWarning[] {
  const read = Math.min(...Object.values(columns.pupil))
  return groupsOf(trimEnd(row.cells.map(cleanCell)))
    .filter(({ from, cells }) => from > read && hasNameColumns(understandColumns(cells, row.line)))
    .filter(
      ({ from, cells }) => !Object.values(columns.pupil).some((at) => at >= from && at < from + cells.length),
    )
    .map(({ from }) => ({
      line: row.line,
      code: 'table-beside',
      message: `Another table with names stands beside this one, from column ${from + 1} on; it was not read. If its pupils belong here too, save it as a file of its own.`,
    }))
}

/** Headings without a gap between them, and the column they begin in. */
function groupsOf(cells: readonly string[]): { from: number; cells: string[] }[] {
  const groups: { from: number; cells: string[] }[] = []
  for (const [at, cell] of cells.entries()) {
    if (cell === '') continue
    const last = groups.at(-1)
    if (last && cells[at - 1] !== '') last.cells.push(cell)
    else groups.push({ from: at, cells: [cell] })
  }
  return groups
}

export const trimEnd = (cells: readonly string[]): string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
