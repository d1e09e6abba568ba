import { randomUUID } from 'node:crypto'
import type { ChosenFile } from '../reading/file-reader.ts'

/**
 * The last file that was dropped, pasted or opened from outside, until the page it belongs to takes it: one, in memory,
 * never on disk.
 */
export type HandedFiles = {
  /** Keeps a file in place of the one before; gives the token it is taken by. */
  keep(file: ChosenFile): string
  /** Gives a file once. */
  take(token: string): ChosenFile | null
}

export function createHandedFiles(): HandedFiles {
  let kept: { token: string; file: ChosenFile } | null = null
  return {
    keep: (file) => {
      kept = { token: randomUUID(), file }
      return kept.token
    },
    take: (token) => {
      if (kept?.token !== token) return null
      const { file } = kept
      kept = null
      return file
    },
  }
}
