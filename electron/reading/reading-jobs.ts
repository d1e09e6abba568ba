import type { ColumnMemory } from '../../shared/domain/column-meanings.ts'
import type { Recognised } from '../../shared/domain/recognised-file.ts'
import type { ListFile } from '../exchange/import/class-list-file.ts'
import { sha256 } from '../sha256.ts'
import type { SortedFile } from './sort-file.ts'

/** What is known of a file beside its bytes. */
export type AboutFile = { fileName: string; lessonDate?: string; columnMemory?: ColumnMemory }

export type ReadingJob = (bytes: Uint8Array, about: AboutFile) => Promise<unknown>

/**
 * What can be asked of the reader. Each takes bytes and gives a value; none knows the records or writes anything. Code
 * for a format is loaded when it is first used.
 */
export const readingJobs = {
  'class-list': async (bytes: Uint8Array, { columnMemory }: AboutFile): Promise<ListFile> => {
    const { readChosenList } = await import('../exchange/import/class-list-file.ts')
    return readChosenList(bytes, columnMemory)
  },
  /** All that is understood of any file, and the SHA-256 of its bytes, hexadecimal, by which it is known again. */
  recognise: async (
    bytes: Uint8Array,
    { lessonDate }: AboutFile,
  ): Promise<{ recognised: Recognised; contentHash: string }> => {
    const { recognise } = await import('../exchange/import/recognise.ts')
    const contentHash = sha256(bytes)
    return { recognised: await recognise(bytes, { lessonDate }), contentHash }
  },
  /** What a file is, where it belongs, and what its page needs of it. */
  sort: async (bytes: Uint8Array, { columnMemory }: AboutFile): Promise<SortedFile> => {
    const { sortFile } = await import('./sort-file.ts')
    return sortFile(bytes, columnMemory)
  },
} as const satisfies Record<string, ReadingJob>

export type JobName = keyof typeof readingJobs
export type JobAnswer<J extends JobName> = Awaited<ReturnType<(typeof readingJobs)[J]>>
