import type { Refusal } from '../../../shared/domain/class-list.ts'
import { openWorkbook } from './class-list-xlsx.ts'
import { type DecodedText, decodeText } from './decode-text.ts'
import type { WorkbookSheet } from './xlsx-workbook.ts'

/** A file opened once for all who look what it is: its bytes as text, and the sheets where it is a workbook, or why not. */
export type OpenedTable = { decoded: DecodedText; workbook: WorkbookSheet[] | Refusal | null }

export function openTable(bytes: Uint8Array): OpenedTable {
  const decoded = decodeText(bytes)
  const isWorkbook = !decoded.isText && decoded.kind === 'Excel workbook (.xlsx)'
  return { decoded, workbook: isWorkbook ? openWorkbook(bytes) : null }
}
