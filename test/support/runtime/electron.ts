import { spawnSync } from 'node:child_process'
import { carriedElectronPackage, provideCarriedElectron, runsCarriedElectron } from './carried-electron.ts'
import { provideOwnElectron } from './own-electron.ts'
import { SetupError } from './setup-error.ts'

export type ProvidedElectron = {
  /** npm: the Electron of package.json, from its own download. carried: the one inside another npm package. */
  kind: 'npm' | 'carried'
  version: string
  executable: string
  /** Must come before the app's folder on the command line. */
  argumentsBeforeApp: readonly string[]
  /** For people: which Electron this is and why. */
  description: string
}

let provided: Promise<ProvidedElectron> | undefined

/**
 * A real Electron that runs on this machine, fetched when there is none yet; the same one for the whole process.
 * @throws SetupError when neither way of getting one works here.
 */
export function provideElectron(): Promise<ProvidedElectron> {
  provided ??= findElectron()
  return provided
}

async function findElectron(): Promise<ProvidedElectron> {
  const argumentsBeforeApp = sandboxArguments()
  const own = await provideOwnElectron()
  if (own.found) {
    const { version, executable } = own
    const description = `Electron ${version} (from its own download)`
    return { kind: 'npm', version, executable, argumentsBeforeApp, description }
  }
  if (!runsCarriedElectron()) throw new SetupError(noElectronMessage(own.reason))
  const { version, executable } = await provideCarriedElectron()
  const reason = 'because the normal download could not be reached'
  const description = `Electron ${version} (carried by the npm package ${carriedElectronPackage}, ${reason})`
  return { kind: 'carried', version, executable, argumentsBeforeApp, description }
}

/** Only these launchers, never the shipped app, may switch Chromium's sandbox off, and only where it cannot start. */
function sandboxArguments(): string[] {
  return process.platform === 'linux' && !canSandbox() ? ['--no-sandbox'] : []
}

/** It refuses to start as root, and needs user namespaces, which containers and some systems keep from others. */
function canSandbox(): boolean {
  if (process.getuid?.() === 0) return false
  const { error, status } = spawnSync('unshare', ['--user', '--map-root-user', '--net', 'true'])
  return error !== undefined || status === 0
}

function noElectronMessage(reason: string): string {
  return [
    `Electron could not be downloaded: ${reason}`,
    `A stand-in from the npm registry exists for Linux on x64 only; this is ${process.platform} on ${process.arch}.`,
    '',
    'What helps, one of:',
    '  - connect to a network that reaches github.com and try again',
    '  - behind a proxy: set ELECTRON_GET_USE_PROXY=1 and HTTPS_PROXY',
    '  - with a mirror: set ELECTRON_MIRROR to its address',
    '  - with an unpacked Electron at hand: set ELECTRON_OVERRIDE_DIST_PATH to its folder',
  ].join('\n')
}
