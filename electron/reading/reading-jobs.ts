import type { ColumnMemory } from '../../shared/domain/column-meanings.ts'
import type { ListFile } from '../exchange/import/class-list-file.ts'

/** What is known of a file beside its bytes. */
export type AboutFile = { fileName: string; lessonDate?: string; columnMemory?: ColumnMemory }

export type ReadingJob = (bytes: Uint8Array, about: AboutFile) => Promise<unknown>

/**
 * What can be asked of the reader. Each takes bytes and gives a value; none knows the records or writes anything. Code
 * for a format is loaded when it is first used.
 */
export const readingJobs = {
  'class-list': async (bytes: Uint8Array, { columnMemory }: AboutFile): Promise<ListFile> => {
    const { readListFile } = await import('../exchange/import/class-list-file.ts')
    return readListFile(bytes, columnMemory)
  },
} as const satisfies Record<string, ReadingJob>

export type JobName = keyof typeof readingJobs
export type JobAnswer<J extends JobName> = Awaited<ReturnType<(typeof readingJobs)[J]>>
