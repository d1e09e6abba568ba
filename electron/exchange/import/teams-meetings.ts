import { foldHeadings, type ReportTables } from './report-tables.ts'
import { asTeamsTable, numberedTitles, type TeamsTable } from './teams-tables.ts'
import type { TableRow } from './text-table.ts'

/** What one meeting of a report stands on: the rows above its tables, and the tables in the file's order. */
export type TeamsParts = { above: TableRow[]; tables: TeamsTable[] }

/**
 * The meetings of a Teams report, whatever its generation and language; null for a file that is none. A report of nobody
 * gives a meeting without tables, or with empty ones.
 */
export function findTeamsMeetings(
  { tables, below }: Pick<ReportTables, 'tables' | 'below'>,
  hasTime: (cell: string) => boolean,
): TeamsParts[] | null {
  const meetings: TeamsParts[] = []
  for (const table of tables) {
    const found = asTeamsTable(table, hasTime)
    if (!found) continue
    const current = meetings.at(-1)
    if (!current || beginsMeeting(found, current, hasTime))
      meetings.push({ above: found.above, tables: [found] })
    else current.tables.push(found)
  }
  if (meetings.length > 0) return meetings
  const above = [...tables.flatMap((table) => table.above), ...below]
  return isEmptyReport(
    above,
    tables.map(({ header, rows: under }) => ({ header, rows: under })),
    hasTime,
  )
    ? [{ above, tables: [] }]
    : null
}

/** A new summary stands above it, or it is the same table once more and not a further part of the same report. */
function beginsMeeting(table: TeamsTable, current: TeamsParts, hasTime: (cell: string) => boolean): boolean {
  if (table.above.some((row) => isTimeFact(row, hasTime))) return true
  const [title] = numberedTitles(table.above)
  if (title) return title.cells[0]?.startsWith('1') ?? false
  const heading = foldHeadings(table.header).join()
  return current.tables.some(({ header }) => foldHeadings(header).join() === heading)
}

/** `Start time`, then a time. */
export const isTimeFact = ({ cells }: TableRow, hasTime: (cell: string) => boolean): boolean =>
  cells.length === 2 && hasTime(cells[1] ?? '')

/** Nobody in it, and so no values to know a translated table by: its numbered parts, or a summary that counts nobody. */
function isEmptyReport(
  above: readonly TableRow[],
  tables: readonly { header: TableRow; rows: readonly TableRow[] }[],
  hasTime: (cell: string) => boolean,
): boolean {
  if (tables.some(({ rows }) => rows.length > 0)) return false
  const facts = above.filter(({ cells }) => cells.length === 2)
  const hasSummary = facts[0]?.cells[1] === '0' || facts.some((fact) => isTimeFact(fact, hasTime))
  const isWide = tables.some(({ header }) => header.cells.length >= 6)
  return (hasSummary && isWide) || (numberedTitles(above).length > 1 && facts.length > 1)
}

/** What the summary says: topic, and the cells of start and end. Its labels are in the language of whoever saved it, so place and shape decide. */
export function readSummary(
  { above }: TeamsParts,
  hasTime: (cell: string) => boolean,
): { topic?: string; start?: string; end?: string } {
  const facts = above.filter(({ cells }) => cells.length === 2).map(({ cells }) => cells[1] ?? '')
  const firstTime = facts.findIndex(hasTime)
  if (firstTime < 0) return {}
  const [start, end] = facts.filter(hasTime)
  // Before the times stand the title and how many came, since 2022 in this order, before that in the other.
  const before = facts.slice(0, firstTime)
  const words = before.filter((fact) => !/^\d+$/.test(fact))
  const topic = words[0] ?? (before.length < 2 ? undefined : before[numberedTitles(above).length > 0 ? 0 : 1])
  return { ...(topic !== undefined && { topic }), ...(start && { start }), ...(end && { end }) }
}
