import type { LessonFacts } from '../../../shared/domain/lesson.ts'
import { clockTime, relativeToNow } from '../../../shared/domain/times.ts'

const small = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** `nine`, and from thirteen on the figures. */
export const countInWords = (count: number): string => small[count] ?? String(count)

/** `09:30 · in 8 minutes`; far from now the time of the clock is enough. */
export function startInWords(startsAt: number, now: number): string {
  const away = relativeToNow(startsAt, now)
  return away.startsWith('at ') ? clockTime(startsAt) : `${clockTime(startsAt)} · ${away}`
}

/** What is needed before the lesson can go on, in one line; `isOpen`: the next step is allowed already. */
export function nextNeed(facts: LessonFacts, checks: number, isOpen: boolean): string {
  const open = facts.openChecks.length
  if (open > 0) return `Admitting opens when ${whatIsLeft(open, checks)} answered.`
  if (!facts.secondAdultIn && !isOpen) return 'Admitting opens when two pupils are waiting.'
  if (facts.waiting > 0) return 'Admit them in the meeting and here at the same moment.'
  if (facts.present > 0) return 'Start the lesson when everybody you expect is in.'
  return 'Paste or tick who is in the waiting room.'
}

function whatIsLeft(open: number, checks: number): string {
  if (checks === 1) return 'the check is'
  if (open === checks) return checks === 2 ? 'both checks are' : `all ${countInWords(checks)} are`
  return open === 1 ? 'the last one is' : `all ${countInWords(checks)} are`
}

/** What becomes of the checks that were passed over. */
export const exceptionsInWords = (count: number): string =>
  `${count === 1 ? '1 check' : `${count} checks`} passed over; a leader will see why.`

/** Reasons that come up often, to save typing. */
export const usualReasons = {
  word: ['Not needed in this lesson', 'Done another way'],
  'second-adult': ['Nobody is free today', 'They will join later'],
} as const
