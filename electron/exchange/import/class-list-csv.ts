import {
  type ClassListReading,
  LARGEST_FILE_BYTES,
  type Refusal,
  TOO_LARGE,
} from '../../../shared/domain/class-list.ts'
import type { ColumnMemory } from '../../../shared/domain/column-meanings.ts'
import { cleanCell, isBlankText } from './class-list-cells.ts'
import { findHeader, HEADER_WITHIN } from './class-list-heading-rows.ts'
import { readClassListTable } from './class-list-table.ts'
import { decodeText, type BinaryKind, type DecodedText, type TextEncoding } from './decode-text.ts'
import {
  type Delimiter,
  DELIMITERS,
  readTextTable,
  sampleRows,
  type TableRow,
  tidyText,
} from './text-table.ts'
import { findMarkup, findWrongFile, refuseKind } from './wrong-file.ts'

/** Rows looked at to tell the delimiter: the header's and some of the pupils'. */
const SAMPLE_ROWS = HEADER_WITHIN + 20

/**
 * Reads a class list exported as CSV: understood, understood with warnings, or refused with what to do instead. Reads
 * only; nothing is written, nothing is thrown. Warnings and refusals hold no names, so they may be logged.
 * Source: the class list formats of SIMS, Arbor, Bromcom and NHS exports.
 */
export const readClassListCsv = (bytes: Uint8Array, memory: ColumnMemory = {}): ClassListReading =>
  bytes.byteLength > LARGEST_FILE_BYTES ? refuse(TOO_LARGE) : readDecodedClassList(decodeText(bytes), memory)

/** The same of a file that was decoded already, to tell what it is. */
export function readDecodedClassList(decoded: DecodedText, memory: ColumnMemory): ClassListReading {
  if (!decoded.isText) return refuse(refuseKind('not-text', BINARY_KINDS[decoded.kind]))
  const text = tidyText(decoded.text)
  if (isBlankText(text)) return refuse(EMPTY)
  const markup = findMarkup(text)
  if (markup) return refuse(markup)
  const samples = DELIMITERS.map((delimiter) => ({
    delimiter,
    rows: sampleRows(text, delimiter, SAMPLE_ROWS),
  }))
  const wrongFile = samples.map(({ rows }) => findWrongFile(rows.map(({ cells }) => cells))).find(Boolean)
  if (wrongFile) return refuse(wrongFile)
  const { rows, brokenAt } = readTextTable(text, chooseDelimiter(samples, memory))
  if (brokenAt !== null) return refuse(refuseBrokenQuotes(brokenAt))
  return withEncoding(readClassListTable(rows, findHeader(rows, memory), memory), decoded.encoding)
}

const refuse = (refusal: Refusal): ClassListReading => ({ understood: false, refusal })

const EMPTY: Refusal = {
  code: 'empty',
  message: 'This file is empty. Nothing was changed.',
  advice: 'Export the class list again from your school’s system as CSV, then choose that file.',
}

const refuseBrokenQuotes = (line: number): Refusal => ({
  code: 'broken-quotes',
  message: `A quotation mark opened on line ${line} is not closed, so the rows after it can’t be told apart. Nothing was changed.`,
  advice: 'Export the list again, or close the quotation mark on that line, then choose the file again.',
})

const BINARY_KINDS: Readonly<Record<BinaryKind, string>> = {
  'Excel workbook (.xlsx)': 'an Excel workbook (.xlsx)',
  'old Office file (such as .xls)': 'an old Office file (such as .xls)',
  'OpenDocument spreadsheet (.ods)': 'an OpenDocument spreadsheet (.ods)',
  'Word document (.docx)': 'a Word document (.docx)',
  'zip archive': 'a zip archive',
  PDF: 'a PDF',
  picture: 'a picture',
  'compressed file': 'a compressed file',
  'file that is not text': 'not text',
}

type Sample = { delimiter: Delimiter; rows: TableRow[] }

/** The one under which the header is understood best and the rows fit it; else the one that makes most columns. */
function chooseDelimiter(samples: readonly Sample[], memory: ColumnMemory): Delimiter {
  const scored = samples.map(({ delimiter, rows }) => {
    const header = findHeader(rows, memory)
    const width = header?.columns.width ?? 0
    const overflowing = rows
      .slice(header ? header.at + 1 : 0)
      .filter(({ cells }) => cells.slice(width).some((cell) => cleanCell(cell) !== ''))
    return {
      delimiter,
      understood: header?.understood ?? 0,
      overflowing: overflowing.length,
      widest: Math.max(0, ...rows.map(({ cells }) => cells.length)),
    }
  })
  const [best] = scored.toSorted(
    (a, b) => b.understood - a.understood || a.overflowing - b.overflowing || b.widest - a.widest,
  )
  return best?.delimiter ?? ','
}

function withEncoding(reading: ClassListReading, encoding: TextEncoding): ClassListReading {
  if (!reading.understood || encoding !== 'Windows-1252') return reading
  const message =
    'The file is in the older Windows encoding (Windows-1252). Check names with accents, such as José.'
  return { ...reading, warnings: [{ code: 'older-encoding', message }, ...reading.warnings] }
}
