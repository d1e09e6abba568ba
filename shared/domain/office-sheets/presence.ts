import { type LessonEvent, pupilOf, standing } from '../events.ts'
import { minutesBetween } from '../times.ts'

/** A time in the meeting, UTC ms; `until` is null while it lasts. */
export type Stay = { from: number; until: number | null }

/** Each event once, undone ones left out, in the log's order: two computers' logs may hold the same event. */
export const standingOnce = (events: readonly LessonEvent[]): LessonEvent[] =>
  standing([...new Map(events.map((event) => [event.id, event])).values()])

/** When a pupil was in the meeting: from each admission until they left, or on if they did not. */
export function staysOf(events: readonly LessonEvent[], pupilId: string): Stay[] {
  const stays: Stay[] = []
  for (const event of standingOnce(events)) {
    if (pupilOf(event) !== pupilId) continue
    const current = stays.at(-1)
    const isIn = current?.until === null
    if (event.kind === 'admitted' && !isIn) stays.push({ from: event.at, until: null })
    if (event.kind === 'left' && current && isIn) current.until = event.value.at ?? event.at
  }
  return stays
}

/**
 * Whole minutes a pupil was in the meeting, up to the lesson's end (`endedAt`, UTC ms), times of coming back added up.
 * Null where it cannot be known: never admitted, no end recorded, or marked as left only after the end (a mark made
 * at signing off says that they left early, not when).
 */
export function minutesPresent(
  events: readonly LessonEvent[],
  pupilId: string,
  endedAt: number | null,
): number | null {
  const stays = staysOf(events, pupilId)
  if (stays.length === 0 || endedAt === null) return null
  if (stays.some(({ until }) => until !== null && until > endedAt)) return null
  const total = stays.reduce((sum, { from, until }) => sum + Math.max(0, (until ?? endedAt) - from), 0)
  return minutesBetween(0, total)
}

/** When a pupil left for good before the end; `at` is null where only the fact is known. Null: stayed. */
export function earlyLeave(
  events: readonly LessonEvent[],
  pupilId: string,
  endedAt: number | null,
): { at: number | null } | null {
  const leftAt = staysOf(events, pupilId).at(-1)?.until ?? null
  if (leftAt === null) return null
  return { at: endedAt !== null && leftAt > endedAt ? null : leftAt }
}

/** Who the second adult was and when (clause staff.second-adult); one who stayed leaves with the lesson's end. */
export type SecondAdultStay = { staffId: string; joinedAt: number; leftAt: number | null }

export function secondAdultStays(events: readonly LessonEvent[], endedAt: number | null): SecondAdultStay[] {
  const stays: SecondAdultStay[] = []
  const close = (at: number | null) => {
    const current = stays.at(-1)
    if (current) current.leftAt ??= at
  }
  for (const event of standingOnce(events)) {
    if (event.kind === 'second-adult-left') close(event.at)
    if (event.kind !== 'second-adult-joined') continue
    const current = stays.at(-1)
    if (current?.leftAt === null && current.staffId === event.value.staffId) continue
    close(event.at)
    stays.push({ staffId: event.value.staffId, joinedAt: event.at, leftAt: null })
  }
  close(endedAt)
  return stays
}
