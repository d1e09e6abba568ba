import { z } from 'zod'
import { scheme } from '../../domain/scheme.ts'

const version = z.object({
  version: z.number().int(),
  scheme,
  /** UTC ms. */
  madeAt: z.number().int(),
  /** Who saved it; null for one that came with the app. */
  madeBy: z.string().nullable(),
  /** Against the version before it, a line each; empty for the first. */
  changes: z.array(z.string()),
})
export type SchemeVersion = z.infer<typeof version>

/** The school's behaviours, ladder and rewards, which a leader edits. Every version is kept, for the lessons held to it. */
export const schemeCommands = {
  /** Every version, newest first: the first in the list is in force. */
  'schemes.list': {
    input: z.object({}).strict(),
    output: z.object({ versions: z.array(version) }),
  },
  /**
   * Makes the scheme given the version in force for lessons not yet begun; resolves to its number, the present one where
   * nothing differs. `basedOn` is the version it was edited from: refused where a newer one is there.
   */
  'schemes.save': {
    input: z.object({ basedOn: z.number().int().min(1), scheme }).strict(),
    output: z.object({ version: z.number().int() }),
  },
} as const
