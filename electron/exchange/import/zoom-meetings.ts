import type { CodedWarning, ReportMeeting } from '../../../shared/domain/recognised-file.ts'
import { formatReportTime, gatherPeople, type ReportRow } from '../../../shared/domain/report-people.ts'
import { cleanCell } from './class-list-cells.ts'
import { splitOriginalName, tidyName } from './report-names.ts'
import type { ReportMoment } from './report-times.ts'
import type { TableRow } from './text-table.ts'
import { readYesNo } from './yes-no.ts'
import type { MeetingColumns, ZoomColumns } from './zoom-columns.ts'
import type { ZoomSection } from './zoom-sections.ts'

type TimeReader = (cell: string) => ReportMoment | null

/** Longer than any name; a quotation mark in the wrong place makes one. */
const LONGEST_NAME = 250

/** What the file says of one meeting as a whole, and its rows. */
type Meeting = {
  topic: string
  start: ReportMoment | null
  end: ReportMoment | null
  host: { name: string; email: string } | null
  rows: ReportRow[]
  lastSeen: number
  zone: string | null
}

/** Reads the meetings of one table, most often one. `rows` is how many rows could be read, those in the waiting room too. */
export function readMeetings(
  section: ZoomSection,
  readTime: TimeReader,
  warnings: CodedWarning[],
): { meetings: ReportMeeting[]; rows: number } {
  const { columns, about } = section
  const table = new ZoomTable(columns, readTime, warnings)
  if (!columns.meeting) {
    const meeting = openMeeting(about?.row ?? null, about?.columns ?? {}, readTime)
    for (const row of section.rows) table.read(row, meeting)
    return { meetings: [closeMeeting(meeting)], rows: table.readable }
  }
  const meetings = new Map<string, Meeting>()
  let current: Meeting | null = null
  for (const row of section.rows) {
    const key = keyOf(row, columns.meeting)
    // Blank cells are those of the row above: spreadsheets write merged ones so.
    if (key !== '' || current === null) {
      current = meetings.get(key) ?? openMeeting(row, columns.meeting, readTime)
      meetings.set(key, current)
    }
    table.read(row, current)
  }
  return { meetings: [...meetings.values()].map(closeMeeting), rows: table.readable }
}

const keyOf = ({ cells }: TableRow, { id, topic, start }: MeetingColumns): string =>
  [id ?? topic, start]
    .map((column) => (column === undefined ? '' : (cells[column] ?? '')))
    .join('')
    .trim()

function openMeeting(row: TableRow | null, columns: MeetingColumns, readTime: TimeReader): Meeting {
  const cell = (column: number | undefined) =>
    row && column !== undefined ? tidyName(row.cells[column] ?? '') : ''
  const [start, end] = [readTime(cell(columns.start)), readTime(cell(columns.end))]
  const lastSeen = Math.max(start?.ms ?? -Infinity, end?.ms ?? -Infinity)
  const host = readHost(cell(columns.hostName), cell(columns.hostEmail))
  return { topic: cell(columns.topic), start, end, host, rows: [], lastSeen, zone: start?.zone ?? null }
}

/** `Ms J Reid (j.reid@school.example)`, or the two apart. A name alone is no proof: anybody can take it. */
function readHost(name: string, email: string): Meeting['host'] {
  const [, before = name, inside = email] = /^(.*\S) \(([^()\s]+@[^()\s]+)\)$/.exec(name) ?? []
  return before === '' || inside === '' ? null : { name: before, email: inside.toLowerCase() }
}

function closeMeeting({ topic, start, end, rows, lastSeen, zone }: Meeting): ReportMeeting {
  return {
    ...(topic !== '' && { topic }),
    ...(start && { start: formatReportTime(start.ms, start.zone) }),
    ...(end && { end: formatReportTime(end.ms, end.zone) }),
    people: gatherPeople(rows, lastSeen, zone ?? ''),
  }
}

class ZoomTable {
  /** Rows that could be read so far. */
  readable = 0
  private readonly columns: ZoomColumns
  private readonly readTime: TimeReader
  private readonly warnings: CodedWarning[]

  constructor(columns: ZoomColumns, readTime: TimeReader, warnings: CodedWarning[]) {
    this.columns = columns
    this.readTime = readTime
    this.warnings = warnings
  }

