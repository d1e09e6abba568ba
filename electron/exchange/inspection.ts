import { readFileSync, statSync } from 'node:fs'
import type { Refusal } from '../../shared/domain/class-list.ts'

/** What looking at files came to, for a program and for a person. */
export type Inspection = { json: unknown; text: string; refusal: Refusal | null }

export const refused = (refusal: Refusal, file: string): Inspection => ({
  json: { refusal },
  text: `${file}: ${refusal.message} ${refusal.advice}`,
  refusal,
})

/** The bytes of a file, at most `largest`; a file above that is answered with `tooLarge`, unread. */
export function readBytes(
  file: string,
  largest: number,
  tooLarge: Refusal,
): { bytes: Uint8Array } | { refusal: Refusal } {
  try {
    const about = statSync(file)
    if (!about.isFile()) return { refusal: notAFile('It is a folder or a device, not a file.') }
    if (about.size > largest) return { refusal: tooLarge }
    return { bytes: readFileSync(file) }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return {
      refusal: notAFile(isMissing ? 'There is no file with this name.' : 'The file could not be read.'),
    }
  }
}

const notAFile = (what: string): Refusal => ({
  code: 'unreadable',
  message: `${what} Nothing was changed.`,
  advice: 'Check the name and where the file is, then try again.',
})
