import { existsSync, globSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder, projectRoot } from './project-root.ts'
import { runTool } from './run-tool.ts'
import { SetupError } from './setup-error.ts'

const sourceFolders = ['electron', 'renderer', 'shared', 'assets']
const sources = sourceFolders
  .flatMap((folder) => [folder, `${folder}/**`])
  .concat('electron.vite.config.ts', 'package.json', 'package-lock.json')
const products = ['out/main/main.cjs', 'out/main/reading-worker.cjs', 'out/renderer/index.html']

/** Its time says when the last build that succeeded was begun. */
const stamp = path.join(cacheFolder, 'built')

/**
 * Builds the app into out/ when something it is made of has changed since the last build.
 * @throws SetupError with the build's output when it fails.
 */
export async function buildIfNeeded(): Promise<void> {
  if (isUpToDate()) {
    console.log('The build in out/ is up to date')
    return
  }
  const startedAt = new Date()
  const { exitCode, output } = await runTool('electron-vite', ['build'], { output: 'collect' })
  if (exitCode !== 0) throw new SetupError(`The app could not be built:\n${output.trim()}`)
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(stamp, '')
  utimesSync(stamp, startedAt, startedAt)
  console.log(`Built the app in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s`)
}

function isUpToDate(): boolean {
  const isComplete = [...products.map((product) => path.join(projectRoot, product)), stamp].every((file) =>
    existsSync(file),
  )
  if (!isComplete) return false
  const builtAt = statSync(stamp).mtimeMs
  // Folders are looked at as well: theirs is the only time that changes when a file is deleted.
  return globSync(sources, { cwd: projectRoot }).every(
    (file) => statSync(path.join(projectRoot, file)).mtimeMs < builtAt,
  )
}
