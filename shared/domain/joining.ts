import { z } from 'zod'

const shownName = z.string().trim().min(1).max(80)

/**
 * How a pupil joins live lessons, as staff know it: whether they take part at all (parent.opt-out), what gets in the
 * way (parent.difficulty), and under which names they have come. Sealed with the pupil's own key.
 */
export const joining = z.object({
  /** Does not take part: since when and who said so. Such a pupil is never absent and never admitted. */
  optOut: z
    .object({ since: z.iso.date(), toldBy: z.string().trim().min(1).max(120) })
    .nullable()
    .default(null),
  /** What makes joining hard, and what is being done about it; null where nothing is known to. */
  difficulty: z
    .object({ what: z.string().trim().min(1).max(300), doing: z.string().trim().max(300) })
    .nullable()
    .default(null),
  /** Names the pupil has come under, confirmed by a person. */
  nicknames: z.array(shownName).max(20).default([]),
  /** Names of devices the pupil shares with somebody else. */
  sharedDevices: z.array(shownName).max(20).default([]),
})
export type Joining = z.infer<typeof joining>

export const nothingKnown: Joining = joining.parse({})
