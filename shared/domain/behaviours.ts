import { z } from 'zod'

/**
 * What one tap on the live panel can mean (clauses staff.standards, staff.rewards, pupil.behaviour):
 * praise carries points, a nudge carries none, a mute reminder is counted, a step climbs the ladder.
 */
export const behaviour = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: z.string().min(1).max(24),
  icon: z.string().min(1).max(40),
  group: z.enum(['praise', 'nudge', 'mute', 'step']),
  points: z.number().int().min(-5).max(5),
})
export type Behaviour = z.infer<typeof behaviour>

/** The nine favourites, in the order of their keys 1 to 9. */
export const behaviours = z.array(behaviour).min(1).max(9)

/** The steps of the school's own ladder, mildest first; they clear when the lesson ends. */
export const ladder = z.array(z.string().min(1).max(40)).min(1).max(8)

/** Attitude to learning on the school's scale, best first. */
export const attitudes = z.array(z.string().min(1).max(40)).min(2).max(6)
