import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClassListReading, LARGEST_FILE_BYTES, TOO_LARGE } from '../../../shared/domain/class-list.ts'
import { readOneRoster } from './oneroster.ts'
import { ONEROSTER_FILES, type OneRosterFile } from './oneroster-tables.ts'

/** Reads a OneRoster export that was unpacked already; null when the folder holds no file of one. Links are not followed. */
export function readOneRosterFolder(folder: string): ClassListReading | null {
  const files = new Map<OneRosterFile, Uint8Array>()
  let size = 0
  try {
    for (const name of readdirSync(folder)) {
      const file = ONEROSTER_FILES.find((one) => one.toLowerCase() === name.toLowerCase())
      const about = file && lstatSync(join(folder, name))
      if (!file || !about?.isFile()) continue
      size += about.size
      if (size > LARGEST_FILE_BYTES) return { understood: false, refusal: TOO_LARGE }
      files.set(file, readFileSync(join(folder, name)))
    }
  } catch {
    const advice = 'Check that the folder is there and may be read, then try again.'
    const message = 'This folder could not be read. Nothing was changed.'
    return { understood: false, refusal: { code: 'unreadable', message, advice } }
  }
  return files.size > 0 ? readOneRoster(files) : null
}
