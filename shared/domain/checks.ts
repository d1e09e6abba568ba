import { z } from 'zod'

/**
 * One check before pupils are let in. `kind` says how it is answered: by the teacher's word, or by naming the second
 * adult. `clause` is the entry of the school's policy it carries out.
 */
export const checkItem = z.object({
  id: z.string().regex(/^[a-z][a-z-]{1,39}$/),
  clause: z.string(),
  kind: z.enum(['word', 'second-adult']),
  title: z.string().min(1).max(40),
  question: z.string().min(1).max(80),
  detail: z.string().min(1).max(200),
  confirm: z.string().min(1).max(40),
})
export type CheckItem = z.infer<typeof checkItem>

export const checkItems = z.array(checkItem).min(1).max(30)

export type CheckAnswer = {
  answer: 'done' | 'not-applicable'
  /** Why it was passed over; always there for not-applicable. */
  reason?: string
  at: number
}

export type CheckStanding = CheckItem & { answer: CheckAnswer | null }

/** The checklist with each item's present answer. */
export const standingOf = (
  items: readonly CheckItem[],
  answers: ReadonlyMap<string, CheckAnswer>,
): CheckStanding[] => items.map((item) => ({ ...item, answer: answers.get(item.id) ?? null }))

/** Checks passed over with a reason: what the leader sees. */
export const exceptionsAmong = (standing: readonly CheckStanding[]): CheckStanding[] =>
  standing.filter((check) => check.answer?.answer === 'not-applicable')

/** Position of the check to ask next: the first open one after `from`, else the first open one, else null. */
export function nextOpen(standing: readonly CheckStanding[], from: number): number | null {
  const open = standing.flatMap((check, index) => (check.answer === null ? [index] : []))
  return open.find((index) => index > from) ?? open[0] ?? null
}
