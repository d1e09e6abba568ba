import type { ClassListReading } from '../../shared/domain/class-list.ts'

/** What is known of a file beside its bytes. */
export type AboutFile = { fileName: string; lessonDate?: string }

export type ReadingJob = (bytes: Uint8Array, about: AboutFile) => Promise<unknown>

/**
 * What can be asked of the reader. Each takes bytes and gives a value; none knows the records or writes anything. Code
 * for a format is loaded when it is first used.
 */
export const readingJobs = {
  'class-list': async (bytes: Uint8Array): Promise<ClassListReading> => {
    const { readClassListCsv } = await import('../exchange/import/class-list-csv.ts')
    return readClassListCsv(bytes)
  },
} as const satisfies Record<string, ReadingJob>

export type JobName = keyof typeof readingJobs
export type JobAnswer<J extends JobName> = Awaited<ReturnType<(typeof readingJobs)[J]>>
