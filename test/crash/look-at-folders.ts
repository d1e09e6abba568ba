import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { DATE, type Places } from './two-offices.ts'
import type { Made, Way } from './ways.ts'

configure({ useWebWorkers: false })

/** What a kill did: something promised that is gone, something half that shows, something there twice. */
export type Damage = { lost: string[]; half: string[]; doubled: string[] }

/** Where each way puts its folders, and what they are called but for the version. */
const series: Record<Way, { in: keyof Places; name: string }> = {
  export: { in: 'share', name: `${DATE} Ms J Reid` },
  report: { in: 'share', name: `${DATE} Whole school` },
  leaders: { in: 'leaders', name: `${DATE} Ms J Reid leaders` },
  home: { in: 'home', name: `${DATE} Ms J Reid home` },
  mail: { in: 'mail', name: `${DATE} Ms J Reid by e-mail` },
}
/** Beside them. */
const others = ['incoming', 'set aside']

/** What was asked for and promised of each way: nothing promised is gone, nothing is there oftener than it was asked for. */
export type Files = { asked: Record<Way, number>; promised: Made[] }

/** Everything that can be seen, in every folder that is given out, held against what was asked for and promised. */
export async function lookAtFolders(
  places: Places,
  { asked, promised }: Files,
  damage: Damage,
): Promise<void> {
  for (const parent of ['share', 'leaders', 'home', 'mail'] as const) {
    const known = Object.values(series).filter((one) => one.in === parent)
    for (const name of readdirSync(places[parent])) {
      const isKnown = known.some((one) => versionOf(name, one.name) !== null)
      if (!isKnown && !name.startsWith('.') && !others.includes(name) && !/key/i.test(name)) {
        damage.half.push(`${parent}: ${name}`)
      }
    }
  }
  for (const { parent, name } of promised) {
    if (!existsSync(join(parent, name))) damage.lost.push(name)
  }
  for (const way of ['export', 'report', 'leaders'] as const) checkVersions(versionsOf(places, way), damage)
  for (const way of ['home', 'mail'] as const) {
    const versions = versionsOf(places, way)
    if (versions.length > asked[way]) damage.doubled.push(`${way}: ${versions.length} of ${asked[way]}`)
    const told = promised.filter((one) => one.way === way)
    for (const folder of versions) {
      const made = told.find(({ parent, name }) => join(parent, name) === folder)
      const isWhole = way === 'home' ? isWholeHome(folder, told[0]) : await isWholeMail(folder, made)
      if (!isWhole) damage.half.push(folder)
    }
  }
}

/** Which version of a name it is; null: none. */
const versionOf = (folderName: string, name: string): number | null => {
  if (folderName === name) return 1
  const version = folderName.startsWith(`${name} v`) ? Number(folderName.slice(name.length + 2)) : Number.NaN
  return Number.isInteger(version) ? version : null
}

/** The folders of a way, oldest first. */
function versionsOf(places: Places, way: Way): string[] {
  const { in: parent, name } = series[way]
  return readdirSync(places[parent])
    .flatMap((folderName) => {
      const version = versionOf(folderName, name)
      return version === null ? [] : [{ version, folder: join(places[parent], folderName) }]
    })
    .toSorted((a, b) => a.version - b.version)
    .map(({ folder }) => folder)
}

/** Each is whole, by the sums of its own manifest; none says what the one before said. */
function checkVersions(folders: readonly string[], damage: Damage): void {
  const hashes = folders.map((folder) => wholeHash((name) => readFileSync(join(folder, name))))
  for (const [index, hash] of hashes.entries()) {
    const folder = folders[index] ?? ''
    if (hash === null) damage.half.push(folder)
    else if (hash === hashes[index - 1]) damage.doubled.push(folder)
  }
}

/** The manifest's own hash of what the day says, where everything it lists is there as it says; else null. */
function wholeHash(read: (name: string) => Uint8Array): string | null {
  try {
    // Judged by the documented format alone, not by the code that wrote it.
    const { files, contentHash } = JSON.parse(Buffer.from(read('manifest.json')).toString('utf8')) as {
      files: { name: string; sha256: string }[]
      contentHash: string
    }
    const isWhole = files.every(
      ({ name, sha256 }) => createHash('sha256').update(read(name)).digest('hex') === sha256,
    )
    return isWhole && files.length > 0 ? contentHash : null
  } catch {
    return null
  }
}

/** What goes home says the same after every correction: each page to its end, and as many as were told of another. */
function isWholeHome(folder: string, told: Made | undefined): boolean {
  const names = readdirSync(folder)
  const isWhole = names.every((name) => /<\/html>\s*$/.test(readFileSync(join(folder, name), 'utf8')))
  const wanted = told?.files ?? names
  return isWhole && names.length > 0 && names.toSorted().join() === wanted.toSorted().join()
}

/** The draft carries the very zip beside it, and where its password was told, that opens to everything its manifest lists. */
async function isWholeMail(folder: string, told: Made | undefined): Promise<boolean> {
  const names = readdirSync(folder)
  const [eml, zip] = ['.eml', '.zip'].map((ending) => names.find((name) => name.endsWith(ending)))
  if (eml === undefined || zip === undefined || names.length !== 2) return false
  const bytes = readFileSync(join(folder, zip))
  const draft = readFileSync(join(folder, eml), 'latin1')
  const boundary = /boundary="?([^"\r\n;]+)/.exec(draft)?.[1] ?? ''
  const attached = draft.split(`--${boundary}`).at(-2)?.split('\r\n\r\n')[1] ?? ''
  const isWhole = draft.trimEnd().endsWith(`--${boundary}--`) && Buffer.from(attached, 'base64').equals(bytes)
  const password = told?.password ?? null
  return isWhole && (password === null || wholeHash(await openZip(bytes, password)) !== null)
}

async function openZip(zip: Uint8Array, password: string): Promise<(name: string) => Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const reader = new ZipReader(new Uint8ArrayReader(zip), { password })
  for (const entry of await reader.getEntries().catch(() => [])) {
    if (entry.directory) continue
    const content = await entry.getData(new Uint8ArrayWriter()).catch(() => null)
    if (content) files.set(entry.filename, content)
  }
  return (name) => {
    const found = files.get(name)
    if (!found) throw new Error('not in it')
    return found
  }
}