  read({ line, cells }: TableRow, meeting: Meeting): void {
    const { columns } = this
    const written = cells[columns.name] ?? ''
    if (written.length > LONGEST_NAME)
      return this.warn(
        line,
        'name-too-long',
        `A name is longer than ${LONGEST_NAME} letters; the row was left out.`,
      )
    const name = splitOriginalName(written)
    if (name.name === '') return this.warn(line, 'no-name', 'The row has no name; it was left out.')
    if (this.isWaiting(line, cells)) return this.passOver(cells, meeting)
    const stretch = this.readStretch(line, cells, meeting)
    if (!stretch) return
    this.readable += 1
    const email = cleanCell(cells[columns.email ?? -1] ?? '')
    const isGuest = name.guest ?? readYesNo(cells[columns.guest ?? -1] ?? '')
    const { host } = meeting
    const isHost = name.host ?? (host?.name === name.name && host.email === email.toLowerCase())
    meeting.rows.push({
      line,
      name: name.name,
      originalName: name.originalName,
      email: email === '' ? undefined : email,
      guest: isGuest ?? undefined,
      host: isHost ? true : undefined,
      ...stretch,
    })
  }

  /** Time waiting is not time present, but it is a time seen in the file. */
  private passOver(cells: readonly string[], meeting: Meeting): void {
    const { join = -1, leave = -1 } = this.columns.times ?? {}
    this.readMoment(cells[join] ?? '', meeting)
    this.readMoment(cells[leave] ?? '', meeting)
    this.readable += 1
  }

  /** When the row's person came and went; without times, the minutes the file counts itself. Null: nothing can be read. */
  private readStretch(line: number, cells: readonly string[], meeting: Meeting) {
    const total = this.readTotal(cells)
    const { times } = this.columns
    if (!times) {
      if (total !== undefined) return { from: null, to: null, totalMinutes: total }
      this.warn(line, 'unreadable-duration', 'The row has no minutes; it was left out.')
      return null
    }
    const from = this.readMoment(cells[times.join] ?? '', meeting)
    const to = this.readMoment(cells[times.leave] ?? '', meeting)
    if (from === null) return this.withoutJoin(line, cells[times.join] ?? '', total)
    if (to === null) return this.withoutLeave(line, cells[times.leave] ?? '', from)
    if (to >= from) return { from, to }
    this.warn(
      line,
      'leave-before-join',
      'The leave time is before the join time; the moment of joining alone counts.',
    )
    return { from, to: from }
  }

  private withoutJoin(line: number, cell: string, total: number | undefined) {
    const isBlank = cell.trim() === ''
    const what = isBlank ? 'The row has no join time' : 'The join time can’t be read'
    const code = isBlank ? 'missing-join' : 'unreadable-time'
    this.warn(
      line,
      code,
      `${what}; ${total === undefined ? 'the row was left out' : 'only its minutes are known'}.`,
    )
    return total === undefined ? null : { from: null, to: null, totalMinutes: total }
  }

  private withoutLeave(line: number, cell: string, from: number) {
    const what = cell.trim() === '' ? 'The row has no leave time' : 'The leave time can’t be read'
    this.warn(line, 'missing-leave', `${what}; presence is counted to the last time seen in the file.`)
    return { from, to: null }
  }

  private readMoment(cell: string, meeting: Meeting): number | null {
    const moment = cell === '' ? null : this.readTime(cell)
    if (!moment) return null
    meeting.zone ??= moment.zone
    const ms = moment.zone === meeting.zone ? moment.ms : inZone(moment, meeting.zone)
    if (ms > meeting.lastSeen) meeting.lastSeen = ms
    return ms
  }

  private readTotal(cells: readonly string[]): number | undefined {
    const cell = cells[this.columns.duration ?? -1]?.trim() ?? ''
    return /^\d{1,7}(?:[.,]\d+)?$/.test(cell)
      ? (Number(cell.replace(',', '.')) * this.columns.secondsInUnit) / 60
      : undefined
  }

  private isWaiting(line: number, cells: readonly string[]): boolean {
    const cell = cells[this.columns.waiting ?? -1] ?? ''
    const answer = readYesNo(cell)
    if (answer === null && cell.trim() !== '')
      this.warn(
        line,
        'unknown-waiting',
        'Whether this was in the waiting room can’t be read; it counts as present.',
      )
    return answer ?? false
  }

  private warn(line: number, code: string, message: string): void {
    this.warnings.push({ line, code, message })
  }
}

/** A moment by the clock of another zone; times without a zone stay as they are. */
function inZone({ ms, zone }: ReportMoment, wanted: string): number {
  return zone === '' || wanted === '' ? ms : ms + (offsetOf(wanted) - offsetOf(zone)) * 60_000
}

function offsetOf(zone: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
