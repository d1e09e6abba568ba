import type { Recognised, RecogniseHints } from '../../../shared/domain/recognised-file.ts'
import {
  type Delimiter,
  DELIMITERS,
  sampleRows,
  startOfText,
  streamTextTable,
  type TableRow,
} from './text-table.ts'

/** How many rows are looked at to tell what a file is. */
const SAMPLE_ROWS = 40

/** A decoded text file as readers see it: its first rows under each delimiter, and the whole table when one asks for it. */
export type TextSource = {
  /** The beginning of the text, with one kind of new line. */
  start: string
  samples: readonly { delimiter: Delimiter; rows: readonly TableRow[] }[]
  readTable: (delimiter: Delimiter) => { rows: TableRow[]; brokenAt: number | null }
  /** The same rows handed on one by one; gives the line of a broken quotation mark, or null. */
  streamRows: (delimiter: Delimiter, take: (cells: readonly string[], line: number) => void) => number | null
}

/** A reader of one kind of report: null when the file is none of its own. Never throws. */
export type ReportReader = (source: TextSource, hints: RecogniseHints) => Recognised | null

/** A table that is known as rows, such as a workbook's sheet, as readers of text see one. */
export function createRowsSource(rows: TableRow[]): TextSource {
  return {
    start: '',
    samples: [{ delimiter: ',', rows: rows.slice(0, SAMPLE_ROWS) }],
    readTable: () => ({ rows, brokenAt: null }),
    streamRows: (_delimiter, take) => {
      for (const { line, cells } of rows) take(cells, line)
      return null
    },
  }
}

export function createTextSource(decoded: string): TextSource {
  const start = startOfText(decoded)
  return {
    start,
    samples: DELIMITERS.map((delimiter) => ({ delimiter, rows: sampleRows(start, delimiter, SAMPLE_ROWS) })),
    readTable: (delimiter) => {
      const rows: TableRow[] = []
      const brokenAt = streamTextTable(decoded, delimiter, (cells, line) => rows.push({ line, cells }))
      return { rows, brokenAt }
    },
    streamRows: (delimiter, take) => streamTextTable(decoded, delimiter, take),
  }
}
