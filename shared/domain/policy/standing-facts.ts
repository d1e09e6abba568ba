import { z } from 'zod'
import type { CheckStanding } from '../checks.ts'
import type { LessonState } from '../lesson.ts'
import type { Pack } from '../packs.ts'
import type { School } from '../school.ts'
import type { LessonTally } from '../tally.ts'
import type { SchoolDate } from '../times.ts'

/**
 * How a clause stands today: kept, still to do, in need of attention, to come in a later part of the app, or nothing to
 * say of a single day.
 */
export const standing = z.object({
  tone: z.enum(['good', 'open', 'warn', 'planned', 'none']),
  words: z.string(),
})
export type Standing = z.infer<typeof standing>

/** A lesson of today with its checks, in the wording it is held to, and what happened in it. `endsAt` is UTC ms. */
export type LessonOfToday = {
  className: string
  subject: string
  endsAt: number
  outsideTimetable?: string | undefined
  state: LessonState
  checks: readonly CheckStanding[]
  tally: LessonTally
}

/** All that the standing of a day is told from. `now` is UTC ms. */
export type PolicyFacts = {
  now: number
  today: SchoolDate
  lessons: readonly LessonOfToday[]
  school: Pick<School, 'safeguarding' | 'policyAdopted' | 'policyReview'>
  /** How many of the staff teach or help in lessons, and who of them is without what they need, by name. */
  staff: { count: number; untrained: readonly string[]; conductOpen: readonly string[] }
  /** Whether it is told to a leader: to others no colleague is named. */
  toLeader: boolean
  pupils: { optedOut: number; difficulties: number; unhelped: number }
  /** The week's pack of each class with a lesson today, and how many who take part have not got it. */
  packs: readonly { className: string; pack: Pack | null; without: number }[]
}
