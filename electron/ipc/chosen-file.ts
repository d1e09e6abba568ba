import { readFile, stat } from 'node:fs/promises'
import type { Refusal } from '../../shared/domain/class-list.ts'

/** The bytes of a file a person chose, or why it is refused before it is read. `most` is in bytes. */
export async function readChosenFile(
  path: string,
  most: number,
  tooLarge: Refusal,
): Promise<Uint8Array | Refusal> {
  try {
    const { size } = await stat(path)
    if (size > most) return tooLarge
    return await readFile(path)
  } catch {
    return {
      code: 'unreadable',
      message: 'This file could not be opened. Nothing was changed.',
      advice: 'Close it in other programs, check that it is still there, and choose it again.',
    }
  }
}
