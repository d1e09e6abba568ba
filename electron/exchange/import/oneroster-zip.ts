import type { ClassListReading } from '../../../shared/domain/class-list.ts'
import { type OneRosterFile, oneRosterFile } from '../../../shared/domain/oneroster-files.ts'
import { readOneRoster } from './oneroster.ts'
import { EXPORT_AGAIN } from './oneroster-tables.ts'
import { openZip, ZipError, type ZipProblem } from './zip-entries.ts'
import { refuseZip } from './zip-refusals.ts'

/** Whether a zip archive holds files that are named as those of a OneRoster export, or did before it was damaged. Never throws. */
export function isOneRosterZip(bytes: Uint8Array): boolean {
  try {
    return placesOf(openZip(bytes).names).size > 0
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('users.csv')
  }
}

/** Reads a OneRoster export out of its zip, in memory. Reads only, throws nothing. */
export function readOneRosterZip(bytes: Uint8Array): ClassListReading {
  try {
    const archive = openZip(bytes)
    const files = new Map<OneRosterFile, Uint8Array>()
    for (const [file, name] of placesOf(archive.names)) {
      const content = archive.read(name)
      if (content) files.set(file, content)
    }
    return readOneRoster(files)
  } catch (error) {
    const problem: ZipProblem = error instanceof ZipError ? error.problem : 'damaged'
    return { understood: false, refusal: refuseZip(problem, 'This OneRoster export', EXPORT_AGAIN) }
  }
}

/** The files may stand in a folder; of two of one name the one nearest the top counts. */
function placesOf(names: readonly string[]): Map<OneRosterFile, string> {
  const places = new Map<OneRosterFile, string>()
  const byDepth = names
    .filter((name) => !name.startsWith('__MACOSX/'))
    .toSorted((a, b) => depth(a) - depth(b))
  for (const name of byDepth) {
    const file = oneRosterFile(name.split(/[/\\]/).at(-1) ?? '')
    if (file && !places.has(file)) places.set(file, name)
  }
  return places
}

const depth = (name: string): number => name.split(/[/\\]/).length
