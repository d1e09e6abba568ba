import { z } from 'zod'
import { id } from './ids.ts'
import { lesson, lessonState } from './lesson.ts'
import { minutes } from './times.ts'

/** A lesson as it stands on Today: what it is, where in its life, what is missing. */
export const lessonCard = lesson.extend({
  state: lessonState,
  checksAnswered: z.number().int(),
  checksTotal: z.number().int(),
  secondAdultNamed: z.boolean(),
  pupilCount: z.number().int(),
  /** Incidents of a signed lesson of which nobody has said what happened (staff.escalate). */
  incidentsToDescribe: z.number().int(),
  /** Signed, and in the files made for an e-mail to the office as it stands now. */
  isMailed: z.boolean().optional(),
})
export type LessonCard = z.infer<typeof lessonCard>

/** A pack of the week that is not approved, or that some pupils are without (head.packs, head.pack-receipt). */
export const packOpen = z.object({
  classId: id,
  className: z.string(),
  isApproved: z.boolean(),
  /** Labels of the pupils without. */
  without: z.array(z.string()),
})
export type PackOpen = z.infer<typeof packOpen>

/** The one big next step of a card, by the state of its lesson. */
export const nextStep: Record<
  LessonCard['state'],
  { label: string; opens: 'checklist' | 'live' | 'sign-off' }
> = {
  planned: { label: 'Get ready', opens: 'checklist' },
  preparing: { label: 'Get ready', opens: 'checklist' },
  admitting: { label: 'Admit pupils', opens: 'checklist' },
  live: { label: 'Back to the lesson', opens: 'live' },
  ended: { label: 'Sign off', opens: 'sign-off' },
  'signed-off': { label: 'View', opens: 'sign-off' },
  exported: { label: 'View', opens: 'sign-off' },
}

const isBefore = ({ state }: LessonCard): boolean => state === 'planned' || state === 'preparing'

/** How soon a lesson begins when it comes before signing off another. */
const SOON = minutes(15)

/**
 * The card to do something about now: a lesson under way, else one that begins soon, else one to sign off, else the
 * next one of the day.
 * Null when the day is done.
 */
export function focusOf(cards: readonly LessonCard[], now: number): LessonCard | null {
  return (
    cards.find((card) => card.state === 'live') ??
    cards.find((card) => card.state === 'admitting') ??
    cards.find((card) => isBefore(card) && card.startsAt - now <= SOON && card.endsAt > now) ??
    cards.find((card) => card.state === 'ended') ??
    cards.find((card) => isBefore(card) && card.endsAt > now) ??
    null
  )
}
