import type { Refusal } from '../../shared/domain/class-list.ts'
import type { AboutFile, JobName } from './reading-jobs.ts'
import type { Slice } from './sliced-answer.ts'

/** To the reader: bytes in parts, then what to do with them; or a path a person chose, which it opens by itself. */
export type ToReader =
  { part: Uint8Array } | { read: { job: JobName; about: AboutFile; path: string | null } }

/** From the reader, in this order. `share` is of the bytes taken off the disk, 0 to 1. */
export type FromReader =
  { ready: true } | { opened: number } | { slice: Slice } | { answer: unknown } | { refusal: Refusal }
