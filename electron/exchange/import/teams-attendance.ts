import type { FileWarning } from '../../../shared/domain/class-list.ts'
import { refuseAs, type ReportMeeting } from '../../../shared/domain/recognised-file.ts'
import { formatReportTime, gatherPeople, type ReportRow } from '../../../shared/domain/report-people.ts'
import { aboutNames, aboutTimeAway, refuseBrokenReport } from './attendance-warnings.ts'
import { splitMarks, TEAMS_GUESTS } from './report-names.ts'
import { readStays, type Stay } from './report-stays.ts'
import { createTimeTest, findReportTables, ReportTables } from './report-tables.ts'
import { createTimeReader, decideDateOrder, type ReportMoment } from './report-times.ts'
import { dateOrderWarnings, limitWarnings } from './report-warnings.ts'
import { pairEvents, type TeamsEvent } from './teams-events.ts'
import { findTeamsMeetings, isTimeFact, readSummary, type TeamsParts } from './teams-meetings.ts'
import { EVENT_COLUMNS, stayColumns, type TeamsKind, type TeamsTable } from './teams-tables.ts'
import type { ReportReader, TextSource } from './text-source.ts'
import type { Delimiter, TableRow } from './text-table.ts'

const KIND = 'teams-attendance'
const hasTime = createTimeTest()

type MeetingReading = { meeting: ReportMeeting; warnings: FileWarning[] }
type TimeReader = (cell: string) => ReportMoment | null

/**
 * Reads what Teams writes of who was in a meeting: the list of joins and leaves of 2020, the meeting summary of 2021, and the
 * report in numbered parts since 2022, in any language. Null for other files. Source: "Teams" in docs/formats.md.
 */
export const readTeamsAttendance: ReportReader = (source, { lessonDate }) => {
  const delimiter = chooseDelimiter(source)
  if (delimiter === null) return null
  const found = new ReportTables(hasTime)
  const brokenAt = source.streamRows(delimiter, (cells, line) => found.take({ line, cells }))
  if (brokenAt !== null) return refuseBrokenReport(KIND, brokenAt)
  const meetings = findTeamsMeetings(found, hasTime) ?? []
  const decision = decideDateOrder(timeGroups(meetings), lessonDate)
  const read = createTimeReader(decision.order)
  const answers = meetings.map((parts) => readMeeting(parts, read))
  if (answers.every(({ meeting }) => meeting.people.length === 0)) return NOBODY
  return {
    understood: true,
    kind: KIND,
    meetings: answers.map(({ meeting }) => meeting),
    warnings: limitWarnings([...dateOrderWarnings(decision), ...answers.flatMap(({ warnings }) => warnings)]),
  }
}

/** The one under which most rows are Teams' own; under a wrong one a report can look like an empty one. */
function chooseDelimiter({ samples }: TextSource): Delimiter | null {
  const fitting = samples.flatMap(({ delimiter, rows }) => {
    const tables = findTeamsMeetings(findReportTables(rows, hasTime), hasTime)?.flatMap(
      (parts) => parts.tables,
    )
    return tables ? [{ delimiter, rows: tables.reduce((sum, table) => sum + table.rows.length, 0) }] : []
  })
  return fitting.toSorted((a, b) => b.rows - a.rows)[0]?.delimiter ?? null
}

const NOBODY = refuseAs(
  KIND,
  'header-only',
  'This is a Teams attendance report with nobody in it.',
  'Teams fills the report after the meeting has ended. Open the meeting in Teams, choose Attendance, download the report again, and choose that file.',
)

/** All time cells of a meeting lie near each other, and so do those of one row. */
function* timeGroups(meetings: readonly TeamsParts[]): Generator<readonly string[]> {
  for (const meeting of meetings) {
    for (const { rows, kind } of meeting.tables) for (const row of rows) yield timesOf(row, kind)
    yield [...allTimes(meeting)]
  }
}

function* allTimes({ above, tables }: TeamsParts): Generator<string> {
  for (const row of above) if (isTimeFact(row, hasTime)) yield row.cells[1] ?? ''
  for (const { rows, kind } of tables) for (const row of rows) yield* timesOf(row, kind)
}

