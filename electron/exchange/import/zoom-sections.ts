import { headerText, type ShapedHeader, shapeOfMeeting } from './zoom-shape.ts'
import type { TableRow } from './text-table.ts'
import {
  type MeetingColumns,
  understandMeetingHeader,
  understandZoomHeader,
  type ZoomColumns,
} from './zoom-columns.ts'

/** One table of people and the row about their meeting above it, where there is one. */
export type ZoomSection = {
  columns: ZoomColumns
  about: { columns: MeetingColumns; row: TableRow } | null
  rows: TableRow[]
}

/**
 * Takes a file apart into its tables of people: each begins at a heading row. What stands above the first, below a blank
 * row or between tables is a title, or the row about a meeting.
 */
export function splitSections(rows: readonly TableRow[], shaped: ShapedHeader | null): ZoomSection[] {
  const sections: ZoomSection[] = []
  let about: ZoomSection['about'] = null
  let aboutColumns: MeetingColumns | null = null
  let open: ZoomSection | null = null
  let isAfterBlank = false
  for (const row of rows) {
    if (open && isValueRow(row.cells, open.columns)) {
      open.rows.push(row)
      continue
    }
    if (isBlank(row.cells)) {
      isAfterBlank = true
      continue
    }
    // In another language the headings over a further meeting are known by the blank row before them alone.
    if (shaped && isAfterBlank) open = null
    isAfterBlank = false
    const columns = headerOf(row.cells, shaped)
    const meetingHeader = columns ? null : understandMeetingHeader(row.cells)
    if (columns) {
      open = { columns, about, rows: [] }
      sections.push(open)
      about = null
    } else if (meetingHeader) {
      aboutColumns = meetingHeader
      open = null
    } else if (aboutColumns) {
      about = { columns: aboutColumns, row }
      aboutColumns = null
    } else if (open) {
      open.rows.push(row)
    } else {
      const shape = shapeOfMeeting(row.cells)
      if (shape) about = { columns: shape, row }
    }
  }
  return sections
}

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

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')
