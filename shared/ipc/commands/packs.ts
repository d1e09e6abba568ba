import { z } from 'zod'
import { id } from '../../domain/ids.ts'
import { heldKinds, pack, receiptKinds } from '../../domain/packs.ts'
import { contact, pupil } from '../../domain/people.ts'

const none = z.object({}).strict()
const pupilIds = z.array(id).min(1).max(200)

/** Packs of a class for a week, and who has them (head.packs, head.pack-receipt, staff.resources). */
export const packCommands = {
  /** `week` is any day of it. */
  'packs.week': {
    input: z.object({ classId: id, week: z.iso.date() }).strict(),
    output: z.object({
      /** Null where nothing is recorded for that week. */
      pack: pack.nullable(),
      approvedBy: z.string().nullable(),
      /** Whether the person here may find it appropriate. */
      mayApprove: z.boolean(),
      pupils: z.array(
        pupil.extend({
          how: z.enum(heldKinds).nullable(),
          /** Whom to ring about one without; null where no telephone is on file. */
          ring: contact.nullable(),
        }),
      ),
    }),
  },
  'packs.save': {
    input: pack.pick({ classId: true, week: true, contents: true, availableFrom: true }).strict(),
    output: none,
  },
  /** Finds it appropriate, by the person here and now. */
  'packs.approve': { input: z.object({ packId: id }).strict(), output: none },
  'packs.mark': {
    input: z.object({ packId: id, pupilIds, how: z.enum(receiptKinds) }).strict(),
    output: none,
  },
  /** A lesson's resources went to pupils who have no pack. */
  'resources.sent': { input: z.object({ lessonId: id, pupilIds }).strict(), output: none },
} as const
