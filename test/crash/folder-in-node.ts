import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { FolderProcess } from '../../electron/office-folder/limited-folder.ts'

/** Beside us, as `bundleChild` puts them. */
const bundled = (name: string) => join(import.meta.dirname, name)

/** The app's own worker for the office's folder, in a process that Node starts. `signed` hears of each sign of life. */
export function startFolderInNode(signed: (worker: ChildProcess) => void): FolderProcess {
  const worker = fork(bundled('folder-worker.mjs'), [], {
    execArgv: ['--import', bundled('parent-port.mjs')],
    serialization: 'advanced',
    stdio: 'ignore',
  })
  // Asked in the moment of its death: that it ended is told by itself.
  worker.on('error', () => undefined)
  return {
    post: (message) => {
      if (worker.connected) worker.send(message)
    },
    onMessage: (listener) =>
      worker.on('message', (message) => {
        // From the app's own worker.
        listener(message as never)
        signed(worker)
      }),
    onExit: (listener) => worker.once('exit', listener),
    end: () => worker.kill(),
  }
}
