import type { FileWarning } from '../../../shared/domain/class-list.ts'
import { type Recognised, refuseAs, type ReportMeeting } from '../../../shared/domain/recognised-file.ts'
import { formatReportTime, gatherPeople } from '../../../shared/domain/report-people.ts'
import { DAY_MS, type SchoolDate } from '../../../shared/domain/times.ts'
import { aboutNames, aboutTimeAway, refuseBrokenReport } from './attendance-warnings.ts'
import { cleanCell } from './class-list-cells.ts'
import { findMeetColumns } from './meet-columns.ts'
import { type DateOrder, readReportDate } from './report-dates.ts'
import { readStays, type Stay, type StayColumns } from './report-stays.ts'
import { createClockTest, createTimeTest, findReportTables, type ReportTable } from './report-tables.ts'
import { createTimeReader, decideDateOrder } from './report-times.ts'
import { dateOrderWarnings, limitWarnings } from './report-warnings.ts'
import type { ReportReader } from './text-source.ts'
import type { TableRow } from './text-table.ts'

const KIND = 'meet-attendance'
const hasClock = createClockTest()
const hasTime = createTimeTest()

type MeetList = { table: ReportTable; columns: StayColumns }

/**
 * Reads the attendance report of Google Meet, and the list that a browser extension makes of it, in any language. Null for
 * other files. Source: "Google Meet" in docs/formats.md.
 */
export const readMeetAttendance: ReportReader = (source, { lessonDate }) => {
  const sample = source.samples.find(({ rows }) => findList(rows) !== null)
  if (!sample) return null
  const read = source.readTable(sample.delimiter)
  if (read.brokenAt !== null) return refuseBrokenReport(KIND, read.brokenAt)
  const list = findList(read.rows)
  return list && readList(list, statedAbove(read.rows, list.table.header.line), lessonDate)
}

function findList(rows: readonly TableRow[]): MeetList | null {
  // The four rows of an extension are no table, though some hold a time.
  const body = rows.filter(({ cells }) => !(cells[0] ?? '').trimStart().startsWith('*'))
  for (const table of findReportTables(body, hasClock).tables) {
    const found = findMeetColumns(table, hasClock, body.length < rows.length)
    if (found) return { table, columns: hasTimes(table, found) ? found : { ...found, join: null } }
  }
  return null
}

const hasTimes = ({ rows }: ReportTable, { join }: StayColumns): boolean =>
  rows.some(({ cells }) => (cells[join ?? -1] ?? '') !== '')

/** Words that may stand before a time above the table. */
const MOST_LABEL_WORDS = 10

/** The times and dates that stand above the table, without what they are of: `* Created on 2021-01-18 09:24:00`. */
const statedAbove = (rows: readonly TableRow[], headerLine: number): string[] =>
  rows
    .filter(({ line }) => line < headerLine)
    .flatMap(({ cells }) =>
      cells.slice(0, 12).flatMap((cell) => findStated(cleanCell(cell.slice(0, 200))) ?? []),
    )

function findStated(text: string): string | undefined {
  const words = text.split(' ')
  const ends = words.slice(0, MOST_LABEL_WORDS).map((_, index) => words.slice(index).join(' '))
  return ends.find((end) => hasTime(end) || readReportDate(end) !== null)
}

const NOBODY = refuseAs(
  KIND,
  'header-only',
  'This is a Google Meet attendance report with nobody in it.',
  'Meet sends the report by e-mail after the meeting has ended. Export it from there again as CSV, and choose that file.',
)

function readList(
  { table, columns }: MeetList,
  above: readonly string[],
  lessonDate?: SchoolDate,
): Recognised {
  const stated = above.filter(hasTime)
  const groups = table.rows.map(({ cells }) =>
    [columns.join, columns.leave].map((column) => (column === null ? '' : (cells[column] ?? ''))),
  )
  const decision = decideDateOrder([...groups, [...stated, ...groups.flat()]], lessonDate)
  const isDated = groups.flat().some(hasTime)
  const day = isDated ? undefined : (findDay(above, decision.order) ?? dayOf(lessonDate))
  const hasDay = isDated || day !== undefined || !groups.flat().some(hasClock)
  const read = createTimeReader(decision.order, isDated ? undefined : (day ?? 0))
  const stays = readStays(table.rows, { ...columns, isOfOneDay: !isDated }, (cell) => read(cell)?.ms ?? null)
  const rows = stays.map(({ row }) => row)
  const moments = [...stated, ...groups.flat()].flatMap((cell) => read(cell) ?? [])
  const zone = moments.find((moment) => moment.zone !== '')?.zone ?? ''
  const lastSeen = Math.max(
    ...[moments.map(({ ms }) => ms), rows.map(({ to }) => to ?? -Infinity)].map(latest),
  )
  const people = gatherPeople(
    rows.filter(({ name }) => name !== ''),
    lastSeen,
    zone,
  )
  if (people.length === 0) return NOBODY
  const [start, end] = stated.map((cell) => formatReportTime(read(cell)?.ms ?? 0, zone))
  const meeting: ReportMeeting = {
    ...(start && { start }),
    ...(end && { end }),
    people: hasDay ? people : people.map((person) => ({ ...person, intervals: [] })),
  }
  const dates = [...dateOrderWarnings(decision), ...(hasDay ? [] : [{ code: 'no-date', message: NO_DATE }])]
  return {
    understood: true,
    kind: KIND,
    meetings: [meeting],
    warnings: limitWarnings([...dates, ...aboutStays(stays, columns)]),
  }
}

const latest = (times: readonly number[]): number => times.reduce((last, ms) => Math.max(last, ms), -Infinity)

function aboutStays(stays: readonly Stay[], { leave }: StayColumns): FileWarning[] {
  const rows = stays.map(({ row }) => row)
  const warnings = [
    ...stays.flatMap(({ warning }) => warning ?? []),
    ...(leave === null ? [] : rows.flatMap(aboutTimeAway)),
    ...aboutNames(rows),
  ]
  return warnings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

const NO_DATE =
  'This report has times of the day and no date. How long everybody was there is known: say the lesson’s date for when.'

/** The day a list without dates is of: the first date that stands above it. */
function findDay(above: readonly string[], order: DateOrder): number | undefined {
  const read = createTimeReader(order)
  for (const text of above) {
    const ms = read(text)?.ms ?? readReportDate(text)?.days[order]
    if (ms !== undefined && ms !== null) return ms - (ms % DAY_MS)
  }
  return undefined
}

const dayOf = (lessonDate: SchoolDate | undefined): number | undefined =>
  lessonDate === undefined ? undefined : Date.parse(`${lessonDate}T00:00:00Z`)
