import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { ReaderProcess } from './file-reader.ts'

/** Starts the process of reading-worker.ts: no window, no arguments, nothing of it is printed. */
export function startReaderProcess(): ReaderProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'reading-worker.cjs'), [], {
    serviceName: 'Session Companion file reader',
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
    memoryMb: () => {
      const found = app.getAppMetrics().find(({ pid }) => pid === child.pid)
      return found ? found.memory.workingSetSize / 1024 : null
    },
    end: () => {
      if (!isOver) child.kill()
    },
  }
}
