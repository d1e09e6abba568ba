import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SheetSplit } from '../../../shared/domain/export-split.ts'
import { dayName, fitForFiles, type Manifest, readManifest, versionIn } from './day-folder.ts'

/** The computer a day was exported on. */
export type ExportedOn = { deviceId?: string; deviceName: string }

/** Whose versions are looked for; without `on`, whatever has the name. */
export type OwnDayWish = {
  officeFolder: string
  date: string
  teacherName: string
  /** For whom; the office unless said. */
  split?: SheetSplit
  on?: ExportedOn
  /** The name of the folder this computer wrote last, as far as it knows. */
  had?: string
}

export type OwnDay = {
  /** What this computer's folders of the day are called, without their version. */
  name: string
  /** The newest of its versions, complete or not. */
  newest: { version: number; folder: string } | null
}

type Version = { version: number; folder: string; whose: 'own' | 'other' | 'unknown' }
type Series = { name: string; versions: Version[] }

/**
 * Finds a computer's own versions of a day. Two teachers of one name, or one teacher's two computers with different
 * lessons, must not pass for each other's corrections: where another computer's day has the name, this one's has its own.
 */
export async function findOwnDay(wish: OwnDayWish, acted: () => void): Promise<OwnDay> {
  const names = await readdir(wish.officeFolder)
  acted()
  const all: Series[] = []
  for (const name of namesOf(wish)) {
    const versions: Version[] = []
    for (const folderName of names) {
      const version = versionIn(folderName, name)
      if (version === null) continue
      const folder = join(wish.officeFolder, folderName)
      versions.push({ version, folder, whose: whoseIs(await readManifest(folder), wish.on) })
      acted()
    }
    all.push({ name, versions })
  }
  const own = all.flatMap(({ versions }) => versions.filter(({ whose }) => whose === 'own'))
  const { name, versions } = chosen(all, newestOf(own), wish)
  // What nobody can say anything of takes up its name all the same.
  const unknown = versions.filter(({ whose }) => whose === 'unknown')
  const newest = newestOf([...own, ...unknown])
  return { name, newest: newest && { version: newest.version, folder: newest.folder } }
}

/** The names a computer's day may have, in the order they are taken. */
function namesOf({ date, teacherName, split, on }: OwnDayWish): string[] {
  const plain = dayName(date, teacherName, split)
  if (!on) return [plain]
  const apart = `${plain}, ${fitForFiles(on.deviceName, MOST_OF_COMPUTER) || 'another computer'}`
  return [plain, apart, ...(on.deviceId === undefined ? [] : [`${apart} ${on.deviceId.slice(0, 8)}`])]
}

const MOST_OF_COMPUTER = 20

/** Manifests of earlier versions of the app say the computer's name alone. */
function whoseIs(manifest: Manifest | null, on: ExportedOn | undefined): Version['whose'] {
  if (manifest === null) return 'unknown'
  if (!on) return 'own'
  const isOwn =
    on.deviceId !== undefined && manifest.deviceId !== undefined
      ? manifest.deviceId === on.deviceId
      : manifest.computer === on.deviceName
  return isOwn ? 'own' : 'other'
}

const newestOf = (versions: readonly Version[]): Version | null =>
  versions.toSorted((a, b) => b.version - a.version)[0] ?? null

/** The name it had before, else the first; never one under which another computer's day lies. */
function chosen(all: readonly Series[], newest: Version | null, { had }: OwnDayWish): Series {
  const isItsOwn = ({ name, versions }: Series) =>
    newest ? versions.includes(newest) : had !== undefined && versionIn(had, name) !== null
  const free = all.filter(({ versions }) => versions.every(({ whose }) => whose !== 'other'))
  const found = free.find(isItsOwn) ?? free[0] ?? all.at(-1)
  return found ?? { name: '', versions: [] }
}
