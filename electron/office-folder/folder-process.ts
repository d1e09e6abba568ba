import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { FolderProcess } from './limited-folder.ts'

/** Starts the process of folder-worker.ts: no window, no arguments, nothing of it is printed. */
export function startFolderProcess(): FolderProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'folder-worker.cjs'), [], {
    serviceName: 'Session Companion office folder',
    stdio: 'ignore',
  })
  let isOver = false
  child.once('exit', () => {
    isOver = true
  })
  return {
    post: (message) => {
      if (!isOver) child.postMessage(message)
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    end: () => {
      if (!isOver) child.kill()
    },
  }
}
