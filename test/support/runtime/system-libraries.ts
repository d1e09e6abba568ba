import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { hasDisplay } from './display.ts'
import { runTool } from './run-tool.ts'
import { SetupError } from './setup-error.ts'

export type SystemPackage = {
  /** Its names on Debian and Ubuntu, newest release first; the first that the machine's release knows is installed. */
  names: readonly string[]
  isPresent: () => boolean
}

/** What the Electron at this path needs from the system; empty on Windows and macOS, which have it all. */
export async function packagesForElectron(executable: string): Promise<SystemPackage[]> {
  if (process.platform !== 'linux') return []
  const { output } = await runTool('ldd', [executable], { output: 'collect' })
  // Any library missing asks for all four packages: apt-get skips those that are there, and a table of which of some
  // forty files belongs to which package would be one more thing to keep right.
  const isLinked = () => !output.includes('not found')
  const libraries: SystemPackage[] = [
    { names: ['libgtk-3-0t64', 'libgtk-3-0'], isPresent: isLinked },
    { names: ['libnss3'], isPresent: isLinked },
    { names: ['libasound2t64', 'libasound2'], isPresent: isLinked },
    { names: ['libgbm1'], isPresent: isLinked },
    { names: ['fontconfig'], isPresent: hasFont },
    { names: ['fonts-dejavu-core', 'fonts-liberation'], isPresent: hasFont },
  ]
  const display: SystemPackage[] = [
    { names: ['xvfb'], isPresent: () => hasProgram('Xvfb') },
    { names: ['xauth'], isPresent: () => hasProgram('xauth') },
  ]
  return hasDisplay() ? libraries : [...libraries, ...display]
}

/** Foreign programs that the end-to-end tests open the app's spreadsheets, PDFs, archives and bundles with. */
export const packagesForTests: readonly SystemPackage[] =
  process.platform === 'linux'
    ? [
        { names: ['libreoffice-calc'], isPresent: () => hasProgram('soffice') },
        { names: ['poppler-utils'], isPresent: () => hasProgram('pdftotext') && hasProgram('pdftoppm') },
        { names: ['age'], isPresent: () => hasProgram('age') },
        { names: ['7zip', 'p7zip-full'], isPresent: () => hasProgram('7z') },
      ]
    : []

/**
 * Installs those of the packages that are missing, when it may: as root on Debian or Ubuntu.
 * @throws SetupError with the one command to type when it may not, or with apt-get's own words when that failed.
 */
export async function installSystemPackages(wanted: readonly SystemPackage[]): Promise<void> {
  const missing = wanted.filter((candidate) => !candidate.isPresent())
  if (missing.length === 0) return
  if (!hasProgram('apt-get')) throw new SetupError(missingMessage(missing))
  if (process.getuid?.() !== 0) throw new SetupError(await commandMessage(missing))
  await install(missing)
}

async function install(missing: readonly SystemPackage[]): Promise<void> {
  const startedAt = Date.now()
  const update = await aptGet(['update'])
  const names = await namesOnThisRelease(missing)
  console.log(`Installing with apt-get, this can take a minute: ${names.join(' ')}`)
  const result = await aptGet(['install', '-y', '--no-install-recommends', ...names])
  if (result.exitCode !== 0) {
    const words = [update, result].map(({ output }) => output.trim().split('\n').slice(-12).join('\n'))
    throw new SetupError(`apt-get could not install ${names.join(' ')}:\n${words.join('\n')}`)
  }
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s`)
}

function aptGet(args: readonly string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt at work (a machine's daily update) is waited for rather than failed on.
  return runTool('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { output: 'collect', env })
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries (…t64); asks which of the names can be installed here. */
async function namesOnThisRelease(packages: readonly SystemPackage[]): Promise<string[]> {
  return Promise.all(
    packages.map(async ({ names }) => {
      for (const name of names) {
        const { output } = await runTool('apt-cache', ['policy', name], { output: 'collect' })
        if (/Candidate: (?!\(none\))/.test(output)) return name
      }
      return names.at(-1) ?? ''
    }),
  )
}

async function commandMessage(missing: readonly SystemPackage[]): Promise<string> {
  const names = (await namesOnThisRelease(missing)).join(' ')
  return (
    'Some system packages are missing, and only an administrator may install them. Type this, then try again:\n\n' +
    `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`
  )
}

function missingMessage(missing: readonly SystemPackage[]): string {
  return (
    'Some system packages are missing. Install what your distribution calls the following, then try again:\n\n' +
    `  ${missing.map(({ names }) => names.at(-1)).join(' ')}`
  )
}

function hasProgram(name: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, name)))
}

function hasFont(): boolean {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    `${homedir()}/.fonts`,
    `${homedir()}/.local/share/fonts`,
  ]
  return folders.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((file) => /\.(ttf|otf|ttc)$/i.test(String(file))),
  )
}
