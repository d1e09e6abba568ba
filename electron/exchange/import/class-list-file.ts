import { type ClassListReading, LARGEST_FILE_BYTES, TOO_LARGE } from '../../../shared/domain/class-list.ts'
import type { ColumnMemory } from '../../../shared/domain/column-meanings.ts'
import { readDecodedClassList } from './class-list-csv.ts'
import { readSheets, SAVE_AGAIN } from './class-list-xlsx.ts'
import { findReport } from './find-report.ts'
import { type OpenedTable, openTable } from './opened-table.ts'
import { isOneRosterZip, readOneRosterZip } from './oneroster-zip.ts'
import { refuseReport } from './wrong-file.ts'
import { refuseZip } from './zip-refusals.ts'

/** A list of pupils, and which of the two kinds of it a file is. */
export type ListFile = { kind: 'class-list' | 'oneroster'; reading: ClassListReading }

/**
 * Reads a list of pupils of any kind: CSV, an Excel workbook or the zip of a OneRoster export, told apart by their
 * content. `memory` is what people have said of columns; `opened` the file where it was opened already.
 */
export function readListFile(
  bytes: Uint8Array,
  memory: ColumnMemory = {},
  opened: OpenedTable = openTable(bytes),
): ListFile {
  const { decoded } = opened
  if (!decoded.isText && decoded.kind === 'zip archive' && isOneRosterZip(bytes)) {
    return { kind: 'oneroster', reading: readOneRosterZip(bytes) }
  }
  return { kind: 'class-list', reading: readClassList(bytes, opened, memory) }
}

/** The same of a file that was chosen as a list: what a meeting program gives is refused by name, in any language. */
export function readChosenList(bytes: Uint8Array, memory: ColumnMemory = {}): ListFile {
  const opened = openTable(bytes)
  const report = bytes.byteLength > LARGEST_FILE_BYTES ? null : findReport(opened)
  return report
    ? { kind: 'class-list', reading: { understood: false, refusal: refuseReport(report) } }
    : readListFile(bytes, memory, opened)
}

function readClassList(
  bytes: Uint8Array,
  { decoded, workbook }: OpenedTable,
  memory: ColumnMemory,
): ClassListReading {
  if (bytes.byteLength > LARGEST_FILE_BYTES) return { understood: false, refusal: TOO_LARGE }
  if (workbook)
    return Array.isArray(workbook) ? readSheets(workbook, memory) : { understood: false, refusal: workbook }
  const kind = decoded.isText ? null : decoded.kind
  if (kind === 'old Office file (such as .xls)' && isEncryptedWorkbook(bytes)) {
    return { understood: false, refusal: refuseZip('encrypted', 'This workbook', SAVE_AGAIN) }
  }
  return readDecodedClassList(decoded, memory)
}

/** A workbook with a password stands in an old kind of container, in a part of this name (MS-OFFCRYPTO, 2.3.4). */
const isEncryptedWorkbook = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le')
