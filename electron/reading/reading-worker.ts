import { constants, setPriority } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { MOST_HEAP_MB } from './reading-limits.ts'
import { serveWorker } from '../worker-port.ts'
import { serveReading } from './serve-reading.ts'

/**
 * A process of its own in which one file is read, and which ends with it. It has no window, no records and no keys;
 * whatever a file does to it, the app goes on.
 */
// Said here, because Electron takes no such option for a utility process.
setFlagsFromString(`--max-old-space-size=${MOST_HEAP_MB}`)
// Rows that went by are given up soon: left to itself the space for new objects grows to a hundred megabytes.
setFlagsFromString('--semi-space-growth-factor=1')

try {
  // The window, and the meeting beside it, go before a file.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Where the system does not allow it the file is read all the same.
}

serveWorker(serveReading)
