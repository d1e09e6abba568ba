import { setImmediate } from 'node:timers/promises'
import { FILE_TOO_LARGE, LARGEST_FILE_BYTES, type Refusal } from '../../shared/domain/class-list.ts'
import type { AboutFile, JobAnswer, JobName } from './reading-jobs.ts'
import { LONGEST_READING_MS, LONGEST_START_MS, MOST_MEMORY_MB, PART_BYTES } from './reading-limits.ts'
import type { FromReader, ToReader } from './reading-messages.ts'
import { COULD_NOT_BE_READ, NO_READER, TAKES_TOO_LONG, TAKES_TOO_MUCH_MEMORY } from './reading-refusals.ts'
import { joinAnswer, type Slice } from './sliced-answer.ts'

/** A file of a person's: one they chose, by its path, or what they dropped or pasted. */
export type ChosenFile = { name: string } & ({ path: string } | { bytes: Uint8Array })

export type ReadingOutcome<A> =
  { outcome: 'read'; answer: A } | { outcome: 'refused'; refusal: Refusal } | { outcome: 'cancelled' }

/** How far the reading of a file is: `opened` is the share of its bytes taken off the disk, 0 to 1. */
export type ReadingProgress = { fileName: string; opened: number }

export type FileReader = {
  /** Reads a file in a process of its own, with limits; never throws. One at a time: a second ends the first. */
  read<J extends JobName>(
    job: J,
    file: ChosenFile,
    about?: Omit<AboutFile, 'fileName'>,
  ): Promise<ReadingOutcome<JobAnswer<J>>>
  /** Ends what is being read, if anything. */
  cancel(): void
}

/** The process a file is read in, as far as main deals with it. */
export type ReaderProcess = {
  post(message: ToReader): void
  onMessage(listener: (message: FromReader) => void): void
  onExit(listener: () => void): void
  /** Its resident memory, megabytes; null where the system does not say. */
  memoryMb(): number | null
  end(): void
}

type Limits = { startMs: number; readingMs: number; memoryMb: number }

const usualLimits: Limits = {
  startMs: LONGEST_START_MS,
  readingMs: LONGEST_READING_MS,
  memoryMb: MOST_MEMORY_MB,
}

/** How often a reader's memory is looked at, ms. */
const LOOK_MS = 100

/** Main's side of reading: starts the process, gives it the file, holds it to its limits. */
export function createFileReader(
  start: () => ReaderProcess,
  tell: (progress: ReadingProgress) => void,
  limits: Limits = usualLimits,
): FileReader {
  let cancelCurrent = () => {}
  return {
    read: async (job, file, about = {}) => {
      cancelCurrent()
      if ('bytes' in file && file.bytes.byteLength > LARGEST_FILE_BYTES)
        return { outcome: 'refused', refusal: FILE_TOO_LARGE }
      const reading = readIn(start(), { job, file, about: { ...about, fileName: file.name }, tell, limits })
      cancelCurrent = reading.cancel
      return (await reading.outcome) as ReadingOutcome<never>
    },
    cancel: () => cancelCurrent(),
  }
}

type Wish = {
  job: JobName
  file: ChosenFile
  about: AboutFile
  tell: (progress: ReadingProgress) => void
  limits: Limits
}

function readIn(reader: ReaderProcess, { job, file, about, tell, limits }: Wish) {
  let resolve: (outcome: ReadingOutcome<unknown>) => void = () => {}
  const promise = new Promise<ReadingOutcome<unknown>>((done) => {
    resolve = done
  })
  const refuse = (refusal: Refusal) => resolve({ outcome: 'refused', refusal })
  const slices: Slice[] = []
  let isStarted = false
  let timer = setTimeout(() => refuse(NO_READER), limits.startMs)
  const looking = setInterval(() => {
    if ((reader.memoryMb() ?? 0) > limits.memoryMb) refuse(TAKES_TOO_MUCH_MEMORY)
  }, LOOK_MS)
  reader.onExit(() => refuse(isStarted ? COULD_NOT_BE_READ : NO_READER))
  reader.onMessage((message) => {
    if ('ready' in message) {
      isStarted = true
      clearTimeout(timer)
      timer = setTimeout(() => refuse(TAKES_TOO_LONG), limits.readingMs)
      void hand(reader, file, { job, about })
    } else if ('opened' in message) tell({ fileName: file.name, opened: message.opened })
    else if ('slice' in message) slices.push(message.slice)
    else if ('refusal' in message) refuse(message.refusal)
    else resolve({ outcome: 'read', answer: joinAnswer(message.answer, slices) })
  })
  const outcome = promise.finally(() => {
    clearTimeout(timer)
    clearInterval(looking)
    reader.end()
  })
  return { outcome, cancel: () => resolve({ outcome: 'cancelled' }) }
}

/** Bytes go in parts: passed on in one go, ten million of them would hold up the windows. */
async function hand(
  reader: ReaderProcess,
  file: ChosenFile,
  read: { job: JobName; about: AboutFile },
): Promise<void> {
  if ('path' in file) {
    reader.post({ read: { ...read, path: file.path } })
    return
  }
  for (let at = 0; at < file.bytes.byteLength; at += PART_BYTES) {
    reader.post({ part: file.bytes.subarray(at, at + PART_BYTES) })
    await setImmediate()
  }
  reader.post({ read: { ...read, path: null } })
}
