import type { LadderStep } from './behaviours.ts'

/** Where a step's tap takes a pupil who has had so many: one further, or to the place it names; never down. */
export const placeAfter = (steps: number, toStep: number | undefined): number =>
  Math.max(steps + 1, toStep ?? 0)

/** The step of the school's ladder a pupil stands on; beyond its end they stay on the last. Null: on none. */
function standingOn(
  ladder: readonly LadderStep[],
  steps: number,
): { name: string; place: number; of: number } | null {
  const place = Math.min(steps, ladder.length)
  const step = ladder[place - 1]
  return step ? { name: step.name, place, of: ladder.length } : null
}

/** The name of the step a pupil stands on; empty on none. */
export const stepName = (ladder: readonly LadderStep[], steps: number): string =>
  standingOn(ladder, steps)?.name ?? ''

/** `Warning (2 of 4)`; empty on no step. */
export function stepInWords(ladder: readonly LadderStep[], steps: number): string {
  const on = standingOn(ladder, steps)
  return on ? `${on.name} (${String(on.place)} of ${String(on.of)})` : ''
}

/**
 * Whether a step's tap raises an incident: the pupil comes to a step that reaches a leader (clause staff.escalate), or
 * stands beyond it and none was raised yet, as when two adults stepped at once. One that was raised is not raised twice.
 */
export function raisesIncident(
  ladder: readonly LadderStep[],
  before: { steps: number; hasReachedLeader: boolean },
  toStep: number | undefined,
): boolean {
  if (before.hasReachedLeader) return false
  const first = ladder.findIndex(({ reachesLeader }) => reachesLeader) + 1
  return first > 0 && placeAfter(before.steps, toStep) >= first
}
