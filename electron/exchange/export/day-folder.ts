import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type SheetSplit, sheetSplits } from '../../../shared/domain/export-split.ts'
import { sha256 } from '../../sha256.ts'
import { errorCodeOf } from './export-failure.ts'

const MOST_CHARACTERS = 60

/** Controls, and marks that turn or hide text: two names must not look the same and be different folders. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu
const forbiddenOnWindows = /[<>:"/\\|?*]/g

/** For whom a folder is, behind the teacher's name; the office's own has none. */
const splitWords = { office: '', leaders: ' leaders' } as const satisfies Record<SheetSplit, string>

/**
 * The folder of a teacher's day, fit for Windows, macOS and Linux: `2021-01-18 Ms J Reid`, and from version 2 on
 * `2021-01-18 Ms J Reid v2`; for leaders `2021-01-18 Ms J Reid leaders`. `date` is ISO.
 */
export function dayFolderName(
  date: string,
  teacherName: string,
  version: number,
  split: SheetSplit = 'office',
): string {
  return versionedName(dayName(date, teacherName, split), version)
}

/** The same without its version. */
export const dayName = (date: string, teacherName: string, split: SheetSplit = 'office'): string =>
  `${date} ${fitForFiles(teacherName) || 'Teacher'}${splitWords[split]}`

export const versionedName = (name: string, version: number): string =>
  version > 1 ? `${name} v${version}` : name

/** Somebody's own text as part of a name of a file, on any system: short, and nothing in it that no file may have. */
export function fitForFiles(text: string, most = MOST_CHARACTERS): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/\s/g, ' ')
    .replaceAll(unseen, '')
    .replaceAll(forbiddenOnWindows, ' ')
    .replaceAll(/ +/g, ' ')
  // Windows drops dots and spaces at the end of a name, and would then not find it again.
  return Array.from(plain)
    .slice(0, most)
    .join('')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
}

/** Of the 255 that a name of a file may have on most systems, with room for a number and an ending. */
const MOST_BYTES = 240

/** Of several texts, each with how much of it may be there: a long one leaves the others whole. */
export function fileName(...parts: [text: string, most?: number][]): string {
  const fit = parts.map(([text, most]) => fitForFiles(text, most)).filter((text) => text !== '')
  const letters = Array.from(fit.join(' '))
  while (Buffer.byteLength(letters.join('')) > MOST_BYTES) letters.pop()
  return letters.join('').replace(/[. ]+$/, '')
}

const fileSum = z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })
export type FileSum = z.infer<typeof fileSum>

const manifest = z.object({
  app: z.literal('Session Companion'),
  appVersion: z.string(),
  /** Version of this file's own shape. */
  format: z.literal(1),
  school: z.string(),
  isExample: z.boolean(),
  notTheRegister: z.string(),
  /** ISO `YYYY-MM-DD`. */
  date: z.string(),
  teacher: z.string(),
  computer: z.string(),
  /** The computer's random id; manifests of earlier versions of the app have none. */
  deviceId: z.string().optional(),
  version: z.number().int().min(1),
  /** ISO 8601, UTC. */
  exportedAt: z.string(),
  lessons: z.array(
    z.object({ id: z.string(), class: z.string(), subject: z.string(), startsAt: z.string() }),
  ),
  /** For whom it is; manifests of earlier versions of the app were all the office's. */
  split: z.enum(sheetSplits).default('office'),
  /** What the day has and this export does not: whole sheets (column null) and columns, and why. */
  leftOut: z
    .array(z.object({ sheet: z.string(), column: z.string().nullable(), why: z.string() }))
    .default([]),
  /** Columns under the school's own names. */
  renamed: z.array(z.object({ sheet: z.string(), column: z.string(), as: z.string() })).default([]),
  /** SHA-256 of what the sheets say: the same content has the same hash, whenever it is written. */
  contentHash: z.string(),
  files: z.array(fileSum),
  /** What whoever reads it should know, in words. */
  remarks: z.array(z.string()).optional(),
})
/** What lies in the folder, written last: a folder without it is not an export. */
export type Manifest = z.infer<typeof manifest>

export const MANIFEST_NAME = 'manifest.json'

/** Two computers may each take the version the other was about to; more often than this in a row is something else. */
export const MOST_ROUNDS = 20

/** Names as the file systems compare them: Windows without case, macOS without composition. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

/** Which version of a day a folder's name says it is; null where it is none of that name. */
export function versionIn(folderName: string, name: string): number | null {
  const [whole, first] = [folded(folderName), folded(name)]
  if (whole === first) return 1
  const version = whole.startsWith(first) ? /^ v([1-9]\d{0,5})$/.exec(whole.slice(first.length))?.[1] : null
  return Number(version ?? 0) > 1 ? Number(version) : null
}

/**
 * The manifest of a version, and the same again as `whole` where every file is there with the sum written down. A file
 * that another program holds (Excel) cannot be looked at, and is taken for what the manifest says.
 */
export async function readWhole(
  folder: string,
): Promise<{ manifest: Manifest | null; whole: Manifest | null }> {
  const read = await readManifest(folder)
  if (!read) return { manifest: null, whole: null }
  for (const { name, sha256: expected } of read.files) {
    if (name !== basename(name) || !(await holds(join(folder, name), expected))) {
      return { manifest: read, whole: null }
    }
  }
  return { manifest: read, whole: read }
}

/** What a folder says of itself; null where that cannot be read. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST_NAME), 'utf8')))
  } catch (error) {
    // A share that went away is no damaged folder: nothing can be said of it now.
    if (isGone(error)) throw error
    return null
  }
}

const held: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'])

/** Whether a file has the sum, or another program keeps it from being looked at. */
export async function holds(
  path: string,
  expected: string,
  read: (path: string) => Promise<Uint8Array> = readFile,
): Promise<boolean> {
  try {
    return sha256(await read(path)) === expected
  } catch (error) {
    if (isGone(error)) throw error
    return held.has(errorCodeOf(error))
  }
}

/** Missing or damaged: then this version holds nothing to rely on, and the next one is written. */
const isGone = (error: unknown): boolean =>
  !['', 'ENOENT', 'EISDIR', 'ENOTDIR', ...held].includes(errorCodeOf(error))
