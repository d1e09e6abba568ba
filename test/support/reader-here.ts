import type { ReaderProcess } from '../../electron/reading/file-reader.ts'
import type { FromReader } from '../../electron/reading/reading-messages.ts'
import { serveReading } from '../../electron/reading/serve-reading.ts'

/** The reader without a process of its own: everything said between the two is said, and copied as between processes. */
export function startReaderHere(): ReaderProcess {
  let isOver = false
  let listener: (message: FromReader) => void = () => {}
  const tell = (message: FromReader) => {
    if (!isOver) listener(structuredClone(message))
  }
  const take = serveReading(tell)
  return {
    post: (message) => {
      if (!isOver) void take(structuredClone(message))
    },
    onMessage: (heard) => {
      listener = heard
      setImmediate(() => tell({ ready: true }))
    },
    onExit: () => {},
    memoryMb: () => null,
    end: () => {
      isOver = true
    },
  }
}
