import { z } from 'zod'
import { attitudes, behaviours, ladder, phases, rewardLevels } from './behaviours.ts'

/**
 * The school's scheme: one set of behaviours, steps and rewards for all staff (clauses staff.standards, staff.rewards).
 * It has versions; a lesson keeps the one it began under, so that what was recorded never changes its words.
 */
export const scheme = z
  .object({
    behaviours,
    ladder,
    attitudes,
    phases,
    rewardLevels,
    /** Whether points may be taken away: the school's decision, never the app's. */
    mayTakeAway: z.boolean().default(false),
  })
  .superRefine(({ behaviours: all, rewardLevels: levels, ladder: steps, mayTakeAway }, context) => {
    const complain = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (new Set(all.map(({ id }) => id)).size < all.length) {
      complain(['behaviours'], 'Every behaviour has an id of its own.')
    }
    all.forEach(({ points, group, toStep }, index) => {
      if (points < 0 && !mayTakeAway) {
        complain(['behaviours', index, 'points'], 'Points are not taken away in this school.')
      }
      if (group === 'praise' && points < 0) {
        complain(['behaviours', index, 'points'], 'Praise never takes points away.')
      }
      if (toStep !== undefined && (group !== 'step' || toStep > steps.length)) {
        complain(['behaviours', index, 'toStep'], 'That step is not on the ladder.')
      }
    })
    if (levels.some((level, index) => index > 0 && level.points <= (levels[index - 1]?.points ?? 0))) {
      complain(['rewardLevels'], 'Each level asks for more points than the one before.')
    }
  })
export type Scheme = z.infer<typeof scheme>
