import { readDuration } from './report-durations.ts'
import type { StayColumns } from './report-stays.ts'
import { foldHeadings, type ReportTable } from './report-tables.ts'
import type { TableRow } from './text-table.ts'

/** `events`: joined and left, a row each (2020). `stays`: join and leave in one row. */
export type TeamsKind = 'events' | 'stays'
export type TeamsTable = ReportTable & { kind: TeamsKind }

/** Columns of `events`. */
export const EVENT_COLUMNS = { name: 0, action: 1, time: 2 } as const
const EMAIL = 4

/** Columns of `stays`: the same in every generation. A column of anything else is not taken for the e-mail address. */
export function stayColumns({ rows }: TeamsTable): StayColumns {
  const hasEmails = rows.every(
    ({ cells }) => (cells[EMAIL] ?? '') === '' || (cells[EMAIL] ?? '').includes('@'),
  )
  return { names: [0], join: 1, leave: 2, duration: 3, email: hasEmails ? EMAIL : null }
}

const KNOWN: readonly { headings: readonly string[]; kind: TeamsKind }[] = [
  { headings: ['fullname', 'useraction', 'timestamp'], kind: 'events' },
  { headings: ['fullname', 'jointime', 'leavetime', 'duration', 'email'], kind: 'stays' },
  { headings: ['name', 'firstjoin', 'lastleave'], kind: 'stays' },
  { headings: ['name', 'jointime', 'leavetime', 'duration', 'email'], kind: 'stays' },
]

/** `Timestamp` as the list of 2020 has it in other languages: an empty list has no values to be known by. */
const TIMESTAMPS =
  /^(timestamp|zeitstempel|horodatage|horodateur|marcadetiempo|marcatemporal|carimbodedatahora|carimbodedata|carimbodotempo|timbreorario|indicatoreorario|dataeora|tijdstempel|tidsst[aä]mpel|tidsstempel|aikaleima|sygnaturaczasowa|znacznikczasu|casov[ea]razitko|idobelyeg|zamandamgasi|отметкавремени|меткавремени|позначкачасу|时间戳|時間戳記|タイムスタンプ|타임스탬프|stampamser)$/u

/** Tables of a report that are Teams' own, by their headings or else by the shape of their values. */
export function asTeamsTable(table: ReportTable, hasTime: (cell: string) => boolean): TeamsTable | null {
  const kind = kindByHeadings(table.header) ?? kindByShape(table, hasTime)
  return kind === null ? null : { ...table, kind }
}

function kindByHeadings(header: TableRow): TeamsKind | null {
  const headings = foldHeadings(header).map((heading) => heading.replace(/utc$/, ''))
  const known = KNOWN.find((one) => one.headings.every((heading, index) => headings[index] === heading))
  if (known) return known.kind
  const last = (headings[2] ?? '').normalize('NFD').replace(/\p{M}/gu, '')
  return headings.length === 3 && TIMESTAMPS.test(last) ? 'events' : null
}

/** Rows looked at to tell the shape. */
const SAMPLE = 60
/** Joined, Left, Joined before; a damaged row may add one. */
const MOST_ACTIONS = 5

function kindByShape(
  { above, header, rows }: ReportTable,
  hasTime: (cell: string) => boolean,
): TeamsKind | null {
  const sample = rows.slice(0, SAMPLE)
  if (sample.length === 0) return null
  const share = (column: number, test: (cell: string) => boolean) =>
    sample.filter(({ cells }) => test(cells[column] ?? '')).length / sample.length
  const [atOne, atTwo] = [share(1, hasTime), share(2, hasTime)]
  if (header.cells.length === 3 && atTwo > 0.5 && atOne === 0) {
    const actions = new Set(sample.map(({ cells }) => cells[1]))
    const isWord = share(1, (cell) => /^\D{2,40}$/u.test(cell) && !cell.includes('@'))
    return actions.size <= MOST_ACTIONS && isWord > 0.9 ? 'events' : null
  }
  // In Zoom's tables the durations are bare numbers.
  const isBare = share(3, (cell) => /^\d+$/.test(cell)) > 0.3
  const hasLength = share(3, (cell) => readDuration(cell) !== null) > 0.3
  const hasSummary = above.some(({ cells }) => cells.length === 2 && hasTime(cells[1] ?? ''))
  const isStay = header.cells.length >= 5 && atOne > 0.5 && atTwo > 0 && !isBare && (hasLength || hasSummary)
  return isStay ? 'stays' : null
}

const NUMBERED = /^[1-9]\s*[.)．、]\s*\S/u

/** Titles that number a report's parts: `1. Summary`, `2. Participants`. */
export const numberedTitles = (rows: readonly TableRow[]): TableRow[] =>
  rows.filter(({ cells }) => cells.length === 1 && NUMBERED.test(cells[0] ?? ''))
