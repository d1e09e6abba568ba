import type { Behaviour } from './behaviours.ts'
import type { CheckItem } from './checks.ts'
import { type Entry, inOrder, type LessonEvent, pupilOf, revocable } from './events.ts'
import {
  allowed,
  type LessonFacts,
  type LessonState,
  mayAdmit,
  mayHaveAdmitted,
  mayMove,
  refused,
  takesTaps,
  type Verdict,
} from './lesson.ts'
import { emptyLog, extendLog, type LessonLog } from './lesson-log.ts'
import { factsOf, type LessonTally, pupilTally } from './tally.ts'

/** What an act is judged against: the lesson's log so far, its checks and who is in its class. */
export type LessonRecord = {
  events: readonly LessonEvent[]
  /** The same events added up, where that is at hand. */
  log?: LessonLog
  items: readonly CheckItem[]
  pupilIds: readonly string[]
  /** Those of the class who do not take part (parent.opt-out). */
  optedOutIds: readonly string[]
  /** The school's behaviours: what may be awarded, for how many points. */
  behaviours: readonly Behaviour[]
  /** Staff who may be the second adult: everyone but the one who teaches. */
  secondAdultIds: readonly string[]
}

/**
 * Whether a person's act (one tap, one key: entries written together or not at all) may go into the log now.
 * Every entry is judged as if those before it in the act had happened, so an act can move a lesson and admit at once.
 * Entries are taken in the log's order, whichever way they were sent: what is judged is what will be read.
 */
export function mayRecord(record: LessonRecord, act: readonly LessonEvent[]): Verdict {
  let log = record.log ?? extendLog(emptyLog, record.events)
  const factsNow = () => factsOf(log.tally, record.items, record.pupilIds, record.optedOutIds)
  let judged: LessonEvent[] = []
  for (const one of act.toSorted(inOrder)) {
    // Most acts are one entry, which nothing comes after: then nothing is added up.
    log = extendLog(log, judged)
    judged = [one]
    const known = knownToClass(record, one)
    if (!known.ok) return known
    const standing = keepsOptOut(record, one)
    if (!standing.ok) return standing
    const verdict =
      one.kind === 'admitted'
        ? mayAdmit(factsNow(), pupilsComingIn(log.tally, act))
        : judge(record, log, one, factsNow, act)
    if (!verdict.ok) return verdict
  }
  if (!act.some(({ kind }) => kind === 'admitted')) return allowed
  log = extendLog(log, judged)
  return mayHaveAdmitted(factsNow())
}

/** How many pupils an act lets in who are not in already: one pupil named twice is one pupil. */
function pupilsComingIn(lesson: LessonTally, act: readonly LessonEvent[]): number {
  const named = act.flatMap((one) => (one.kind === 'admitted' ? [one.pupilId] : []))
  return new Set(named.filter((pupilId) => !pupilTally(lesson, pupilId).present)).size
}

function knownToClass(record: LessonRecord, one: Entry): Verdict {
  const pupilId = pupilOf(one)
  return pupilId === null || record.pupilIds.includes(pupilId)
    ? allowed
    : refused('That pupil is not in the class of this lesson.')
}

/** Clause parent.opt-out: who does not take part is never waiting, never let in and never absent. */
function keepsOptOut({ optedOutIds }: LessonRecord, one: Entry): Verdict {
  const pupilId = pupilOf(one)
  if (pupilId === null || !optedOutIds.includes(pupilId)) return allowed
  const isWaiting = one.kind === 'waiting' && one.value.waiting
  if (isWaiting || one.kind === 'admitted') {
    return refused('That pupil does not take part in live lessons, as their family has said. Keep them out.')
  }
  return one.kind === 'participation' && one.value.status === 'absent'
    ? refused('That pupil does not take part in live lessons, as their family has said: never absent.')
    : allowed
}

/** Whether an act is judged by who does not take part: taps and marks are not. */
export const asksWhoTakesPart = (act: readonly Entry[]): boolean =>
  act.some(({ kind }) => ['moved', 'waiting', 'admitted', 'participation'].includes(kind))

/** Whether an act is judged by the checklist: taps, marks and admissions are not. */
export const asksForChecks = (act: readonly Entry[]): boolean =>
  act.some(({ kind }) => ['moved', 'check-answered'].includes(kind))

