import { z } from 'zod'
import { id } from '../../domain/ids.ts'

const none = z.object({}).strict()

/** A file: the one handed in under this token, or, without it, one a person chooses in a dialog. */
export const handedOrChosen = z.object({ handed: id.optional() }).strict()

/** How far the reading of a file is: `opened` is the share of its bytes taken off the disk, 0 to 1. */
export const readingProgress = z.object({ fileName: z.string(), opened: z.number() })

/** Files that come in, whatever they hold. */
export const fileCommands = {
  /** Ends the reading of a file; whoever asked for it is answered `cancelled`. */
  'reading.cancel': { input: none, output: none },
} as const
