import { randomUUID } from 'node:crypto'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCodeOf } from './export-failure.ts'
import { writeFlushed } from './whole-folder.ts'

/**
 * Writes a calendar into a folder, whole or not at all: under a hidden name first, then renamed. A name that is taken
 * gets a number, so that nothing is written over. Returns the full path; fails with the file system's own error.
 */
export async function writeCalendarFile(folder: string, name: string, content: Uint8Array): Promise<string> {
  const partial = `.session-companion-${randomUUID()}.partial`
  try {
    await writeFlushed(folder, { name: partial, content })
    const path = await freePath(folder, name)
    await rename(join(folder, partial), path)
    return path
  } catch (error) {
    await rm(join(folder, partial), { force: true })
    throw error
  }
}

async function freePath(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? `${name}.ics` : `${name} (${number}).ics`)
    try {
      await stat(path)
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return path
      throw error
    }
  }
}