type JudgedAlone = Exclude<Entry, { kind: 'admitted' }>

function judge(
  record: LessonRecord,
  log: LessonLog,
  one: JudgedAlone,
  facts: () => LessonFacts,
  act: readonly LessonEvent[],
): Verdict {
  const lesson = log.tally
  switch (one.kind) {
    case 'moved':
      return mayMove(facts(), one.value.to)
    case 'check-answered':
      return judgeAnswer(record.items, lesson, one, act)
    case 'award':
      return isOfTheSchool(one, record.behaviours)
        ? takesPoints(lesson.state)
        : refused('That is not one of the school’s behaviours.')
    case 'contribution':
    case 'picked':
    case 'timer':
      return takesPoints(lesson.state)
    case 'late':
    case 'camera':
    case 'equipment':
    case 'name-corrected':
    case 'incident':
    case 'left':
    case 'note':
      return takesMarks(lesson.state)
    case 'incident-described':
      return judgeDescription(log, one)
    case 'participation':
    case 'reported':
      return lesson.state === 'ended'
        ? allowed
        : refused('This is marked after the lesson has ended and before it is signed off.')
    case 'task':
    case 'attitude':
      return ['live', 'ended'].includes(lesson.state)
        ? allowed
        : refused('This is marked from when the lesson is live until it is signed off.')
    case 'second-adult-joined':
      return record.secondAdultIds.includes(one.value.staffId)
        ? isOpen(lesson.state)
        : refused('The second adult is somebody else on the staff list.')
    case 'waiting':
    case 'kept-out':
    case 'second-adult-left':
      return isOpen(lesson.state)
    case 'revoked':
      return judgeRevocation(log, one.revokes)
  }
}

const takesPoints = (state: LessonState): Verdict =>
  takesTaps(state) ? allowed : refused('Points are given while the lesson is live.')

const isOpen = (state: LessonState): Verdict =>
  ['preparing', 'admitting', 'live'].includes(state)
    ? allowed
    : refused('This is said while the lesson is prepared, admitting or live.')

/** An award is one of the school's own, with its own points: nothing else can be written as one. */
const isOfTheSchool = (
  { value }: Extract<Entry, { kind: 'award' }>,
  behaviours: readonly Behaviour[],
): boolean =>
  behaviours.some(
    ({ id, group, points, toStep }) =>
      id === value.behaviour && group === value.group && points === value.points && toStep === value.toStep,
  )

const takesMarks = (state: LessonState): Verdict =>
  ['preparing', 'admitting', 'live', 'ended'].includes(state)
    ? allowed
    : refused('Marks are made from preparing until the lesson is signed off.')

function judgeAnswer(
  items: readonly CheckItem[],
  lesson: LessonTally,
  one: Extract<Entry, { kind: 'check-answered' }>,
  act: readonly LessonEvent[],
): Verdict {
  const item = items.find(({ id }) => id === one.value.item)
  if (!item) return refused('There is no such check.')
  if (lesson.state !== 'preparing') return refused('Checks are answered while the lesson is being prepared.')
  if (one.value.answer === 'not-applicable' && item.required && one.text === undefined) {
    return refused('Say why this check does not apply. A leader will see the reason.')
  }
  const isSomebodyIn = lesson.secondAdultId !== null || act.some(({ kind }) => kind === 'second-adult-joined')
  if (item.kind === 'second-adult' && one.value.answer === 'done' && !isSomebodyIn) {
    return refused('Say who the second adult is.')
  }
  return allowed
}

function judgeDescription(
  log: LessonLog,
  { pupilId, value }: Extract<Entry, { kind: 'incident-described' }>,
): Verdict {
  const found = findStanding(log, value.incident)
  return found?.kind === 'incident' && found.pupilId === pupilId
    ? takesMarks(log.tally.state)
    : refused('That incident is not in this lesson any more.')
}

/** An event of that id that has not been taken back. */
const findStanding = ({ events, revoked }: LessonLog, id: string): LessonEvent | undefined =>
  revoked.has(id) ? undefined : events.find((event) => event.id === id)

function judgeRevocation(log: LessonLog, target: string): Verdict {
  const found = findStanding(log, target)
  if (!found) return refused('There is nothing left to undo.')
  if (!revocable.has(found.kind)) return refused('Only taps, marks and admissions can be taken back.')
  return takesMarks(log.tally.state)
}
