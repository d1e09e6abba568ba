import {
  type CodedWarning,
  type Recognised,
  type RecogniseHints,
  refuseAs,
  type ReportMeeting,
} from '../../../shared/domain/recognised-file.ts'
import { dateOrderWarnings, limitWarnings } from './report-warnings.ts'
import { createTimeReader, decideDateOrder } from './report-times.ts'
import type { TableRow } from './text-table.ts'
import type { TextSource } from './text-source.ts'
import { understandZoomHeader } from './zoom-columns.ts'
import { readMeetings } from './zoom-meetings.ts'
import { splitSections, type ZoomSection } from './zoom-sections.ts'
import { findShapedHeader } from './zoom-shape.ts'

const EXPORT_AGAIN =
  'In Zoom on the web, open Reports, Usage (or the meeting’s details), choose the number of participants, tick “Export with meeting data” and “Export”, then choose that file.'

/**
 * Reads a participants report of Zoom of any year, in any language: with and without the row about the meeting, unique
 * users, the API's, and several meetings in one file. Null when the file is none. Never throws.
 * Source: "Zoom" in docs/formats.md.
 */
export function readZoomReport(source: TextSource, hints: RecogniseHints): Recognised | null {
  const sample =
    source.samples.find(({ rows }) => rows.some(({ cells }) => understandZoomHeader(cells))) ??
    source.samples.find(({ rows }) => findShapedHeader(rows))
  if (!sample) return null
  const { rows, brokenAt } = source.readTable(sample.delimiter)
  if (brokenAt !== null) return refuseBroken(brokenAt)
  const isKnown = sample.rows.some(({ cells }) => understandZoomHeader(cells))
  return readSections(splitSections(rows, isKnown ? null : findShapedHeader(sample.rows)), hints)
}

function readSections(sections: readonly ZoomSection[], { lessonDate }: RecogniseHints): Recognised {
  const kind = sections.some(({ columns }) => columns.times) ? 'zoom-participants' : 'zoom-unique-users'
  if (sections.every(({ rows }) => rows.length === 0))
    return refuseAs(
      kind,
      'header-only',
      'This Zoom report has headings but nobody under them.',
      `It may have been made before the meeting was over. ${EXPORT_AGAIN}`,
    )
  const decision = decideDateOrder(groupTimes(sections), lessonDate)
  const warnings: CodedWarning[] = dateOrderWarnings(decision)
  const readTime = createTimeReader(decision.order)
  const meetings: ReportMeeting[] = []
  let readable = 0
  for (const section of sections) {
    const read = readMeetings(section, readTime, warnings)
    readable += read.rows
    meetings.push(...read.meetings)
  }
  if (readable === 0) return refuseUnreadable(kind, warnings)
  return { understood: true, kind, meetings, warnings: limitWarnings(warnings) }
}

/** Times that belong to one meeting: those of a whole table, or of each row where rows are of several meetings. */
function* groupTimes(sections: readonly ZoomSection[]): Generator<string[]> {
  for (const { columns, about, rows } of sections) {
    const { times, meeting } = columns
    if (about) yield timesOf(about.row, [about.columns.start, about.columns.end])
    if (!times) continue
    const own = [times.join, times.leave, meeting?.start, meeting?.end]
    if (meeting) for (const row of rows) yield timesOf(row, own)
    else {
      const all = about ? timesOf(about.row, [about.columns.start, about.columns.end]) : []
      for (const row of rows) {
        const [join, leave] = [row.cells[times.join], row.cells[times.leave]]
        if (join) all.push(join)
        if (leave) all.push(leave)
      }
      yield all
    }
  }
}

const timesOf = ({ cells }: TableRow, columns: readonly (number | undefined)[]): string[] =>
  columns.flatMap((column) => (column === undefined ? [] : (cells[column] ?? [])))

const refuseBroken = (line: number): Recognised =>
  refuseAs(
    'zoom-participants',
    'broken-quotes',
    `A quotation mark opened on line ${line} is not closed, so the rows after it can’t be told apart.`,
    `Export the report again as it is, without opening it in between. ${EXPORT_AGAIN}`,
  )

const refuseUnreadable = (kind: Recognised['kind'], [first]: readonly CodedWarning[]): Recognised =>
  refuseAs(
    kind,
    'no-rows',
    `No row of this Zoom report could be read. The first was line ${first?.line ?? 1}: ${first?.message ?? ''}`,
    EXPORT_AGAIN,
  )
