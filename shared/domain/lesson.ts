import { z } from 'zod'
import { approval } from './approval.ts'
import { id } from './ids.ts'
import { pupilsInWords } from './people.ts'

/** The life of a lesson, in order. */
export const lessonStates = [
  'planned',
  'preparing',
  'admitting',
  'live',
  'ended',
  'signed-off',
  'exported',
] as const
export const lessonState = z.enum(lessonStates)
export type LessonState = z.infer<typeof lessonState>

/** What is done differently for some pupils, or for all where none is named. */
export const adaptation = z.object({
  text: z.string().trim().min(1).max(300),
  pupilIds: z.array(id).max(60),
})
export type Adaptation = z.infer<typeof adaptation>

/** A live online session of one class. Times are UTC ms. */
export const lesson = z.object({
  id,
  classId: id,
  className: z.string(),
  subject: z.string(),
  learningIntention: z.string(),
  startsAt: z.number().int(),
  endsAt: z.number().int(),
  /** Why it stands outside the timetable; absent for a lesson of the timetable. */
  outsideTimetable: z.string().optional(),
  /** A leader's agreement to its time, where the rules refuse it (head.timetable). */
  approval: approval.optional(),
  /** Who is planned as second adult; whether they are in says the log. */
  secondAdultId: id.optional(),
  /** What is adapted, for whom (staff.needs). Empty: nothing needs adapting. Absent: nobody has said yet. */
  adaptations: z.array(adaptation).max(20).optional(),
})
export type Lesson = z.infer<typeof lesson>

/** What the moves need to know of the lesson; all of it comes from the tally. */
export type LessonFacts = {
  state: LessonState
  /** Required checks not yet answered, by their short titles. */
  openChecks: readonly string[]
  secondAdultIn: boolean
  /** One was in while pupils were, and is in no more. */
  secondAdultGone: boolean
  waiting: number
  /** Pupils admitted and not gone. */
  present: number
  /** Pupils whose participation is not said yet. */
  unreconciled: number
}

export type Verdict = { ok: true } | { ok: false; reason: string }
export const allowed: Verdict = { ok: true }
export const refused = (reason: string): Verdict => ({ ok: false, reason })

/** Clause staff.second-adult: without a second adult nobody is let in until this many pupils are waiting. */
export const WAITING_WITHOUT_SECOND_ADULT = 2

const waitForTwo =
  'No second adult is in. Wait until at least two pupils are waiting, then admit them together.'

const next: Record<LessonState, readonly LessonState[]> = {
  planned: ['preparing'],
  preparing: ['admitting'],
  admitting: ['live', 'preparing'],
  live: ['ended'],
  ended: ['signed-off', 'live'],
  'signed-off': ['exported', 'ended'],
  exported: ['exported', 'ended'],
}

const names: Record<LessonState, string> = {
  planned: 'planned',
  preparing: 'being prepared',
  admitting: 'admitting pupils',
  live: 'live',
  ended: 'ended',
  'signed-off': 'signed off',
  exported: 'exported',
}

/** Whether the lesson may go to a state now, with the reason in words where it may not. */
export function mayMove(facts: LessonFacts, to: LessonState): Verdict {
  if (!next[facts.state].includes(to)) {
    return refused(`A lesson that is ${names[facts.state]} cannot become ${names[to]}.`)
  }
  if (to === 'admitting') return mayOpen(facts)
  if (to === 'live' && facts.present === 0) {
    return refused('Nobody has been admitted yet. Admit the pupils who are waiting first.')
  }
  if (to === 'signed-off' && facts.unreconciled > 0) {
    return refused(`Say for ${pupilsInWords(facts.unreconciled)} whether they took part before you sign.`)
  }
  return allowed
}

/** Admitting opens when every check is answered and the rule of staff.second-adult is met. */
function mayOpen({ openChecks, secondAdultIn, waiting, present }: LessonFacts): Verdict {
  if (openChecks.length > 0) {
    const still = openChecks.length === 1 ? 'One check is' : `${openChecks.length} checks are`
    return refused(`${still} not answered yet: ${openChecks.join(', ')}.`)
  }
  return secondAdultIn || waiting + present >= WAITING_WITHOUT_SECOND_ADULT ? allowed : refused(waitForTwo)
}

/**
 * Whether so many pupils who are not in yet may be let in at once (clause staff.second-adult). Those already in
 * count: a third pupil may follow two who are there.
 */
export function mayAdmit(facts: LessonFacts, admitting: number): Verdict {
  if (facts.state !== 'admitting' && facts.state !== 'live') {
    return refused('Pupils are admitted once every check is answered, and until the lesson ends.')
  }
  const together = facts.present + admitting
  return facts.secondAdultIn || together >= WAITING_WITHOUT_SECOND_ADULT ? allowed : refused(waitForTwo)
}

/**
 * The same, once an act that lets pupils in is whole: whoever left in it or was taken back is not in, and a second
 * adult who went in it is gone.
 */
export const mayHaveAdmitted = ({ secondAdultIn, present }: LessonFacts): Verdict =>
  secondAdultIn || present >= WAITING_WITHOUT_SECOND_ADULT ? allowed : refused(waitForTwo)

/** What a lesson is to be may change until it is live; afterwards it is what pupils were taught (staff.needs). */
export const mayPlan = (state: LessonState): Verdict =>
  ['planned', 'preparing', 'admitting'].includes(state)
    ? allowed
    : refused('The plan of a lesson stands once it is live. What to come back to is written at sign-off.')

export type GuardAlert = 'alone-with-one-pupil' | 'second-adult-gone' | 'no-second-adult'

/**
 * Clause staff.second-adult: what must be on screen at once, or null. An adult alone with one pupil, and one whose
 * second adult has gone, can't be missed (`isLoud`); a lesson that never had a second adult is told quietly.
 */
export function guardAlert(facts: LessonFacts): GuardAlert | null {
  const isOpen = facts.state === 'live' || facts.state === 'admitting'
  const isBackAtChecks = facts.state === 'preparing' && facts.present > 0
  if (facts.secondAdultIn || !(isOpen || isBackAtChecks)) return null
  if (facts.present === 1) return 'alone-with-one-pupil'
  return facts.secondAdultGone && facts.present > 0 ? 'second-adult-gone' : 'no-second-adult'
}

export const isLoud = (alert: GuardAlert | null): boolean => alert !== null && alert !== 'no-second-adult'

/** States in which taps are taken. */
export const takesTaps = (state: LessonState): boolean => state === 'live'

/** Whether the teacher has signed it, and not opened it again since. */
export const isSignedOff = ({ state }: { state: LessonState }): boolean =>
  state === 'signed-off' || state === 'exported'

/** When being late begins: a lesson that opens early still starts at its planned time. Null before it is live. */
export const startOf = (liveAt: number | null, startsAt: number): number | null =>
  liveAt === null ? null : Math.max(liveAt, startsAt)
