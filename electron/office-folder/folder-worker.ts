import type { FromFolder, ToFolder } from './folder-messages.ts'
import { serveFolder } from './serve-folder.ts'

/**
 * A process of its own that deals with the office's folder. A share that stops answering keeps whoever asked it, for
 * minutes and past every signal: that is then this process, which has no records, no keys and no window, and not the app.
 */

/** Electron's way to whoever started this process; Node's types do not know it. */
type ParentPort = {
  on(event: 'message', listener: (event: { data: ToFolder }) => void): void
  postMessage(message: FromFolder): void
}

const { parentPort } = process as unknown as { parentPort: ParentPort }
const take = serveFolder((message) => parentPort.postMessage(message))
parentPort.on('message', ({ data }) => void take(data))
parentPort.postMessage({ ready: true })
