import { z } from 'zod'
import { id } from '../../domain/ids.ts'
import { standing } from '../../domain/policy/standing-facts.ts'

/** A required check that was passed over, in the wording it had then. `at` and `startsAt` are UTC ms. */
export const policyException = z.object({
  lessonId: id,
  className: z.string(),
  subject: z.string(),
  startsAt: z.number().int(),
  item: z.string(),
  check: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.number().int(),
})
export type PolicyException = z.infer<typeof policyException>

/** How the policy is kept. */
export const policyCommands = {
  'policy.get': {
    input: z.object({}).strict(),
    output: z.object({
      /** By clause id, as of today. */
      standings: z.record(z.string(), standing),
      /** Titles of the checks in force, by check id. */
      checkTitles: z.record(z.string(), z.string()),
      /** Those of the last 14 days, newest first; null for who is not a leader. */
      exceptions: z.array(policyException).nullable(),
    }),
  },
} as const
