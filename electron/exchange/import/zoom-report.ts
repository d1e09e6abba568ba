import type { FileWarning } from '../../../shared/domain/class-list.ts'
import {
  type FileKind,
  type Recognised,
  type RecogniseHints,
  refuseAs,
} from '../../../shared/domain/recognised-file.ts'
import { NotedTimes } from './report-times.ts'
import { dateOrderWarnings, limitWarnings } from './report-warnings.ts'
import type { TextSource } from './text-source.ts'
import { understandMeetingHeader, understandZoomHeader } from './zoom-columns.ts'
import { ZoomFile } from './zoom-file.ts'
import { closeMeeting } from './zoom-meetings.ts'
import { findShapedHeader, isListOfMeetings, kindOfEmptyShape } from './zoom-shape.ts'

const EXPORT_AGAIN =
  'In Zoom on the web, open Reports, Usage (or the meeting’s details), choose the number of participants, tick “Export with meeting data” and “Export”, then choose that file.'

/**
 * Reads a participants report of Zoom of any year, in any language: with and without the row about the meeting, unique
 * users, the API's, and several meetings in one file. Null when the file is none. Never throws.
 * Source: "Zoom" in docs/formats.md.
 */
export function readZoomReport(source: TextSource, hints: RecogniseHints): Recognised | null {
  const known = source.samples.find(({ rows }) => rows.some(({ cells }) => understandZoomHeader(cells)))
  const sample = known ?? source.samples.find(({ rows }) => findShapedHeader(rows))
  if (!sample) return refuseEmpty(source)
  const times = new NotedTimes()
  const file = new ZoomFile(times, known ? null : findShapedHeader(sample.rows))
  const brokenAt = source.streamRows(sample.delimiter, (cells, line) => file.take(cells, line))
  return brokenAt === null ? understand(file, times, hints) : refuseBroken(brokenAt)
}

function understand(file: ZoomFile, times: NotedTimes, { lessonDate }: RecogniseHints): Recognised {
  const kind = file.hasTimes ? 'zoom-participants' : 'zoom-unique-users'
  if (file.rows === 0 && file.warnings.length === 0) return refuseHeaderOnly(kind)
  const decision = times.decide(
    file.meetings.map(({ days }) => days),
    lessonDate,
    file.meetings.map(({ created }) => created),
  )
  const read = times.reader(decision.order)
  const found = [...file.warnings]
  const closed = file.meetings.map((meeting) => closeMeeting(meeting, read, found))
  const warnings = [
    ...dateOrderWarnings(decision),
    ...found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  ]
  if (closed.every(({ readable }) => readable === 0)) return refuseUnreadable(kind, found)
  const meetings = closed.map(({ meeting }) => meeting)
  if (meetings.every(({ people }) => people.length === 0)) warnings.push(NOBODY)
  return { understood: true, kind, meetings, warnings: limitWarnings(warnings) }
}

/** Only what is said of meetings as a whole was exported. */
const isMeetingAlone = ({ samples }: TextSource): boolean =>
  samples.some(
    ({ rows }) =>
      isListOfMeetings(rows) || rows.some(({ cells }) => understandMeetingHeader(cells)?.id !== undefined),
  )

function refuseEmpty(source: TextSource): Recognised | null {
  if (isMeetingAlone(source)) return MEETINGS_ONLY
  const [kind] = source.samples.flatMap(({ rows }) => kindOfEmptyShape(rows) ?? [])
  return kind ? refuseHeaderOnly(kind) : null
}

const refuseHeaderOnly = (kind: FileKind): Recognised =>
  refuseAs(
    kind,
    'header-only',
    'This Zoom report has headings but nobody under them.',
    `It may have been made before the meeting was over. ${EXPORT_AGAIN}`,
  )

const MEETINGS_ONLY = refuseAs(
  'zoom-participants',
  'header-only',
  'This Zoom report says which meetings there were, but not who was in them.',
  EXPORT_AGAIN,
)

const NOBODY: FileWarning = {
  code: 'nobody-present',
  message: 'Everybody in this report was only in the waiting room; nobody was let in.',
}

const refuseBroken = (line: number): Recognised =>
  refuseAs(
    'zoom-participants',
    'broken-quotes',
    `A quotation mark opened on line ${line} is not closed, so the rows after it can’t be told apart.`,
    `Export the report again as it is, without opening it in between. ${EXPORT_AGAIN}`,
  )

const refuseUnreadable = (kind: FileKind, [first]: readonly FileWarning[]): Recognised =>
  refuseAs(
    kind,
    'no-rows',
    `No row of this Zoom report could be read. The first was line ${first?.line ?? 1}: ${first?.message ?? ''}`,
    EXPORT_AGAIN,
  )
