import type { FileWarning } from '../../../shared/domain/class-list.ts'
import type { Recognised, RecogniseHints } from '../../../shared/domain/recognised-file.ts'
import { readMeetAttendance } from './meet-attendance.ts'
import type { OpenedTable } from './opened-table.ts'
import { readTeamsAttendance } from './teams-attendance.ts'
import { createRowsSource, createTextSource, type ReportReader, type TextSource } from './text-source.ts'
import type { TableRow } from './text-table.ts'
import type { WorkbookSheet } from './xlsx-workbook.ts'
import { refuseZoomChat, refuseZoomPoll } from './zoom-others.ts'
import { readZoomReport } from './zoom-report.ts'

/** One reader for each kind of report; the first that knows a file as its own answers for it. */
const REPORT_READERS: readonly ReportReader[] = [
  readMeetAttendance,
  readTeamsAttendance,
  // Before the people of a meeting, whose row stands in it too.
  refuseZoomPoll,
  // Last of the reports: in other languages it goes by shape.
  readZoomReport,
  refuseZoomChat,
]

/** What a file says as something a meeting program gives, as text or saved again as a workbook; null when it is none. */
export function findReport(
  { decoded, workbook }: OpenedTable,
  hints: RecogniseHints = {},
): Recognised | null {
  if (decoded.isText) return readSource(createTextSource(decoded.text), hints)
  return Array.isArray(workbook) ? findInSheets(workbook, hints) : null
}

function readSource(source: TextSource, hints: RecogniseHints): Recognised | null {
  for (const read of REPORT_READERS) {
    const report = read(source, hints)
    if (report) return report
  }
  return null
}

/** The first sheet with a report counts, one that a person sees before one that is hidden: a copy would count twice. */
function findInSheets(sheets: readonly WorkbookSheet[], hints: RecogniseHints): Recognised | null {
  const found = sheets
    .toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden))
    .flatMap((sheet) => {
      const report = readSource(createRowsSource(rowsOf(sheet)), hints)
      return report ? [{ sheet, report }] : []
    })
  const [first, ...others] = found.filter(({ report }) => report.understood)
  if (!first?.report.understood) return found[0]?.report ?? null
  return { ...first.report, warnings: [...first.report.warnings, ...others.map(notRead)] }
}

const notRead = ({ sheet }: { sheet: WorkbookSheet }): FileWarning => ({
  code: 'sheet-not-read',
  message: `The sheet “${sheet.name}” was not read. If it is of another meeting, save it as a file of its own.`,
})

/** A sheet as its report was written: with the blank rows that part its tables, and beginning at its first column. */
function rowsOf({ rows }: WorkbookSheet): TableRow[] {
  const first = rows.reduce(
    (least, { cells }) =>
      Math.min(
        least,
        cells.findIndex((cell) => cell !== ''),
      ),
    Infinity,
  )
  return rows.flatMap(({ line, cells }, at) => {
    const row = { line, cells: first > 0 ? cells.slice(first) : cells }
    return line - (rows[at - 1]?.line ?? 0) > 1 ? [{ line: line - 1, cells: [] }, row] : [row]
  })
}
