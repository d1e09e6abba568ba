import type { ClassListReading } from '../../../shared/domain/class-list.ts'
import { readClassListCsv } from './class-list-csv.ts'
import { readClassListXlsx, SAVE_AGAIN } from './class-list-xlsx.ts'
import { decodeText } from './decode-text.ts'
import { refuseZip } from './zip-refusals.ts'
import { isOneRosterZip, readOneRosterZip } from './oneroster-zip.ts'

/** Reads a class list of any kind: CSV, an Excel workbook or a OneRoster export, told apart by their content. */
export function readClassListFile(bytes: Uint8Array): ClassListReading {
  const decoded = decodeText(bytes)
  if (decoded.isText) return readClassListCsv(bytes)
  if (decoded.kind === 'Excel workbook (.xlsx)') return readClassListXlsx(bytes)
  if (decoded.kind === 'old Office file (such as .xls)' && isEncryptedWorkbook(bytes)) {
    return { understood: false, refusal: refuseZip('encrypted', 'This workbook', SAVE_AGAIN) }
  }
  if (decoded.kind === 'zip archive' && isOneRosterZip(bytes)) return readOneRosterZip(bytes)
  return readClassListCsv(bytes)
}

/** A workbook with a password stands in an old kind of container, in a part of this name (MS-OFFCRYPTO, 2.3.4). */
const isEncryptedWorkbook = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le')
