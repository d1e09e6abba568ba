import { z } from 'zod'
import { id } from '../../domain/ids.ts'
import { makingStep } from './export.ts'

const certificate = z.object({
  pupilId: id,
  /** What the pupil is called, forename and surname. */
  name: z.string(),
  levelId: z.string(),
  levelName: z.string(),
  /** Of the term, with this lesson's. */
  points: z.number().int(),
  /** When it was made for this term, UTC ms; null when it was not yet. */
  madeAt: z.number().int().nullable(),
})
export type CertificateTold = z.infer<typeof certificate>

const wanted = z.object({ pupilId: id, levelId: z.string().max(40) }).strict()

/** Certificates of reward levels (staff.rewards): prepared for the office to print, never shown to pupils. */
export const certificateCommands = {
  /** What a lesson earned, by name. */
  'certificates.earned': {
    input: z.object({ lessonId: id }).strict(),
    output: z.object({ term: z.string(), certificates: z.array(certificate) }),
  },
  /**
   * Makes those wanted, a PDF each, in a folder of their own beside the day's in the office's folder or in one that is
   * chosen: all of them or none, never over another. Refused for what the lesson did not earn.
   */
  'certificates.prepare': {
    input: z
      .object({ lessonId: id, wanted: z.array(wanted).min(1).max(200), place: z.enum(['office', 'chosen']) })
      .strict(),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('cancelled') }),
      z.object({ outcome: z.literal('written'), folder: z.string(), files: z.array(z.string()) }),
    ]),
  },
  /** Stops those of a lesson that are being made: nothing of them is left, and none counts as made. */
  'certificates.stop': { input: z.object({ lessonId: id }).strict(), output: z.object({}).strict() },
} as const

/** How far the certificates of a lesson are. */
export const certificatesProgress = makingStep.extend({ lessonId: id })
