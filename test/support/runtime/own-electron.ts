import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { showProgress } from './progress.ts'
import { runTool } from './run-tool.ts'

export type OwnElectron =
  { found: true; version: string; executable: string } | { found: false; reason: string }

/** How long the download may go without receiving anything: a network that swallows packets must not hang a run. */
const silenceLimitMs = 8000

/** Handed down to child processes, so that one `npm test` tries an unreachable host once; a later run tries again. */
const failedTryVariable = 'SESSION_COMPANION_ELECTRON_DOWNLOAD_FAILED'

const requireFromHere = createRequire(import.meta.url)
const packageFolder = path.dirname(requireFromHere.resolve('electron/package.json'))

/** The Electron of package.json; its npm package fetches the program itself on first use. */
export async function provideOwnElectron(): Promise<OwnElectron> {
  if (isInstalled()) return installed()
  const failedBefore = process.env[failedTryVariable]
  if (failedBefore) return { found: false, reason: failedBefore }
  try {
    await download()
    return installed()
  } catch (error) {
    const reason = describe(error)
    process.env[failedTryVariable] = reason
    return { found: false, reason }
  }
}

function isInstalled(): boolean {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) return true
  const pathFile = path.join(packageFolder, 'path.txt')
  return existsSync(pathFile) && existsSync(path.join(packageFolder, 'dist', readFileSync(pathFile, 'utf8')))
}

function installed(): OwnElectron {
  // Under plain Node the package's only export is the path of its executable.
  const executable = requireFromHere('electron') as string
  return { found: true, executable, version: readVersion(path.dirname(executable)) }
}

function readVersion(distFolder: string): string {
  const versionFile = path.join(distFolder, 'version')
  if (existsSync(versionFile)) return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return (requireFromHere('electron/package.json') as { version: string }).version
}

/**
 * Fetches the archive into Electron's own cache with a progress line and a time limit, neither of which the package's
 * install script offers; that script then finds the archive there, checks it against its checksums and unpacks it.
 */
async function download(): Promise<void> {
  await fetchArchive()
  const installer = path.join(packageFolder, 'install.js')
  const { exitCode, output } = await runTool(process.execPath, [installer], { output: 'collect' })
  if (exitCode !== 0)
    throw new Error(output.trim().split('\n')[0] || `install.js ended with exit code ${exitCode}`)
}

async function fetchArchive(): Promise<void> {
  const { downloadArtifact } = await loadDownloader()
  const { version } = requireFromHere('electron/package.json') as { version: string }
  const checksums = requireFromHere('electron/checksums.json') as Record<string, string>
  const progress = showProgress(`Downloading Electron ${version}`)
  const silence = new AbortController()
  const giveUp = () => silence.abort(new Error(`no answer within ${silenceLimitMs / 1000} seconds`))
  let timer = setTimeout(giveUp, silenceLimitMs)
  const getProgressCallback = async ({
    transferred,
    total,
  }: {
    transferred: number
    total: number | null
  }) => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, silenceLimitMs)
    progress.report(transferred, total ?? undefined)
  }
  try {
    await downloadArtifact({
      version,
      checksums,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      downloadOptions: { quiet: true, signal: silence.signal, getProgressCallback },
    })
  } finally {
    clearTimeout(timer)
    progress.finish()
  }
}

type Downloader = { downloadArtifact(details: Record<string, unknown>): Promise<string> }

/** The very copy that the electron package uses: the two have to agree on where the cache is. */
async function loadDownloader(): Promise<Downloader> {
  const entry = createRequire(path.join(packageFolder, 'package.json')).resolve('@electron/get')
  return (await import(pathToFileURL(entry).href)) as Downloader
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // fetch reports every network failure as "fetch failed" and keeps what happened in the cause.
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}
