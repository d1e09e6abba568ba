import { join } from 'node:path'
import { utilityProcess } from 'electron'

/** A worker of ours in a process of its own, as far as main deals with it. */
export type WorkerProcess = {
  /** Lost where the process has ended. */
  post(message: unknown): void
  onMessage(listener: (message: never) => void): void
  onExit(listener: () => void): void
  end(): void
  pid(): number | undefined
}

/** Starts one of the built workers: no window, no arguments, nothing of it is printed. */
export function startWorker(file: string, serviceName: string): WorkerProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, file), [], { serviceName, stdio: 'ignore' })
  let isOver = false
  child.once('exit', () => {
    isOver = true
  })
  return {
    post: (message) => {
      if (!isOver) child.postMessage(message)
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as never)),
    onExit: (listener) => child.once('exit', listener),
    end: () => {
      if (!isOver) child.kill()
    },
    pid: () => child.pid,
  }
}
