import { open } from 'node:fs/promises'
import { LARGEST_FILE_BYTES, type Refusal } from '../../shared/domain/class-list.ts'
import { PART_BYTES } from './reading-limits.ts'
import { NOT_A_FILE, TOO_LARGE_TO_READ, UNREADABLE } from './reading-refusals.ts'

/**
 * The bytes of a file, taken off the disk in parts so that it can be said how far it is (`opened`: share, 0 to 1); or why
 * not.
 */
export async function openFile(path: string, opened: (share: number) => void): Promise<Uint8Array | Refusal> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return UNREADABLE
  try {
    const about = await file.stat()
    if (!about.isFile()) return NOT_A_FILE
    if (about.size > LARGEST_FILE_BYTES) return TOO_LARGE_TO_READ
    const bytes = Buffer.alloc(about.size)
    let at = 0
    while (at < about.size) {
      const { bytesRead } = await file.read(bytes, at, Math.min(PART_BYTES, about.size - at), at)
      // It became shorter meanwhile.
      if (bytesRead === 0) break
      at += bytesRead
      opened(at / about.size)
    }
    return bytes.subarray(0, at)
  } catch {
    return UNREADABLE
  } finally {
    await file.close()
  }
}
