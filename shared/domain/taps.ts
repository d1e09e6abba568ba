import { inOrder, type LessonEvent, undoable } from './events.ts'

/** One act as the list of last taps shows it: what one tap or key did, and whether it still stands. */
export type Tap = {
  /** UTC ms. */
  at: number
  actorId: string
  /** What was done, in order; of a tap that was taken back in part, what still stands. */
  events: readonly LessonEvent[]
  /** Who took it back and when; null while it stands. */
  takenBack: { at: number; actorId: string } | null
}

/** The last acts of a lesson that can be taken back, or were, by whomever: newest first. */
export function lastTaps(events: readonly LessonEvent[], most: number): Tap[] {
  const revokedBy = new Map<string, LessonEvent>()
  for (const event of events) if (event.kind === 'revoked') revokedBy.set(event.revokes, event)
  const acts = new Map<string, LessonEvent[]>()
  for (const event of events.toSorted(inOrder)) {
    if (!undoable.has(event.kind)) continue
    const key = `${String(event.at)} ${event.actorId} ${event.deviceId}`
    acts.set(key, [...(acts.get(key) ?? []), event])
  }
  return [...acts.values()]
    .slice(-most)
    .toReversed()
    .map((act) => tapOf(act, revokedBy))
}

function tapOf(act: readonly LessonEvent[], revokedBy: ReadonlyMap<string, LessonEvent>): Tap {
  const standing = act.filter(({ id }) => !revokedBy.has(id))
  const [first] = act
  const revocation = first && standing.length === 0 ? revokedBy.get(first.id) : undefined
  return {
    at: first?.at ?? 0,
    actorId: first?.actorId ?? '',
    events: standing.length === 0 ? act : standing,
    takenBack: revocation ? { at: revocation.at, actorId: revocation.actorId } : null,
  }
}
