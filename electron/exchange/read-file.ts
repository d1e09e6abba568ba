import { constants, type Stats } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { errorCodeOf } from './export/export-failure.ts'

/** How a file stood when it was last looked at: one that stands as before need not be read again. */
export type Standing = string

const standingOf = ({ mtimeMs, size, ino }: Stats): Standing => `${mtimeMs} ${size} ${ino}`

/** How a file stands; null where there is none. */
export async function lookAtFile(
  path: string,
): Promise<{ standing: Standing; isFile: boolean; size: number } | null> {
  try {
    // Not followed: a link may lead anywhere, or in a circle.
    const found = await lstat(path)
    return { standing: standingOf(found), isFile: found.isFile(), size: found.size }
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Links are not followed and pipes not waited for, where the system has such words; elsewhere these are nothing. */
const AS_A_FILE = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

const requireFile = (found: Stats): void => {
  if (!found.isFile()) throw Object.assign(new Error('It is no file.'), { code: 'EINVAL' })
}

/** The bytes of a file, one more than `most` where it has more; null where it is gone. Fails for whatever is no file. */
export async function readAtMost(path: string, most: number): Promise<Buffer | null> {
  try {
    requireFile(await lstat(path))
    const file = await open(path, AS_A_FILE)
    try {
      const found = await file.stat()
      requireFile(found)
      const bytes = Buffer.alloc(Math.min(found.size, most + 1))
      let length = 0
      while (length < bytes.length) {
        const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      return bytes.subarray(0, length)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null
    throw error
  }
}
