import { basename, resolve } from 'node:path'
import type { ChosenFile } from './reading/file-reader.ts'

/** The file the app was opened with: by a double click, or by its name as an argument. Only the app's own lesson files. */
export type OpenedFile = {
  /** Takes note of a file named in what a further start was given; false where there is none. */
  isNamedIn(words: readonly string[], folder: string): boolean
  /** Gives it once. */
  take(): ChosenFile | null
}

export function createOpenedFile(words: readonly string[], folder: string): OpenedFile {
  let path = pathIn(words, folder)
  return {
    isNamedIn: (further, from) => {
      const named = pathIn(further, from)
      path = named ?? path
      return named !== null
    },
    take: () => {
      const file = path === null ? null : { name: basename(path), path }
      path = null
      return file
    },
  }
}

/** The last word that names a lesson file; switches are not names. The first word is the program itself. */
function pathIn(words: readonly string[], folder: string): string | null {
  const named = words.findLast((word) => /\.lesson$/i.test(word) && !word.startsWith('-'))
  return named === undefined ? null : resolve(folder, named)
}
