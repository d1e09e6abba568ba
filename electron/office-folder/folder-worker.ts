import { serveWorker } from '../worker-port.ts'
import { serveFolder } from './serve-folder.ts'

/**
 * A process of its own that deals with the office's folder. A share that stops answering keeps whoever asked it, for
 * minutes and past every signal: that is then this process, which has no records, no keys and no window, and not the app.
 */
serveWorker(serveFolder)
