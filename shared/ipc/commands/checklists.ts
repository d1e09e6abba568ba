import { z } from 'zod'
import { checkItems, checklist } from '../../domain/checks.ts'

const version = checklist.extend({
  /** UTC ms. */
  madeAt: z.number().int(),
  /** Who saved it; null for one that came with the app. */
  madeBy: z.string().nullable(),
  /** Against the version before it, a line each; empty for the first. */
  changes: z.array(z.string()),
})
export type ChecklistVersion = z.infer<typeof version>

/** The school's checks, which a leader edits. Every version is kept: evidence stays with the wording it was given under. */
export const checklistCommands = {
  /** Every version, newest first: the first in the list is in force. */
  'checklists.list': {
    input: z.object({}).strict(),
    output: z.object({ versions: z.array(version) }),
  },
  /**
   * Makes the checks given the version in force for lessons not yet begun; resolves to its number, the present one where
   * nothing differs. `basedOn` is the version they were edited from: refused where a newer one is there.
   */
  'checklist.save': {
    input: z.object({ basedOn: z.number().int().min(1), items: checkItems }).strict(),
    output: z.object({ version: z.number().int() }),
  },
} as const
