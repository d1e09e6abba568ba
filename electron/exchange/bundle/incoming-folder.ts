import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fitForFiles, holds } from '../export/day-folder.ts'
import { errorCodeOf } from '../export/export-failure.ts'
import { makeFolder, requireFolder } from '../export/whole-folder.ts'
import { lookAtFile } from '../read-file.ts'
import { writeLessonFile } from '../share/lesson-folder.ts'

/** Beside the days' own folders: only the office's computer reads here. */
export const INCOMING = 'incoming'

/** Whose day it is, as it stands in the name of its file. */
export type BundleOf = { date: string; deviceId: string; deviceName: string }

type BundleWish = { officeFolder: string; of: BundleOf }
/** Which day is looked for, and what was put there last as far as this computer knows. */
export type BundlesWish = BundleWish & { sent: { version: number; fileHash: string | null } | null }
export type FoundBundles = {
  /** The newest version that lies there; 0: none. */
  newest: number
  /** What was put there last is there as it was put. */
  isWhole: boolean
}
export type BundleToPut = BundleWish & { version: number; content: Uint8Array }

/** `2021-01-18 LAPTOP-014 3f2a9c1b`: two computers of one name differ in the last part, which is of their id. */
const stemOf = ({ date, deviceId, deviceName }: BundleOf): string =>
  `${date} ${`${fitForFiles(deviceName)} ${deviceId.slice(0, 8)}`.trim()}`

export const bundleName = (of: BundleOf, version: number): string => `${stemOf(of)} v${version}.bundle`

/** What the office's folder holds of a computer's day. Fails with the system's own codes. */
export async function findBundles({ officeFolder, of, sent }: BundlesWish): Promise<FoundBundles> {
  await requireFolder(officeFolder)
  const newest = await newestVersionIn({ officeFolder, of })
  if (sent === null || sent.fileHash === null) return { newest, isWhole: false }
  const path = join(officeFolder, INCOMING, bundleName(of, sent.version))
  const isFile = (await lookAtFile(path))?.isFile === true
  return { newest, isWhole: isFile && (await holds(path, sent.fileHash)) }
}

async function newestVersionIn({ officeFolder, of }: BundleWish): Promise<number> {
  const stem = `${stemOf(of)} v`
  const names = await readdir(join(officeFolder, INCOMING)).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return []
    throw error
  })
  const versions = names.flatMap((name) =>
    name.startsWith(stem) ? [Number(/^(\d{1,6})\.bundle$/.exec(name.slice(stem.length))?.[1] ?? 0)] : [],
  )
  return Math.max(0, ...versions)
}

/** Puts a sealed day there, whole or not at all, in place of one of that name. Fails with the system's own codes. */
export async function putBundle({ officeFolder, of, version, content }: BundleToPut): Promise<void> {
  await requireFolder(officeFolder)
  const folder = join(officeFolder, INCOMING)
  await makeFolder(folder)
  await writeLessonFile(folder, bundleName(of, version), Buffer.from(content), of.deviceId)
}
