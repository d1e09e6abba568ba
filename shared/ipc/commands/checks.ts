import { z } from 'zod'
import { id } from '../../domain/ids.ts'

const sighting = z.object({
  item: z.string(),
  outcome: z.enum(['met', 'not-met', 'unknown']),
  says: z.string(),
  exception: z.string().optional(),
  pupilIds: z.array(id).readonly().optional(),
})

/** The checks before a lesson, beside what goes into its log. */
export const checkCommands = {
  /** Lets the app look for itself: what it sees is answered in the log, what it no longer sees is opened again. */
  'checks.look': {
    input: z.object({ lessonId: id }).strict(),
    output: z.object({ sightings: z.array(sighting) }),
  },
  /** The checklist comes to its camera check, or leaves it; only in between may it open a camera (staff.neutral-area). */
  'camera.use': {
    input: z.object({ lessonId: id, on: z.boolean() }).strict(),
    /** False, too, where the system keeps the camera from the app. */
    output: z.object({ isAllowed: z.boolean() }),
  },
} as const
