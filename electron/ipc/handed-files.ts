import { randomUUID } from 'node:crypto'
import type { ChosenFile } from '../reading/file-reader.ts'
import type { FileReading } from '../reading/sort-file.ts'

/**
 * The last file that was dropped, pasted or opened from outside, until the page it belongs to takes it: one, in memory,
 * never on disk.
 */
export type HandedFiles = {
  /** Keeps a file in place of the one before, with what was read of it already; gives the token it is taken by. */
  keep(file: ChosenFile, reading: FileReading | null): string
  /** Gives a file once. */
  take(token: string): ChosenFile | null
  /** What was read of a file that was taken, once; null where it has to be read. */
  takeReading(file: ChosenFile): FileReading | null
}

export function createHandedFiles(): HandedFiles {
  let kept: { token: string; file: ChosenFile } | null = null
  let read: { file: ChosenFile; reading: FileReading | null } | null = null
  return {
    keep: (file, reading) => {
      kept = { token: randomUUID(), file }
      read = { file, reading }
      return kept.token
    },
    take: (token) => {
      if (kept?.token !== token) return null
      const { file } = kept
      kept = null
      return file
    },
    takeReading: (file) => {
      if (read?.file !== file) return null
      const { reading } = read
      read = null
      return reading
    },
  }
}
