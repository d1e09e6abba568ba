import { z } from 'zod'
import { entry, MOST_IN_ONE_ACT } from '../../domain/events.ts'
import { id } from '../../domain/ids.ts'

/** One act as a window sends it. `at` is UTC ms. */
const act = z
  .object({ at: z.number().int().min(0), entries: z.array(entry).min(1).max(MOST_IN_ONE_ACT) })
  .strict()
export type HeldAct = z.infer<typeof act>

export const heldActCommands = {
  /**
   * Main keeps in memory what a window has painted and cannot have written yet, and answers with all it keeps of the
   * lesson, oldest first: a window whose process crashed asks with nothing and goes on from there.
   */
  'lesson.hold': {
    input: z.object({ lessonId: id, acts: z.array(act).max(MOST_IN_ONE_ACT) }).strict(),
    output: z.object({ acts: z.array(act) }),
  },
}
