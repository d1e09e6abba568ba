import { app } from 'electron'
import { startWorker } from '../worker-process.ts'
import type { ReaderProcess } from './file-reader.ts'

/** Starts the process of reading-worker.ts. */
export function startReaderProcess(): ReaderProcess {
  const { pid, ...reader } = startWorker('reading-worker.cjs', 'Session Companion file reader')
  return {
    ...reader,
    memoryMb: () => {
      const found = app.getAppMetrics().find((one) => one.pid === pid())
      return found ? found.memory.workingSetSize / 1024 : null
    },
  }
}
