import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FolderProcess } from '../../electron/office-folder/limited-folder.ts'

const WORKER = fileURLToPath(new URL('../../electron/office-folder/folder-worker.ts', import.meta.url))
const PARENT_PORT = new URL('parent-port.ts', import.meta.url).href

/** The app's own worker for the office's folder, in a process that Node starts. `signed` hears of each sign of life. */
export function startFolderInNode(signed: (worker: ChildProcess) => void): FolderProcess {
  const worker = fork(WORKER, [], {
    execArgv: ['--import', PARENT_PORT],
    serialization: 'advanced',
    stdio: 'ignore',
  })
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
