import { randomUUID } from 'node:crypto'
import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCodeOf, HELD } from './export-failure.ts'

export type NamedFile = { name: string; content: Uint8Array }

const PARTIAL = /^\.session-companion-[0-9a-f-]{36}\.partial$/
const HOUR_MS = 3_600_000

/** Fails, with the system's own code, where a folder to write into is not there or is none. */
export async function requireFolder(folder: string): Promise<void> {
  if ((await stat(folder)).isDirectory()) return
  throw Object.assign(new Error('It is a file.'), { code: 'ENOTDIR' })
}

/** Makes a folder where there is none, never the one it is in: a share that went away must not be made anew on this computer. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder).catch((error: unknown) => {
    if (errorCodeOf(error) !== 'EEXIST') throw error
  })
}

/**
 * Makes an empty hidden folder beside the final one, on the same volume, so that renaming is one step, and lets it be
 * filled and published. Where that fails it is removed again.
 */
export async function inPartial<T>(parent: string, fill: (partial: string) => Promise<T>): Promise<T> {
  const partial = join(parent, `.session-companion-${randomUUID()}.partial`)
  await mkdir(partial)
  try {
    return await fill(partial)
  } catch (error) {
    await removePartial(partial).catch(() => {
      // What cannot be removed now is a hidden leftover, and a later export clears it.
    })
    throw error
  }
}

/** Written at a time, so that a slow share that still takes something is told from one that takes nothing. */
const PART_BYTES = 262_144

/** Writes a file and waits until the disk has it. `acted` is called after each part. */
export async function writeFlushed(
  folder: string,
  { name, content }: NamedFile,
  acted: () => void = () => {},
): Promise<void> {
  const file = await open(join(folder, name), 'w')
  try {
    for (let at = 0; at < content.byteLength; at += PART_BYTES) {
      await file.writeFile(content.subarray(at, at + PART_BYTES))
      acted()
    }
    await file.sync()
    acted()
  } finally {
    await file.close()
  }
}

/** Gives a finished folder its final name. False when that name is taken; nothing has changed then. */
export async function publish(partial: string, parent: string, name: string): Promise<boolean> {
  const target = join(parent, name)
  await syncFolder(partial)
  if (await exists(target)) return false
  try {
    await renamePatiently(partial, target)
  } catch (error) {
    // Another computer may have been quicker between the look and the rename.
    if (await exists(target)) return false
    throw heldOr(error)
  }
  await syncFolder(parent)
  return true
}

/** A name of a file that is not among those taken (in small letters): `Bronze Freya.pdf`, else `Bronze Freya 2.pdf`. */
export function nameNotIn(taken: ReadonlySet<string>, wanted: string, ending: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${wanted}${number === 1 ? '' : ` ${number}`}.${ending}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

const removePartial = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/**
 * Removes what a crash left behind beside a partial folder just made: our own partial folders, an hour older than it. Younger
 * ones may be another computer's export under way. Both are dated by whoever keeps the folder: by this computer's clock, a
 * day ahead, all there would look old. Never stands in the way of an export.
 */
export async function removeLeftovers(parent: string, partial: string): Promise<void> {
  const { mtimeMs: now } = await lstat(partial)
  for (const name of (await readdir(parent)).filter((one) => PARTIAL.test(one))) {
    const folder = join(parent, name)
    try {
      const found = await lstat(folder)
      if (found.isDirectory() && found.mtimeMs < now - HOUR_MS) await removePartial(folder)
    } catch {
      // Somebody else's, or gone meanwhile: tried again at the next export.
    }
  }
}

const busy: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY'])
const PATIENCE_MS = [50, 100, 200, 400, 800]

/** What was written has no right to its name: the folder takes files, so another program holds what is in the way. */
const heldOr = (error: unknown): unknown =>
  busy.has(errorCodeOf(error)) ? Object.assign(new Error('held', { cause: error }), { code: HELD }) : error

/** Gives a finished file its final name, in place of one that has it. Fails with `HELD` where that is not let go. */
export async function replaceFile(from: string, to: string): Promise<void> {
  await renamePatiently(from, to, () => Promise.resolve(false)).catch((error: unknown) => {
    throw heldOr(error)
  })
}

/**
 * On Windows a virus scanner may hold a file just written for a moment; a folder cannot be renamed until it lets go, nor a
 * file replaced. `isInVain`: waiting would not help.
 */
async function renamePatiently(from: string, to: string, isInVain = () => exists(to)): Promise<void> {
  for (const pause of PATIENCE_MS) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!busy.has(errorCodeOf(error)) || (await isInVain())) throw error
      await wait(pause)
    }
  }
  await rename(from, to)
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (errorCodeOf(error) === 'ENOENT') return false
      throw error
    },
  )

/** Windows and some network drives cannot flush a folder; their file system keeps its names safe itself. */
const cannotFlush: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF'])

async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!cannotFlush.has(errorCodeOf(error))) throw error
  }
}
