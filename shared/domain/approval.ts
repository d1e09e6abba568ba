import { z } from 'zod'
import { id } from './ids.ts'

/** What somebody types when a leader has agreed to what the rules refuse. */
export const givenApproval = z.object({ leaderId: id, reason: z.string().trim().min(1).max(300) }).strict()
export type GivenApproval = z.infer<typeof givenApproval>

/** A leader's agreement as it is kept (clause head.timetable): who agreed, why, when, and who wrote it down. */
export const approval = z.object({
  leaderId: id,
  /** UTC ms. */
  at: z.number().int().min(0),
  reason: z.string().trim().min(1).max(300),
  recordedBy: id,
})
export type Approval = z.infer<typeof approval>
