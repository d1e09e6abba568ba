import { basename, join } from 'node:path'
import {
  type BundlesWish,
  type BundleToPut,
  findBundles,
  type FoundBundles,
  putBundle,
} from '../bundle/incoming-folder.ts'
import { readAtMost } from '../read-file.ts'
import { type Manifest, readWhole } from './day-folder.ts'
import { sha256 } from '../../sha256.ts'
import { listOpenFiles, type OpenFile } from './owner-files.ts'
import { findOwnDay, type OwnDay, type OwnDayWish } from './own-day.ts'
import {
  exists,
  inPartial,
  type NamedFile,
  publish,
  removeLeftovers,
  requireFolder,
  writeFlushed,
} from './whole-folder.ts'

/** What the office's folder holds of a day. */
export type FoundDay = OwnDay & {
  /** The newest version's manifest, where it is whole. */
  whole: Manifest | null
  /** When and as which version it says it was written, whether or not it is whole. */
  manifest: Manifest | null
  /** Its CSVs as the app wrote them, by name: those the office changed or that are gone are not here. */
  tables: Readonly<Record<string, string>>
  /** Those of its files that somebody has open. */
  open: readonly OpenFile[]
}

export type FolderWish = { parent: string; name: string; files: readonly NamedFile[] }

/** What becomes of a folder that was to be put there: `taken` when the name was, `stopped` when it was called off. */
export type PutOutcome = 'put' | 'taken' | 'stopped'

export type ActWatch = {
  /** Told after every act of the file system, so that silence means that the folder does not answer. */
  acted(): void
  /** Told after each file, with how many there are so far. */
  wrote(count: number): void
  isStopped(): boolean
}

/** Looks for a day. */
export async function findDay(wish: OwnDayWish, { acted }: ActWatch): Promise<FoundDay> {
  const { officeFolder } = wish
  await requireFolder(officeFolder)
  acted()
  const { name, newest } = await findOwnDay(wish, acted)
  if (newest === null) return { name, newest, whole: null, manifest: null, tables: {}, open: [] }
  const { manifest, whole } = await readWhole(newest.folder)
  acted()
  const tables = manifest ? await readTables(newest.folder, manifest, acted) : {}
  const open = await listOpenFiles(newest.folder)
  acted()
  return { name, newest, whole, manifest, tables, open }
}

/** Bytes; no day's table comes near it, and a manifest is anybody's to write. */
const LARGEST_TABLE = 16_777_216

async function readTables(
  folder: string,
  { files }: Manifest,
  acted: () => void,
): Promise<FoundDay['tables']> {
  const tables: Record<string, string> = {}
  for (const { name, sha256: expected } of files.filter((one) => one.name.endsWith('.csv'))) {
    // One that the office has open, changed or moved away: what it held is not known, and said so.
    const content =
      name === basename(name) ? await readAtMost(join(folder, name), LARGEST_TABLE).catch(() => null) : null
    if (content && sha256(content) === expected) tables[name] = content.toString('utf8')
    acted()
  }
  return tables
}

/**
 * Puts a folder there whole or not at all: what a crash left behind is cleared, everything is written and flushed under a hidden name, then renamed in one
 * step. Called off before that, nothing of it is left.
 */
export async function putFolder(
  { parent, name, files }: FolderWish,
  { acted, wrote, isStopped }: ActWatch,
): Promise<PutOutcome> {
  const goOn = () => {
    acted()
    if (isStopped()) throw new Stopped()
  }
  await requireFolder(parent)
  // Looked for before anything is written in vain; publishing looks again.
  if (await exists(join(parent, name))) return 'taken'
  try {
    return await inPartial<PutOutcome>(parent, async (partial) => {
      await removeLeftovers(parent, partial)
      goOn()
      for (const [index, file] of files.entries()) {
        await writeFlushed(partial, file, goOn)
        wrote(index + 1)
      }
      goOn()
      // Not left to `inPartial`: a name that is taken is no failure, and nothing of ours may stay.
      if (await publish(partial, parent, name)) return 'put'
      throw new Taken()
    })
  } catch (error) {
    if (error instanceof Taken) return 'taken'
    if (error instanceof Stopped) return 'stopped'
    throw error
  }
}

/** Ways out of a folder that is being filled; `inPartial` then removes it. */
class Taken extends Error {}
class Stopped extends Error {}

/** What can be done in the office's folder: the same in a process of its own as here. */
export const folderActs = { find: findDay, put: putFolder, findBundles, putBundle } as const

/** The office's folder, as far as an export deals with it. Fails with the system's own codes. */
export type OfficeFolder = {
  find(wish: OwnDayWish): Promise<FoundDay>
  put(wish: FolderWish, watch?: { wrote?(count: number): void; signal?: AbortSignal }): Promise<PutOutcome>
  findBundles(wish: BundlesWish): Promise<FoundBundles>
  putBundle(wish: BundleToPut): Promise<void>
  /** Nothing more is asked of it. */
  end(): void
}

/**
 * Puts files into a folder of their own, whole or not at all: under that name, or with ` v2`, ` v3` behind it where it
 * is taken. Resolves to the name it got; null where it was called off.
 */
export async function putNewFolder(
  folder: OfficeFolder,
  wish: FolderWish,
  watch?: Parameters<OfficeFolder['put']>[1],
): Promise<string | null> {
  for (let version = 1; ; version += 1) {
    const name = `${wish.name}${version === 1 ? '' : ` v${version}`}`
    const outcome = await folder.put({ ...wish, name }, watch)
    if (outcome !== 'taken') return outcome === 'put' ? name : null
  }
}

const silent: ActWatch = { acted: () => {}, wrote: () => {}, isStopped: () => false }

/** The folder dealt with in this very process: for programs without windows that may wait as long as the folder does. */
export const officeFolderHere = (): OfficeFolder => ({
  find: (wish) => findDay(wish, silent),
  put: (wish, { wrote = silent.wrote, signal } = {}) =>
    putFolder(wish, { acted: silent.acted, wrote, isStopped: () => signal?.aborted === true }),
  findBundles,
  putBundle,
  end: () => {},
})
