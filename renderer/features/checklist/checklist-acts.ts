import type { CheckStanding } from '../../../shared/domain/checks.ts'
import type { LessonTally } from '../../../shared/domain/tally.ts'
import type { NewEntry } from '../../../shared/domain/events.ts'

/** What each key of the checklist writes. An act with nothing to write is empty. */

export function confirmed(check: CheckStanding): NewEntry[] {
  if (check.answer?.answer === 'done') return []
  return [{ kind: 'check-answered', value: { item: check.id, answer: 'done' } }]
}

export function passedOver(check: CheckStanding, reason: string, lesson: LessonTally): NewEntry[] {
  return [{ ...pastIt(check), text: reason }, ...whoLeaves(check, lesson)]
}

/** An optional check needs no reason; one that was passed over already stays so. */
export const skipped = (check: CheckStanding): NewEntry[] =>
  check.answer?.answer === 'not-applicable' ? [] : [pastIt(check)]

const pastIt = ({ id }: CheckStanding) =>
  ({ kind: 'check-answered', value: { item: id, answer: 'not-applicable' } }) satisfies NewEntry

export function secondAdultNamed(check: CheckStanding, staffId: string, lesson: LessonTally): NewEntry[] {
  const answered = confirmed(check)
  if (lesson.secondAdultId === staffId) return answered
  const left: NewEntry[] = lesson.secondAdultId === null ? [] : [{ kind: 'second-adult-left', value: {} }]
  return [...answered, ...left, { kind: 'second-adult-joined', value: { staffId } }]
}

/** A check of the second adult that is done no more takes whoever was in with it. */
const whoLeaves = ({ kind }: CheckStanding, { secondAdultId }: LessonTally): NewEntry[] =>
  kind === 'second-adult' && secondAdultId !== null ? [{ kind: 'second-adult-left', value: {} }] : []

/** Takes an answer back, and with it the second adult it named. */
export function opened(check: CheckStanding, lesson: LessonTally): NewEntry[] {
  const answered: NewEntry = { kind: 'check-answered', value: { item: check.id, answer: 'open' } }
  return [answered, ...whoLeaves(check, lesson)]
}

export const ticked = (pupilIds: readonly string[], waiting: boolean): NewEntry[] =>
  pupilIds.map((pupilId) => ({ kind: 'waiting', pupilId, value: { waiting } }))

/** Lets pupils in as one act, opening admitting first where it is not open yet. */
export function admitted(pupilIds: readonly string[], lesson: LessonTally): NewEntry[] {
  const opening: NewEntry[] =
    lesson.state === 'preparing' ? [{ kind: 'moved', value: { to: 'admitting' } }] : []
  return [...opening, ...pupilIds.map((pupilId): NewEntry => ({ kind: 'admitted', pupilId, value: {} }))]
}
