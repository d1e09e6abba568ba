import { z } from 'zod'
import { id } from '../../domain/ids.ts'
import { joining, LONGEST_SHOWN_NAME, namesRemembered } from '../../domain/joining.ts'
import { pupil } from '../../domain/people.ts'

/** More is cut before it is sent: it is refused for its length all the same (see waiting-names.ts). */
export const LONGEST_PASTE = 300_000

const ofPupil = z.object({ pupilId: id }).strict()

/** A name waiting and what it comes to (see match-names.ts). */
const nameMatch = z.object({
  text: z.string(),
  outcome: z.enum(['expected', 'ask', 'unexpected']),
  pupilId: id.nullable(),
  candidateIds: z.array(id).readonly(),
  reason: z.string(),
  why: z.string(),
})

/** The waiting list and how pupils join (staff.expected-names, parent.opt-out, parent.difficulty). */
export const waitingCommands = {
  /** Reads the names out of what was pasted and matches them to the class. Nothing is written. */
  'waiting.match': {
    input: z.object({ lessonId: id, pasted: z.string().max(LONGEST_PASTE) }).strict(),
    output: z.object({
      matches: z.array(nameMatch),
      /** Lines that are no names, such as headings and the teacher's own. */
      leftOut: z.number().int(),
    }),
  },
  /** Keeps a name that a person has confirmed; said again it changes nothing. */
  'waiting.remember': {
    input: ofPupil
      .extend({ name: z.string().trim().min(1).max(LONGEST_SHOWN_NAME), as: z.enum(namesRemembered) })
      .strict(),
    output: z.object({}).strict(),
  },
  'joining.get': {
    input: ofPupil,
    output: z.object({ pupil, classId: id, className: z.string(), joining }),
  },
  'joining.save': { input: ofPupil.extend({ joining }).strict(), output: z.object({}).strict() },
} as const
