import { z } from 'zod'
import { LARGEST_FILE_BYTES, refusal } from '../../domain/class-list.ts'
import { id } from '../../domain/ids.ts'
import { lessonCard } from '../../domain/today.ts'

const none = z.object({}).strict()

/** A file: the one handed in under this token, or, without it, one a person chooses in a dialog. */
export const handedOrChosen = z.object({ handed: id.optional() }).strict()

/** How far the reading of a file is: `opened` is the share of its bytes taken off the disk, 0 to 1. */
export const readingProgress = z.object({ fileName: z.string(), opened: z.number() })

/** A file comes over in parts of at most so many bytes: more would hold up the windows. */
export const LARGEST_PART = 512 * 1024

/** What became of a file that was handed in. Nothing of it is written: its page takes it by the token. */
export const handedFile = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('refused'), fileName: z.string(), refusal }),
  /** It belongs to the page of `path`. */
  z.object({ outcome: z.literal('recognised'), fileName: z.string(), token: id, path: z.string() }),
  /** A meeting's report that can be of several lessons: a person says which, earliest first. */
  z.object({
    outcome: z.literal('of-a-lesson'),
    fileName: z.string(),
    token: id,
    lessons: z.array(lessonCard).min(1),
  }),
])
export type HandedFile = z.infer<typeof handedFile>

/** Files that come in, whatever they hold. */
export const fileCommands = {
  /**
   * Hands in a file a person dropped or pasted, by its bytes, part after part from `at` 0; another `handing` gives up the
   * one before. Answered by `more` until all `size` bytes are there, then by what became of it.
   */
  'file.hand': {
    input: z
      .object({
        handing: id,
        fileName: z.string().min(1).max(260),
        size: z.number().int().min(0).max(LARGEST_FILE_BYTES),
        at: z.number().int().min(0),
        bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= LARGEST_PART),
      })
      .strict(),
    output: z.union([z.object({ outcome: z.literal('more') }), handedFile]),
  },
  /** What came of the file the app was last opened with; null where there is none or it was asked for already. */
  'file.opened': { input: none, output: z.object({ file: handedFile.nullable() }) },
  /** Ends the reading of a file; whoever asked for it is answered `cancelled`. */
  'reading.cancel': { input: none, output: none },
} as const
