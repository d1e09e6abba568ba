import type { CheckStanding } from '../../../shared/domain/checks.ts'
import type { LessonFacts } from '../../../shared/domain/lesson.ts'
import type { CameraProblem } from '../../lib/camera.ts'
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

/** How many checks there are, how many of them have to be answered, and how many optional ones are open. */
export type CheckCounts = { all: number; required: number; optionalOpen: number }

export function countChecks(standing: readonly CheckStanding[]): CheckCounts {
  const optional = standing.filter(({ required }) => !required)
  return {
    all: standing.length,
    required: standing.length - optional.length,
    optionalOpen: optional.filter(({ answer }) => answer === null).length,
  }
}

/** What is needed before the lesson can go on, in one line; `isOpen`: the next step is allowed already. */
export function nextNeed(facts: LessonFacts, checks: CheckCounts, isOpen: boolean): string {
  const open = facts.openChecks.length
  if (open > 0) return `Admitting opens when ${whatIsLeft(open, checks)} answered.`
  if (checks.optionalOpen > 0 && facts.state !== 'admitting') return optionalLeft(checks.optionalOpen)
  if (!facts.secondAdultIn && !isOpen) return 'Admitting opens when two pupils are waiting.'
  if (facts.waiting > 0) return 'Admit them in the meeting and here at the same moment.'
  if (facts.present > 0) return 'Start the lesson when everybody you expect is in.'
  return 'Paste or tick who is in the waiting room.'
}

function whatIsLeft(open: number, { all, required }: CheckCounts): string {
  if (all > required) return requiredLeft(open, required)
  if (all === 1) return 'the check is'
  if (open === all) return all === 2 ? 'both checks are' : `all ${countInWords(all)} are`
  return open === 1 ? 'the last one is' : `all ${countInWords(all)} are`
}

function requiredLeft(open: number, required: number): string {
  if (open === 1) return required === 1 ? 'the required one is' : 'the last required one is'
  return required === 2 ? 'both required ones are' : `all ${countInWords(required)} required ones are`
}

const optionalLeft = (open: number): string =>
  open === 1 ? 'The check left is optional.' : `The ${countInWords(open)} left are optional.`

/** What becomes of the checks that were passed over. */
export const exceptionsInWords = (count: number): string =>
  `${count === 1 ? '1 check' : `${count} checks`} passed over; a leader will see why.`

/** Reasons that come up often, to save typing. */
export const usualReasons = {
  word: ['Not needed in this lesson', 'Done another way'],
  camera: ['Not needed in this lesson', 'Camera stays off today'],
  'second-adult': ['Nobody is free today', 'They will join later'],
} as const

const WITHOUT = 'You can answer without it: look at your picture in the meeting instead, then confirm.'

/** What happened to the camera, and that it goes without. */
export const cameraProblems: Record<CameraProblem, { title: string; advice: string }> = {
  missing: { title: 'No camera was found', advice: WITHOUT },
  busy: { title: 'Another program is using the camera', advice: `Probably the meeting. ${WITHOUT}` },
  refused: {
    title: 'This computer does not allow the camera here',
    advice: `Its privacy settings or school IT can change that. ${WITHOUT}`,
  },
  ended: { title: 'The camera stopped', advice: `It was unplugged or switched off. ${WITHOUT}` },
  failed: { title: 'The camera could not be opened', advice: WITHOUT },
}
