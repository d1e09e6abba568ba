import { z } from 'zod'

/** What the app can look at by itself, each for one check (see sightings.ts). */
export const sightKinds = [
  'device',
  'account',
  'timetable',
  'training',
  'conduct',
  'resources',
  'intention',
] as const
export type SightKind = (typeof sightKinds)[number]

/**
 * How a check is answered: by the teacher's word, by the teacher's word beside a picture of the camera, by naming the
 * second adult, or by what the app sees for itself (`sees` says what it looks at).
 */
export const checkKinds = ['word', 'camera', 'second-adult', 'seen'] as const

/** Longest wording of a check, in letters: what fits on one screen at arm's length. */
export const wordingLimits = { title: 40, question: 80, detail: 200, confirm: 40 } as const
export const MOST_CHECKS = 30

const words = (longest: number) => z.string().trim().min(1).max(longest)

/** One check before pupils are let in. `clause` is the entry of the school's policy it carries out. */
export const checkItem = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    clause: z.string().max(40),
    kind: z.enum(checkKinds),
    sees: z.enum(sightKinds).optional(),
    /** One that is not required may be passed over without a reason. */
    required: z.boolean().default(true),
    title: words(wordingLimits.title),
    question: words(wordingLimits.question),
    detail: words(wordingLimits.detail),
    confirm: words(wordingLimits.confirm),
  })
  .refine(
    ({ kind, sees }) => (kind === 'seen') === (sees !== undefined),
    'A check that is seen says by what.',
  )
export type CheckItem = z.infer<typeof checkItem>

export const checkItems = z
  .array(checkItem)
  .min(1)
  .max(MOST_CHECKS)
  .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'Each check stands once.')

/** A wording of the school's checks. Evidence stays with the version it was given under. */
export const checklist = z.object({ version: z.number().int().min(1), items: checkItems })
export type Checklist = z.infer<typeof checklist>

export type CheckAnswer = {
  answer: 'done' | 'not-applicable'
  /** Why it was passed over; always there for a required check that is not applicable. */
  reason?: string
  /** How the app or the teacher knows, in words. */
  evidence?: string
  /** The app answered by itself, from what it saw. */
  isSeen: boolean
  /** Who was at the computer. */
  by: string
  at: number
}

export type CheckStanding = CheckItem & { answer: CheckAnswer | null }

/** The checklist with each item's present answer. */
export const standingOf = (
  items: readonly CheckItem[],
  answers: ReadonlyMap<string, CheckAnswer>,
): CheckStanding[] => items.map((item) => ({ ...item, answer: answers.get(item.id) ?? null }))

/** The way past a check: with a reason, or none where it is optional. */
export const passOverWords = ({ required }: Pick<CheckItem, 'required'>): string =>
  required ? 'Not applicable' : 'Skip'

/** An optional check the teacher went past: nobody has to say why, and nobody has to read it. */
export const isSkipped = ({ answer, required }: CheckStanding): boolean =>
  answer?.answer === 'not-applicable' && !required && answer.reason === undefined

/** Checks passed over that a leader sees: required ones, and any with a reason. */
export const exceptionsAmong = (standing: readonly CheckStanding[]): CheckStanding[] =>
  standing.filter((check) => check.answer?.answer === 'not-applicable' && !isSkipped(check))

/** Position of the check to ask next: the first open one after `from`, else the first open one, else null. */
export function nextOpen(standing: readonly CheckStanding[], from: number): number | null {
  const open = standing.flatMap((check, index) => (check.answer === null ? [index] : []))
  return open.find((index) => index > from) ?? open[0] ?? null
}
