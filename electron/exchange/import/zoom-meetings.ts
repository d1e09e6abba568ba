import type { CodedWarning, ReportMeeting } from '../../../shared/domain/recognised-file.ts'
import { formatReportTime, gatherPeople, type ReportRow } from '../../../shared/domain/report-people.ts'
import { tidyName } from './report-names.ts'
import { NO_TIME, type NotedTimes, type ReportMoment } from './report-times.ts'
import type { MeetingColumns } from './zoom-columns.ts'
import type { NotedRow } from './zoom-rows.ts'

/** One meeting of a file as it was noted: what the file says of it as a whole, and its rows. */
export type NotedMeeting = {
  topic: string
  start: number
  end: number
  host: { name: string; email: string } | null
  hasTimes: boolean
  rows: NotedRow[]
  /** Its days (`NotedTimes.dayOf`): they lie close together. */
  days: Set<number>
}

type MomentReader = (noted: number) => ReportMoment | null

export function openMeeting(
  cells: readonly string[],
  columns: MeetingColumns,
  times: NotedTimes,
  hasTimes: boolean,
): NotedMeeting {
  const cell = (column: number | undefined) => (column === undefined ? '' : tidyName(cells[column] ?? ''))
  const [start, end] = [times.note(cell(columns.start)), times.note(cell(columns.end))]
  const host = readHost(cell(columns.hostName), cell(columns.hostEmail))
  const days = new Set([times.dayOf(start), times.dayOf(end)])
  return { topic: cell(columns.topic), start, end, host, hasTimes, rows: [], days }
}

/** `Ms J Reid (j.reid@school.example)`, or the two apart. A name alone is no proof: anybody can take it. */
function readHost(name: string, email: string): NotedMeeting['host'] {
  const [, before = name, inside = email] = /^(.*\S) \(([^()\s]+@[^()\s]+)\)$/.exec(name) ?? []
  return before === '' || inside === '' ? null : { name: before, email: inside.toLowerCase() }
}

/** A noted meeting as it is told. `readable` is how many rows could be read, those in the waiting room too. */
export function closeMeeting(
  meeting: NotedMeeting,
  read: MomentReader,
  warnings: CodedWarning[],
): { meeting: ReportMeeting; readable: number } {
  const reading = new MeetingReading(meeting, read, warnings)
  const [start, end] = [read(meeting.start), read(meeting.end)]
  const rows: ReportRow[] = []
  for (const noted of meeting.rows) {
    const row = reading.read(noted)
    if (row) rows.push(row)
  }
  return {
    meeting: {
      ...(meeting.topic !== '' && { topic: meeting.topic }),
      ...(start && { start: formatReportTime(start.ms, start.zone) }),
      ...(end && { end: formatReportTime(end.ms, end.zone) }),
      people: gatherPeople(rows, reading.lastSeen, reading.zone ?? ''),
    },
    readable: reading.readable,
  }
}

class MeetingReading {
  readable = 0
  lastSeen = -Infinity
  zone: string | null = null
  private readonly meeting: NotedMeeting
  private readonly readMoment: MomentReader
  private readonly warnings: CodedWarning[]

  constructor(meeting: NotedMeeting, read: MomentReader, warnings: CodedWarning[]) {
    this.meeting = meeting
    this.readMoment = read
    this.warnings = warnings
    this.see(meeting.start)
    this.see(meeting.end)
  }

  read(row: NotedRow): ReportRow | null {
    const { line, name, email, isWaiting } = row
    const [from, to] = [this.see(row.join), this.see(row.leave)]
    // Time waiting is not time present, but it is a time seen in the file.
    if (isWaiting === true) {
      this.readable += 1
      return null
    }
    if (isWaiting === null)
      this.warn(
        line,
        'unknown-waiting',
        'Whether this was in the waiting room can’t be read; it counts as present.',
      )
    const stretch = this.readStretch(row, from, to)
    if (!stretch) return null
    this.readable += 1
    const { host } = this.meeting
    const isHost = name.host ?? (host?.name === name.name && host.email === email.toLowerCase())
    return {
      line,
      name: name.name,
      originalName: name.originalName,
      email: email === '' ? undefined : email,
      guest: name.guest ?? row.guest ?? undefined,
      host: isHost ? true : undefined,
      from: stretch.from,
      to: stretch.to,
      totalMinutes: row.totalMinutes,
    }
  }

  /** When the row's person came and went; without times, the minutes the file counts itself. Null: nothing can be read. */
  private readStretch({ line, join, leave, totalMinutes }: NotedRow, from: number | null, to: number | null) {
    if (!this.meeting.hasTimes) {
      if (totalMinutes !== undefined) return { from: null, to: null }
      this.warn(line, 'unreadable-duration', 'The row has no minutes; it was left out.')
      return null
    }
    if (from === null) return this.withoutJoin(line, join, totalMinutes)
    if (to === null) {
      const what = leave === NO_TIME ? 'The row has no leave time' : 'The leave time can’t be read'
      this.warn(line, 'missing-leave', `${what}; presence is counted to the last time seen in the file.`)
      return { from, to }
    }
    if (to >= from) return { from, to }
    this.warn(
      line,
      'leave-before-join',
      'The leave time is before the join time; only the moment of joining counts.',
    )
    return { from, to: from }
  }

  private withoutJoin(line: number, join: number, totalMinutes: number | undefined) {
    const isBlank = join === NO_TIME
    const what = isBlank ? 'The row has no join time' : 'The join time can’t be read'
    const then = totalMinutes === undefined ? 'the row was left out' : 'only its minutes are known'
    this.warn(line, isBlank ? 'missing-join' : 'unreadable-time', `${what}; ${then}.`)
    return totalMinutes === undefined ? null : { from: null, to: null }
  }

  /** A noted time by the clock of the meeting's first: its ms, remembered as seen. */
  private see(noted: number): number | null {
    const moment = this.readMoment(noted)
    if (!moment) return null
    this.zone ??= moment.zone
    const ms = moment.zone === this.zone ? moment.ms : inZone(moment, this.zone)
    if (ms > this.lastSeen) this.lastSeen = ms
    return ms
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
