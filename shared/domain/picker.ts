import type { Entry } from './events.ts'
import { createRandom } from './example-school/random.ts'
import { type LessonTally, type PupilTally, pupilTally } from './tally.ts'

/** Whose turn it is. `left`: how many more have a turn to come in this round. */
export type Turn = { pupilId: string; round: number; left: number }

export type PickerFacts = {
  /** The lesson's log with what is on its way to it; `tally` is what it adds up to. */
  entries: readonly Entry[]
  tally: LessonTally
  /** The pupils of the lesson; who may be picked of them says the log. */
  pupilIds: readonly string[]
  /** Sets the order. One of its own for each lesson and adult, so that two who pick at once rarely pick the same child. */
  seed: string
}

/** Nobody is put on the spot who is not in the meeting, or whose camera is off by agreement. */
const mayBePicked = ({ present, camera }: PupilTally): boolean => present && camera !== 'off-by-agreement'

/**
 * Whose turn is next: everybody has one before anybody has a second. A round is an order drawn from the seed; who comes
 * in late joins it, and whoever's turn was given back ("not now", or undone) comes last in it. A round never begins
 * with the pupil the one before ended with, while there is another. Null when nobody may be picked.
 */
export function pickNext(facts: PickerFacts): Turn | null {
  const { round, pickedIds } = facts.tally.picking
  const eligible = facts.pupilIds.filter((id) => mayBePicked(pupilTally(facts.tally, id)))
  const waiting = eligible.filter((id) => !pickedIds.includes(id))
  if (waiting.length > 0) return firstOf(waiting, round, facts)
  const others = eligible.filter((id) => id !== pickedIds.at(-1))
  const first = firstOf(others.length > 0 ? others : eligible, round + 1, facts)
  return first && { ...first, left: eligible.length - 1 }
}

function firstOf(pupilIds: readonly string[], round: number, { entries, seed }: PickerFacts): Turn | null {
  const passes = countPasses(entries, round)
  const [first] = pupilIds
    .map((id) => ({ id, passes: passes.get(id) ?? 0, drawn: createRandom(`${seed}:${round}:${id}`)() }))
    .toSorted((a, b) => a.passes - b.passes || a.drawn - b.drawn || (a.id < b.id ? -1 : 1))
  return first ? { pupilId: first.id, round, left: pupilIds.length - 1 } : null
}

/** How often each pupil's turn was given back in a round. */
function countPasses(entries: readonly Entry[], round: number): Map<string, number> {
  const revoked = new Set(entries.flatMap((entry) => (entry.kind === 'revoked' ? [entry.revokes] : [])))
  const passes = new Map<string, number>()
  for (const entry of entries) {
    if (entry.kind !== 'picked' || entry.value.round !== round || !revoked.has(entry.id)) continue
    passes.set(entry.pupilId, (passes.get(entry.pupilId) ?? 0) + 1)
  }
  return passes
}

/** How many more have a turn to come in the running round. */
export const leftInRound = (lesson: LessonTally, pupilIds: readonly string[]): number =>
  pupilIds.filter((id) => mayBePicked(pupilTally(lesson, id)) && !lesson.picking.pickedIds.includes(id))
    .length
