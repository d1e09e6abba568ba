import type { FileWarning } from '../../../shared/domain/class-list.ts'
import type { ReportMeeting } from '../../../shared/domain/recognised-file.ts'
import type { ReportPerson } from '../../../shared/domain/meeting-report.ts'
import { formatReportTime, gatherPerson, type ReportRow } from '../../../shared/domain/report-people.ts'
import { tidyName } from './report-names.ts'
import { NO_TIME, type NotedTimes, type ReportMoment } from './report-times.ts'
import type { MeetingColumns } from './zoom-columns.ts'
import type { NotedRow } from './zoom-rows.ts'

/** One name of a meeting as it was noted. `rows` holds four numbers a row: line, join, leave, minutes (or -1). */
type NotedPerson = Pick<ReportRow, 'name' | 'originalName' | 'email' | 'guest' | 'host'> & { rows: number[] }
const NUMBERS_A_ROW = 4

/**
 * One meeting of a file as it was noted: what the file says of it as a whole, and its people. Numbers only, for a
 * report may have a hundred thousand rows.
 */
export type NotedMeeting = {
  topic: string
  start: number
  end: number
  host: { name: string; email: string } | null
  hasTimes: boolean
  people: Map<string, NotedPerson>
  /** Times in the waiting room: no presence, but times seen in the file. */
  waiting: number[]
  /** Its days (`NotedTimes.dayOf`): they lie close together. */
  days: Set<number>
  /** The day it was planned on, or below 0. */
  created: number
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
  const created = times.dayOf(times.note(cell(columns.created)))
  const topic = cell(columns.topic)
  return { topic, start, end, host, hasTimes, people: new Map(), waiting: [], days, created }
}

/** Adds a row to its meeting's people. */
export function addRow(meeting: NotedMeeting, row: NotedRow): void {
  if (row.isWaiting === true) {
    meeting.waiting.push(row.join, row.leave)
    return
  }
  const { name } = row.name
  let person = meeting.people.get(name)
  if (!person) {
    person = { name, originalName: undefined, email: undefined, guest: undefined, host: undefined, rows: [] }
    meeting.people.set(name, person)
  }
  person.originalName ??= row.name.originalName
  if (row.email !== '') person.email ??= row.email
  person.guest ??= row.name.guest ?? row.guest ?? undefined
  const { host } = meeting
  if (row.name.host || (host?.name === name && host.email === row.email.toLowerCase())) person.host = true
  person.rows.push(row.line, row.join, row.leave, row.totalMinutes ?? -1)
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
  warnings: FileWarning[],
): { meeting: ReportMeeting; readable: number } {
  const reading = new MeetingReading(meeting, read, warnings)
  const people = [...meeting.people.values()].flatMap((person) => reading.readPerson(person) ?? [])
  const [start, end] = [read(meeting.start), read(meeting.end)]
  return {
    meeting: {
      ...(meeting.topic !== '' && { topic: meeting.topic }),
      ...(start && { start: formatReportTime(start.ms, start.zone) }),
      ...(end && { end: formatReportTime(end.ms, end.zone) }),
      people,
    },
    readable: reading.readable,
  }
}

class MeetingReading {
  readable: number
  private lastSeen = -Infinity
  private zone: string | null = null
  private readonly meeting: NotedMeeting
  private readonly readMoment: MomentReader
  private readonly warnings: FileWarning[]

  constructor(meeting: NotedMeeting, read: MomentReader, warnings: FileWarning[]) {
    this.meeting = meeting
    this.readMoment = read
    this.warnings = warnings
    this.readable = meeting.waiting.length / 2
    this.see(meeting.start)
    this.see(meeting.end)
    for (const { rows } of meeting.people.values())
      for (let at = 0; at < rows.length; at += NUMBERS_A_ROW) {
        this.see(rows[at + 1])
        this.see(rows[at + 2])
      }
    for (const noted of meeting.waiting) this.see(noted)
  }

  /** Null where none of the person's rows could be read. */
  readPerson({ rows, name, originalName, email, guest, host }: NotedPerson): ReportPerson | null {
    const read: ReportRow[] = []
    for (let at = 0; at < rows.length; at += NUMBERS_A_ROW) {
      const line = rows[at] ?? 0
      const minutes = rows[at + 3] ?? -1
      const totalMinutes = minutes < 0 ? undefined : minutes
      const stretch = this.readStretch(line, rows[at + 1] ?? NO_TIME, rows[at + 2] ?? NO_TIME, totalMinutes)
      if (!stretch) continue
      const { from, to } = stretch
      // Written out: spreading a hundred thousand rows takes longer than reading them.
      read.push({ line, name, originalName, email, guest, host, from, to, totalMinutes })
    }
    this.readable += read.length
    return read.length === 0 ? null : gatherPerson(read, this.lastSeen, this.zone ?? '')
  }

  /** When the row's person came and went; without times, the minutes the file counts itself. Null: nothing can be read. */
  private readStretch(line: number, join: number, leave: number, totalMinutes: number | undefined) {
    if (!this.meeting.hasTimes) {
      if (totalMinutes !== undefined) return { from: null, to: null }
      this.warn(line, 'unreadable-duration', 'The row has no minutes; it was left out.')
      return null
    }
    const [from, to] = [this.timeOf(join), this.timeOf(leave)]
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
      'The leave time is before the join time; presence is counted to the last time seen in the file.',
    )
    return { from, to: null }
  }

  private withoutJoin(line: number, join: number, totalMinutes: number | undefined) {
    const isBlank = join === NO_TIME
    const what = isBlank ? 'The row has no join time' : 'The join time can’t be read'
    const then = totalMinutes === undefined ? 'the row was left out' : 'only its minutes are known'
    this.warn(line, isBlank ? 'missing-join' : 'unreadable-time', `${what}; ${then}.`)
    return totalMinutes === undefined ? null : { from: null, to: null }
  }

  private see(noted = NO_TIME): void {
    const ms = this.timeOf(noted)
    if (ms !== null && ms > this.lastSeen) this.lastSeen = ms
  }

  /** A noted time in ms, by the clock of the meeting's first. */
  private timeOf(noted: number): number | null {
    const moment = this.readMoment(noted)
    if (!moment) return null
    this.zone ??= moment.zone
    return moment.zone === this.zone ? moment.ms : inZone(moment, this.zone)
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
