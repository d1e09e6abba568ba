import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { cacheFolder, projectRoot } from '../support/runtime/project-root.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The process that is killed, and the app's own worker for the office's folder, as one file each, as the app is built: both
 * start hundreds of times. Resolves to the folder they lie in, and how to be rid of it.
 */
export async function bundleChild(): Promise<{ folder: string; remove: () => void }> {
  const cache = join(cacheFolder, 'crash')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'built-'))
  const input = {
    child: here('child.ts'),
    'parent-port': here('parent-port.ts'),
    'folder-worker': here('../../electron/office-folder/folder-worker.ts'),
  }
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node24',
      rolldownOptions: { input, output: { entryFileNames: '[name].mjs' } },
    },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
