import type { FileWarning } from '../../../shared/domain/class-list.ts'
import type { NotedTimes } from './report-times.ts'
import {
  type MeetingColumns,
  understandMeetingHeader,
  understandZoomHeader,
  type ZoomColumns,
} from './zoom-columns.ts'
import { addRow, type NotedMeeting, openMeeting } from './zoom-meetings.ts'
import { ZoomRowNotes } from './zoom-rows.ts'
import { headerText, type ShapedHeader, shapeOfMeeting } from './zoom-shape.ts'

/** The row about a meeting as a whole, under the headings that say what it holds. */
type About = { columns: MeetingColumns; cells: readonly string[] }

/**
 * Takes a file's rows as they go by apart into meetings: each table of people begins at a heading row. What stands above
 * the first, or between tables, is a title or the row about the meeting that follows.
 */
export class ZoomFile {
  readonly meetings: NotedMeeting[] = []
  /** How many rows were kept. */
  rows = 0
  /** What is wrong with rows as they are written. */
  readonly warnings: FileWarning[] = []
  /** Whether a table of people has times of its own. */
  hasTimes = false
  private readonly times: NotedTimes
  private readonly shaped: ShapedHeader | null
  private readonly notes: ZoomRowNotes
  private columns: ZoomColumns | null = null
  private meeting: NotedMeeting | null = null
  private flat = new Map<string, NotedMeeting>()
  private about: About | null = null
  private aboutColumns: MeetingColumns | null = null

  constructor(times: NotedTimes, shaped: ShapedHeader | null) {
    this.times = times
    this.shaped = shaped
    this.notes = new ZoomRowNotes(times)
  }

  take(cells: readonly string[], line: number): void {
    const { columns } = this
    if (columns && isValueRow(cells, columns)) return this.takePerson(cells, line, columns)
    if (cells.every((cell) => cell.trim() === '')) return
    // In another language the headings over a further meeting are known only by words where the times would be.
    if (this.shaped && columns && looksLikeHeadings(cells, columns)) this.columns = null
    this.takeOther(cells, line)
  }

  /** Headings, the row about a meeting, a title, or a row of the table that has lost its values. */
  private takeOther(cells: readonly string[], line: number): void {
    const columns = headerOf(cells, this.shaped)
    const aboutColumns = columns ? null : understandMeetingHeader(cells)
    if (columns) return this.openTable(columns)
    if (aboutColumns) {
      this.aboutColumns = aboutColumns
      this.columns = null
    } else if (this.aboutColumns) {
      this.about = { columns: this.aboutColumns, cells }
      this.aboutColumns = null
    } else if (this.columns) {
      this.takePerson(cells, line, this.columns)
    } else {
      const shape = shapeOfMeeting(cells)
      if (shape) this.about = { columns: shape, cells }
    }
  }

  private openTable(columns: ZoomColumns): void {
    this.columns = columns
    this.hasTimes ||= columns.times !== undefined
    this.flat = new Map()
    this.meeting = null
    if (!columns.meeting) this.open(this.about?.cells ?? [], this.about?.columns ?? {}, columns)
    this.about = null
  }

  private open(cells: readonly string[], about: MeetingColumns, columns: ZoomColumns): NotedMeeting {
    this.meeting = openMeeting(cells, about, this.times, columns.times !== undefined)
    this.meetings.push(this.meeting)
    return this.meeting
  }

  private takePerson(cells: readonly string[], line: number, columns: ZoomColumns): void {
    const meeting = columns.meeting ? this.meetingOf(cells, columns, columns.meeting) : this.meeting
    const row = this.notes.note(cells, line, columns)
    if (!('name' in row)) {
      this.warnings.push({ line, ...row })
      return
    }
    if (!meeting) return
    this.rows += 1
    if (row.isWaiting === null) this.warnings.push({ line, ...UNKNOWN_WAITING })
    if (row.hasStrayCell) this.warnings.push({ line, ...STRAY_CELL })
    addRow(meeting, row)
    meeting.days.add(this.times.dayOf(row.join)).add(this.times.dayOf(row.leave))
  }

  /** The meeting a row of the flat table says it is of. Blank cells are those of the row above: merged ones come so. */
  private meetingOf(cells: readonly string[], columns: ZoomColumns, about: MeetingColumns): NotedMeeting {
    const key = keyOf(cells, about)
    if (key === '' && this.meeting) return this.meeting
    this.meeting = this.flat.get(key) ?? this.open(cells, about, columns)
    this.flat.set(key, this.meeting)
    return this.meeting
  }
}

const STRAY_CELL = {
  code: 'stray-cell',
  message: 'Something stands beside this row where the report has no column; it was not read.',
}

const UNKNOWN_WAITING = {
  code: 'unknown-waiting',
  message: 'Whether this was in the waiting room can’t be read; it counts as present.',
}

const keyOf = (cells: readonly string[], { id, topic, start }: MeetingColumns): string =>
  `${cells[id ?? topic ?? -1] ?? ''} ${cells[start ?? -1] ?? ''}`.trim()

function headerOf(cells: readonly string[], shaped: ShapedHeader | null): ZoomColumns | null {
  if (shaped && headerText(cells) === shaped.text) return shaped.columns
  return understandZoomHeader(cells)
}

/** Quick, for nearly every row of a long file is one: no heading has a clock or is a number. */
function isValueRow(cells: readonly string[], { times, duration = -1 }: ZoomColumns): boolean {
  if (times) return cells[times.join]?.includes(':') ?? false
  const code = cells[duration]?.charCodeAt(0) ?? 0
  return code >= 48 && code <= 57
}

/** Words where the table has its times, or its minutes. */
function looksLikeHeadings(cells: readonly string[], { times, duration = -1 }: ZoomColumns): boolean {
  const places = times ? [times.join, times.leave] : [duration]
  return places.every((at) => /^\D*\p{L}\D*$/u.test(cells[at] ?? ''))
}
