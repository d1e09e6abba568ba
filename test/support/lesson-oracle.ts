import type { LessonEvent } from '../../shared/domain/events.ts'
import type { LessonState } from '../../shared/domain/lesson.ts'

/**
 * A second opinion on a lesson's log, written from the school's policy alone: who is in, who waits, which adult is
 * there, what is answered. It shares no code with the rules it judges, so a slip in them is not repeated here.
 */
export type Happened = {
  state: LessonState
  adult: string | null
  inside: ReadonlySet<string>
  waiting: ReadonlySet<string>
  answered: ReadonlySet<string>
  /** When the meeting ended for those still in, UTC ms; null while it goes on. */
  endedAt: number | null
}

export function whatHappened(log: readonly LessonEvent[]): Happened {
  const takenBack = new Set<string>()
  for (const event of log) if (event.kind === 'revoked') takenBack.add(event.revokes)
  const inside = new Set<string>()
  const waiting = new Set<string>()
  const answered = new Set<string>()
  let state: LessonState = 'planned'
  let adult: string | null = null
  let endedAt: number | null = null
  for (const event of inLogOrder(log)) {
    if (takenBack.has(event.id)) continue
    switch (event.kind) {
      case 'moved':
        if (event.value.to === 'ended' && state === 'live') endedAt = event.at
        if (event.value.to === 'live') endedAt = null
        state = event.value.to
        break
      case 'check-answered':
        if (event.value.answer === 'open') answered.delete(event.value.item)
        else answered.add(event.value.item)
        break
      case 'second-adult-joined':
        adult = event.value.staffId
        break
      case 'second-adult-left':
        adult = null
        break
      case 'waiting':
        if (event.value.waiting) waiting.add(event.pupilId)
        else waiting.delete(event.pupilId)
        break
      case 'admitted':
        inside.add(event.pupilId)
        waiting.delete(event.pupilId)
        break
      case 'left':
        inside.delete(event.pupilId)
        break
      default:
    }
  }
  return { state, adult, inside, waiting, answered, endedAt }
}

/** By time, then by id: what every computer reads the log in. A log is nearly in order, so this is nearly free. */
function inLogOrder(log: readonly LessonEvent[]): readonly LessonEvent[] {
  const isInOrder = log.every((event, index) => {
    const before = log[index - 1]
    return !before || before.at < event.at || (before.at === event.at && before.id < event.id)
  })
  return isInOrder ? log : log.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

type Judged = {
  before: readonly LessonEvent[]
  /** What had happened by then. */
  already: Happened
  act: readonly LessonEvent[]
  /** Ids of the checks that have to be answered. */
  required: readonly string[]
}

const isSigned = (state: LessonState): boolean => state === 'signed-off' || state === 'exported'

/** What the policy forbids in an act that the rules have taken, in words; null when there is nothing. */
export function forbidden(judged: Judged, now: Happened): string | null {
  const { act } = judged
  const isQuiet =
    !isSigned(judged.already.state) && act.every(({ kind }) => kind !== 'moved' && kind !== 'admitted')
  if (isQuiet) return null
  const together = inLogOrder(act)
  const corrections = together.filter(({ kind }) => kind === 'revoked')
  for (const [index, event] of together.entries()) {
    const log = [...judged.before, ...together.slice(0, index)]
    const before = index === 0 ? judged.already : whatHappened(log)
    if (isSigned(before.state) && event.kind !== 'moved') {
      return `${event.kind} after the signature`
    }
    const wrong =
      event.kind === 'admitted' && !before.inside.has(event.pupilId)
        ? forbiddenAdmission(before, whatHappened([...log, ...corrections]), now, together)
        : event.kind === 'moved' && event.value.to === 'admitting'
          ? forbiddenOpening(before, judged.required)
          : null
    if (wrong !== null) return wrong
  }
  return null
}

/**
 * Clause staff.second-adult, strictly. What is written together happens together: those the act lets in count for one
 * another. Both then and when all of the act is done either the second adult is there or two pupils are in. An adult
 * who was only marked as gone, as the same act says, was there.
 */
function forbiddenAdmission(
  before: Happened,
  corrected: Happened,
  now: Happened,
  together: readonly LessonEvent[],
): string | null {
  if (!['admitting', 'live'].includes(before.state)) return `a pupil let in while ${before.state}`
  const comingIn = together.flatMap((event) => (event.kind === 'admitted' ? [event.pupilId] : []))
  const there = new Set([...before.inside, ...comingIn]).size
  if (corrected.adult === null && there < 2) return `let in to one adult alone: ${there} in`
  const left = now.inside.size
  return now.adult === null && left < 2 ? `let in, and with one adult alone at once: ${left} in` : null
}

function forbiddenOpening(before: Happened, required: readonly string[]): string | null {
  const open = required.filter((item) => !before.answered.has(item))
  if (open.length > 0) return `admitting opened with ${open.join(', ')} open`
  const there = new Set([...before.inside, ...before.waiting]).size
  return before.adult !== null || there >= 2
    ? null
    : `admitting opened with ${there} there and no second adult`
}
