import { inOrder, type LessonEvent, pupilOf, standing } from './events.ts'
import { addUp, type LessonTally, nothingYet } from './tally.ts'

/**
 * A lesson's log with what it adds up to: a value, and the same for the same events, whichever way they came. What
 * comes after all that is in it is added on, so that a tap late in a long lesson costs no more than the first.
 */
export type LessonLog = {
  /** In the log's order, each once. */
  events: readonly LessonEvent[]
  tally: LessonTally
  /** The ids of those taken back. */
  revoked: ReadonlySet<string>
  /** The pupils who are in it, also where all that was said of them was taken back. */
  pupilIds: ReadonlySet<string>
}

export const emptyLog: LessonLog = { events: [], tally: nothingYet, revoked: new Set(), pupilIds: new Set() }

/** A log with events added: those it has already are left out, and where there are no others it is the same log. */
export function extendLog(log: LessonLog, events: readonly LessonEvent[]): LessonLog {
  const fresh = events.length === 0 ? [] : freshAmong(log, events)
  const [first] = fresh
  if (!first) return log
  const last = log.events.at(-1)
  if (last && inOrder(last, first) > 0) return readAgain(log, fresh)
  const takenBack = new Set(fresh.flatMap((event) => (event.kind === 'revoked' ? [event.revokes] : [])))
  const before = takenBack.size === 0 ? log : takeBack(log, takenBack)
  if (!before) return readAgain(log, fresh)
  const stands = fresh.filter(({ kind, id }) => kind !== 'revoked' && !before.revoked.has(id))
  return {
    ...before,
    events: [...log.events, ...fresh],
    tally: addUp(before.tally, stands),
    pupilIds: withPupilsOf(log.pupilIds, fresh),
  }
}

function withPupilsOf(known: ReadonlySet<string>, events: readonly LessonEvent[]): ReadonlySet<string> {
  const others = events.flatMap((event) => pupilOf(event) ?? []).filter((id) => !known.has(id))
  return others.length === 0 ? known : new Set([...known, ...others])
}

/** Those a log does not have, in order, each once. */
function freshAmong(log: LessonLog, events: readonly LessonEvent[]): LessonEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  for (const { id } of log.events) byId.delete(id)
  return [...byId.values()].toSorted(inOrder)
}

/**
 * A log as it is once events of those ids are taken back: only their pupils are added up again. Null where one of
 * them says something of the whole lesson.
 */
function takeBack(log: LessonLog, ids: ReadonlySet<string>): LessonLog | null {
  const revoked = new Set([...log.revoked, ...ids])
  const changed = log.events.filter(({ kind, id }) => kind !== 'revoked' && ids.has(id))
  if (changed.some((event) => pupilOf(event) === null || event.kind === 'picked')) return null
  const pupilIds = new Set(changed.map(pupilOf))
  const theirs = log.events.filter(
    (event) => pupilIds.has(pupilOf(event)) && event.kind !== 'revoked' && !revoked.has(event.id),
  )
  const others = [...log.tally.pupils].filter(([id]) => !pupilIds.has(id))
  const { pupils } = addUp({ ...nothingYet, pupils: new Map(others) }, theirs)
  return { ...log, revoked, tally: { ...log.tally, pupils } }
}

function readAgain(log: LessonLog, fresh: readonly LessonEvent[]): LessonLog {
  const events = [...log.events, ...fresh].toSorted(inOrder)
  const revoked = events.flatMap((event) => (event.kind === 'revoked' ? [event.revokes] : []))
  return {
    events,
    tally: addUp(nothingYet, standing(events)),
    revoked: new Set(revoked),
    pupilIds: withPupilsOf(log.pupilIds, fresh),
  }
}
