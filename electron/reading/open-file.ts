import { open, stat } from 'node:fs/promises'
import { FILE_TOO_LARGE, LARGEST_FILE_BYTES, type Refusal } from '../../shared/domain/class-list.ts'
import { PART_BYTES } from './reading-limits.ts'
import { NOT_A_FILE, UNREADABLE } from './reading-refusals.ts'

/** What a file is held to: at most so many bytes, and what is said of a larger one. */
type Largest = { bytes: number; tooLarge: Refusal }

const usual: Largest = { bytes: LARGEST_FILE_BYTES, tooLarge: FILE_TOO_LARGE }

/**
 * The bytes of a file, taken off the disk in parts so that it can be said how far it is (`opened`: share, 0 to 1); or why
 * not. Of a folder only a OneRoster export's files are taken, as its zip.
 */
export async function openFile(
  path: string,
  opened: (share: number) => void = () => {},
  largest: Largest = usual,
): Promise<Uint8Array | Refusal> {
  const isFolder = await stat(path).then(
    (about) => about.isDirectory(),
    () => false,
  )
  if (isFolder) return (await import('../exchange/import/oneroster-folder.ts')).packOneRosterFolder(path)
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return UNREADABLE
  try {
    const about = await file.stat()
    if (!about.isFile()) return NOT_A_FILE
    if (about.size > largest.bytes) return largest.tooLarge
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
