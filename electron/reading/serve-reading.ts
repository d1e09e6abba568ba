import { type ReadingJob, readingJobs } from './reading-jobs.ts'
import type { FromReader, ToReader } from './reading-messages.ts'
import { openFile } from './open-file.ts'
import { COULD_NOT_BE_READ } from './reading-refusals.ts'
import { sliceAnswer } from './sliced-answer.ts'

/** The reader's side of the talk: takes bytes or a path, reads, and tells the answer. Whatever is thrown is a refusal. */
export function serveReading(tell: (message: FromReader) => void): (message: ToReader) => Promise<void> {
  const parts: Uint8Array[] = []
  const read = async ({ job, about, path }: Extract<ToReader, { read: unknown }>['read']) => {
    const opened = (share: number) => tell({ opened: share })
    const bytes = path === null ? Buffer.concat(parts.splice(0)) : await openFile(path, opened)
    if (!(bytes instanceof Uint8Array)) {
      tell({ refusal: bytes })
      return
    }
    opened(1)
    const carryOut: ReadingJob = readingJobs[job]
    const answer = await carryOut(bytes, about)
    tell({ answer: sliceAnswer(answer, (slice) => tell({ slice })) })
  }
  return async (message) => {
    if ('part' in message) parts.push(message.part)
    else await read(message.read).catch(() => tell({ refusal: COULD_NOT_BE_READ }))
  }
}