const timesOf = ({ cells }: TableRow, kind: TeamsKind): readonly string[] =>
  kind === 'events' ? cells.slice(2, 3) : cells.slice(1, 3)

function readMeeting(parts: TeamsParts, read: TimeReader): MeetingReading {
  const summary = readSummary(parts, hasTime)
  let [lastSeen, said] = [-Infinity, '']
  for (const cell of allTimes(parts)) {
    const moment = read(cell)
    lastSeen = Math.max(lastSeen, moment?.ms ?? -Infinity)
    said ||= moment?.zone ?? ''
  }
  const zone = said || zoneOfHeadings(parts)
  const { rows, warnings } = readTables(parts.tables, (cell) => read(cell)?.ms ?? null)
  const named = rows.filter(({ name }) => name !== '')
  const asTime = (cell: string | undefined) => {
    const moment = cell === undefined ? null : read(cell)
    return moment && formatReportTime(moment.ms, zone)
  }
  const [start, end] = [asTime(summary.start), asTime(summary.end)]
  return {
    meeting: {
      ...(summary.topic && { topic: summary.topic }),
      ...(start && { start }),
      ...(end && { end }),
      people: gatherPeople(named, lastSeen, zone),
    },
    warnings: [...warnings, ...aboutNames(rows)].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

/** `First Join (UTC)` and `Join Time (UTC+01:00)` say the zone of all times. */
function zoneOfHeadings({ tables }: TeamsParts): string {
  const headings = tables.flatMap(({ header }) => header.cells)
  const zone = headings
    .map((heading) => /\(UTC(?:([+-])(\d{1,2})(?::?(\d\d))?)?\)/.exec(heading))
    .find(Boolean)
  if (!zone) return ''
  const [, sign, hours = '', minutes = '00'] = zone
  return sign === undefined ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`
}

function readTables(
  tables: readonly TeamsTable[],
  at: (cell: string) => number | null,
): { rows: ReportRow[]; warnings: FileWarning[] } {
  const events = tables.filter(({ kind }) => kind === 'events').flatMap(({ rows }) => rows)
  const paired = pairEvents(events.map(({ line, cells }) => asEvent(line, cells, at)))
  const [first = [], ...others] = tables
    .filter(({ kind }) => kind === 'stays')
    .map((table) => readStays(table.rows, stayColumns(table), at))
  // Where two tables of stays are in one report, the first has a row a person and the later ones every join.
  const emails = emailsOf(first)
  const joins = others.flat().map((stay) => withEmail(stay, emails))
  const known = new Set(joins.map(({ row }) => row.name))
  const persons = first.filter(({ row }) => !known.has(row.name))
  const stays = [...persons, ...joins]
  const hasEveryJoin = others.length > 0
  return {
    rows: [...paired.rows, ...stays.map(({ row }) => row)],
    warnings: [
      ...paired.warnings,
      ...stays.flatMap(({ warning }) => warning ?? []),
      ...(hasEveryJoin ? persons : first).flatMap(({ row }) => aboutTimeAway(row)),
    ],
  }
}

/** The addresses of a table with a row a person, for names that only one person has. */
function emailsOf(stays: readonly Stay[]): ReadonlyMap<string, string | undefined> {
  const emails = new Map<string, string | undefined>()
  for (const { row } of stays) emails.set(row.name, emails.has(row.name) ? undefined : row.email)
  return emails
}

function withEmail(stay: Stay, emails: ReadonlyMap<string, string | undefined>): Stay {
  const email = stay.row.email ?? emails.get(stay.row.name)
  return email === undefined ? stay : { ...stay, row: { ...stay.row, email } }
}

function asEvent(line: number, cells: readonly string[], at: (cell: string) => number | null): TeamsEvent {
  const { name, guest } = splitMarks(cells[EVENT_COLUMNS.name] ?? '', TEAMS_GUESTS)
  return {
    line,
    name,
    isGuest: guest === true,
    action: cells[EVENT_COLUMNS.action] ?? '',
    at: at(cells[EVENT_COLUMNS.time] ?? ''),
  }
}
