import { zipSync } from 'fflate'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FILE_TOO_LARGE, LARGEST_FILE_BYTES, type Refusal } from '../../../shared/domain/class-list.ts'
import { NO_ONEROSTER_FOLDER, oneRosterFile } from '../../../shared/domain/oneroster-files.ts'

/**
 * The files of a OneRoster export that was unpacked already, packed again as the zip it was, so that there is one way to
 * read it; or why not. Other files are not opened, links not followed.
 */
export function packOneRosterFolder(folder: string): Uint8Array | Refusal {
  const files: Record<string, [Uint8Array, { level: 0 }]> = {}
  let size = 0
  try {
    for (const name of readdirSync(folder)) {
      const file = oneRosterFile(name)
      const about = file && lstatSync(join(folder, name))
      if (!file || !about?.isFile()) continue
      size += about.size
      if (size > LARGEST_FILE_BYTES) return FILE_TOO_LARGE
      files[file] = [readFileSync(join(folder, name)), { level: 0 }]
    }
  } catch {
    return UNREADABLE_FOLDER
  }
  return Object.keys(files).length > 0 ? zipSync(files) : NO_ONEROSTER_FOLDER
}

const UNREADABLE_FOLDER: Refusal = {
  code: 'unreadable',
  message: 'This folder could not be read. Nothing was changed.',
  advice: 'Check that the folder is there and may be read, then try again.',
}
