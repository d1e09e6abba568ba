import { z } from 'zod'
import { id } from '../../domain/ids.ts'
import { staffMember, staffRoles } from '../../domain/people.ts'
import { trainingRecord, trainingState } from '../../domain/training.ts'

const none = z.object({}).strict()
const term = z.object({ key: z.string(), name: z.string() })

/** A member of staff as the list shows them. */
const staffRow = z.object({
  id,
  name: z.string(),
  role: z.enum(staffRoles),
  /** Whether they have said which account is their own. */
  hasAccount: z.boolean(),
  /** How they stand in every topic today. */
  standing: z.array(
    z.object({
      topic: z.string(),
      title: z.string(),
      state: trainingState,
      expires: z.iso.date().nullable(),
    }),
  ),
  /** Every training of theirs, newest first; empty where it is not the asker's to see. */
  training: z.array(trainingRecord),
  /** When they acknowledged the code of conduct of this term, UTC ms. */
  acknowledgedAt: z.number().int().nullable(),
})
export type StaffRow = z.infer<typeof staffRow>

/** The staff list: who is who, how they are trained, and what they have said. */
export const staffCommands = {
  'staff.list': {
    input: none,
    output: z.object({
      today: z.iso.date(),
      term,
      /** Whether this person may do what a leader does. */
      mayLead: z.boolean(),
      hasLeader: z.boolean(),
      members: z.array(staffRow),
    }),
  },
  /** Adds somebody, an assistant unless said otherwise. One whose name is on the list already is given back. */
  'staff.add': {
    input: z.object({ name: staffMember.shape.name, role: z.enum(staffRoles).default('assistant') }).strict(),
    output: staffMember,
  },
  'staff.save': {
    input: z
      .object({
        id,
        name: staffMember.shape.name,
        role: z.enum(staffRoles),
        forgetAccount: z.boolean().default(false),
      })
      .strict(),
    output: none,
  },
  'training.add': {
    input: trainingRecord.omit({ id: true }).strict(),
    output: trainingRecord,
  },
  /** The person at this computer has read the code of conduct and will keep to it this term. */
  'conduct.acknowledge': { input: none, output: z.object({ term }) },
  /** The account signed in to this computer is the own one of the person at it. */
  'device.confirm': { input: none, output: z.object({ account: z.string() }) },
} as const
