import { type CheckAnswer, type CheckItem, standingOf } from './checks.ts'
import { type Entry, type LessonEvent, pupilOf, standing } from './events.ts'
import { placeAfter } from './ladder.ts'
import type { LessonFacts, LessonState } from './lesson.ts'

type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>['value' & keyof Extract<Entry, { kind: K }>]
export type ParticipationStatus = Of<'participation'>['status']
export type TaskStatus = Of<'task'>['task']
export type CameraState = Of<'camera'>['camera']
export type Equipment = Of<'equipment'>['equipment']

/** What a lesson's events say of one pupil. */
export type PupilTally = {
  waiting: boolean
  /** In the meeting now: admitted and not gone. */
  present: boolean
  admittedAt: number | null
  leftAt: number | null
  points: number
  praise: number
  contributions: number
  muteReminders: number
  /** Where the pupil stands on the ladder, 0 off it. It clears with the lesson: steps of another are not known here. */
  steps: number
  /** Incidents raised and not taken back. */
  incidents: number
  /** Whether the ladder has raised one of them. */
  hasReachedLeader: boolean
  /** Null: nobody has said. */
  equipment: Equipment | null
  /** What is missing, where somebody said it. */
  missing: string | null
  namesCorrected: number
  /** Turns the fair picker gave. */
  picks: number
  /** How often the pupil came back after leaving. */
  returns: number
  minutesLate: number
  camera: CameraState
  participation: ParticipationStatus | null
  task: TaskStatus | null
  attitude: number | null
  /** What the meeting's report says of them; null until it is signed with one. */
  reported: Of<'reported'> | null
  /** Nudges, awards or contributions: false means not yet noticed. */
  noticed: boolean
}

/** What a lesson's events add up to. Derived, never stored as truth. */
export type LessonTally = {
  state: LessonState
  /** The version of the checklist it is held to; null for one prepared before there were versions. */
  checklist: number | null
  checks: ReadonlyMap<string, CheckAnswer>
  secondAdultId: string | null
  /** When the second adult went; null while one is in, or where none ever was. UTC ms. */
  secondAdultLeftAt: number | null
  /** The timer that was started last; null when it was stopped. It may have run out. */
  timer: Timer | null
  /** The picker's round, from 1, and who has had a turn in it. */
  picking: { round: number; pickedIds: readonly string[] }
  liveAt: number | null
  endedAt: number | null
  signedAt: number | null
  pupils: ReadonlyMap<string, PupilTally>
}

/** `startedAt` is UTC ms; `phase` null for a plain countdown. */
export type Timer = { phase: string | null; startedAt: number; minutes: number }

const untouched: PupilTally = {
  waiting: false,
  present: false,
  admittedAt: null,
  leftAt: null,
  points: 0,
  praise: 0,
  contributions: 0,
  muteReminders: 0,
  steps: 0,
  incidents: 0,
  hasReachedLeader: false,
  equipment: null,
  missing: null,
  namesCorrected: 0,
  picks: 0,
  returns: 0,
  minutesLate: 0,
  camera: 'on',
  participation: null,
  task: null,
  attitude: null,
  reported: null,
  noticed: false,
}

/** A lesson of which nothing has been recorded. */
export const nothingYet: LessonTally = {
  state: 'planned',
  checklist: null,
  checks: new Map(),
  secondAdultId: null,
  secondAdultLeftAt: null,
  timer: null,
  picking: { round: 1, pickedIds: [] },
  liveAt: null,
  endedAt: null,
  signedAt: null,
  pupils: new Map(),
}

/** Adds a lesson's events up. The result does not depend on the order they arrive in, nor on how often. */
export const tally = (events: readonly LessonEvent[]): LessonTally =>
  addUp(nothingYet, standing(uniqueById(events)))

/** Adds events that stand, in order, to what those before them add up to. */
export function addUp(before: LessonTally, events: readonly LessonEvent[]): LessonTally {
  const checks = new Map(before.checks)
  const pupils = new Map(before.pupils)
  const lesson = { ...before }
  for (const event of events) {
    const pupilId = pupilOf(event)
    if (pupilId !== null) {
      pupils.set(pupilId, afterPupilEvent(pupils.get(pupilId) ?? untouched, event))
      if (event.kind === 'picked') lesson.picking = afterPick(lesson.picking, event)
      continue
    }
    if (event.kind === 'moved') {
      if (event.value.to === 'live') {
        lesson.liveAt ??= event.at
        lesson.endedAt = null
      }
      // Opened again to be corrected, a lesson keeps the end it had.
      if (event.value.to === 'ended') lesson.endedAt ??= event.at
      lesson.state = event.value.to
      lesson.checklist ??= event.value.checklist ?? null
      lesson.signedAt = signedAtAfter(lesson.signedAt, event.value.to, event.at)
    }
    if (event.kind === 'check-answered') answerCheck(checks, event)
    if (event.kind === 'second-adult-joined') {
      lesson.secondAdultId = event.value.staffId
      lesson.secondAdultLeftAt = null
    }
    if (event.kind === 'second-adult-left') {
      lesson.secondAdultLeftAt = lesson.secondAdultId === null ? lesson.secondAdultLeftAt : event.at
      lesson.secondAdultId = null
    }
    if (event.kind === 'timer') lesson.timer = afterTimer(lesson.timer, event)
  }
  return { ...lesson, checks, pupils }
}

export const pupilTally = (lesson: LessonTally, pupilId: string): PupilTally =>
  lesson.pupils.get(pupilId) ?? untouched

function afterTimer(
  before: Timer | null,
  { value, text, at }: Extract<LessonEvent, { kind: 'timer' }>,
): Timer | null {
  if (value.adds) return before && { ...before, minutes: before.minutes + value.minutes }
  return value.minutes === 0 ? null : { phase: text ?? null, startedAt: at, minutes: value.minutes }
}

/** Two computers may both pick in a round: the later round is the one that goes on. */
function afterPick(
  before: LessonTally['picking'],
  { pupilId, value: { round } }: Extract<LessonEvent, { kind: 'picked' }>,
): LessonTally['picking'] {
  if (round < before.round) return before
  const pickedIds = round > before.round ? [] : before.pickedIds
  return { round, pickedIds: [...pickedIds, pupilId] }
}

function uniqueById(events: readonly LessonEvent[]): readonly LessonEvent[] {
  const ids = new Set<string>()
  for (const event of events) ids.add(event.id)
  return ids.size === events.length ? events : [...new Map(events.map((event) => [event.id, event])).values()]
}

function signedAtAfter(signedAt: number | null, to: LessonState, at: number): number | null {
  if (to === 'signed-off') return at
  return to === 'exported' ? signedAt : null
}

function answerCheck(
  checks: Map<string, CheckAnswer>,
  event: Extract<LessonEvent, { kind: 'check-answered' }>,
): void {
  const { item, answer } = event.value
  if (answer === 'open') {
    checks.delete(item)
    return
  }
  const words = answer === 'done' ? { evidence: event.text } : { reason: event.text }
  checks.set(item, {
    answer,
    ...(event.text === undefined ? {} : (words as { evidence: string } | { reason: string })),
    isSeen: event.value.seen === true,
    by: event.actorId,
    at: event.at,
  })
}

function afterPupilEvent(before: PupilTally, event: LessonEvent): PupilTally {
  switch (event.kind) {
    case 'waiting':
      return { ...before, waiting: event.value.waiting }
    case 'admitted':
      return {
        ...before,
        waiting: false,
        present: true,
        admittedAt: before.admittedAt ?? event.at,
        leftAt: null,
        returns: before.returns + (before.leftAt === null ? 0 : 1),
        // Once: who comes back has the camera they had.
        camera: (before.admittedAt === null ? event.value.camera : undefined) ?? before.camera,
      }
    case 'left':
      return { ...before, present: false, leftAt: event.value.at ?? event.at }
    case 'award':
      return afterAward(before, event.value)
    case 'contribution':
      return { ...before, contributions: before.contributions + 1, noticed: true }
    case 'late':
      return { ...before, minutesLate: event.value.minutes }
    case 'camera':
      return { ...before, camera: event.value.camera }
    case 'equipment':
      return { ...before, equipment: event.value.equipment, missing: event.text ?? null }
    case 'name-corrected':
      return { ...before, namesCorrected: before.namesCorrected + 1 }
    case 'incident':
      return {
        ...before,
        incidents: before.incidents + 1,
        hasReachedLeader: before.hasReachedLeader || event.value.why === 'ladder',
      }
    case 'picked':
      return { ...before, picks: before.picks + 1 }
    case 'participation':
      return { ...before, participation: event.value.status }
    case 'task':
      return { ...before, task: event.value.task }
    case 'attitude':
      return { ...before, attitude: event.value.attitude }
    case 'reported':
      return { ...before, reported: event.value }
    default:
      return before
  }
}

function afterAward(before: PupilTally, award: Of<'award'>): PupilTally {
  return {
    ...before,
    points: before.points + award.points,
    praise: before.praise + (award.group === 'praise' ? 1 : 0),
    muteReminders: before.muteReminders + (award.group === 'mute' ? 1 : 0),
    steps: award.group === 'step' ? placeAfter(before.steps, award.toStep) : before.steps,
    noticed: true,
  }
}

/**
 * What to write for a pupil whose participation nobody has said yet: in the meeting means took part, and who does not
 * take part is never absent (parent.opt-out).
 */
export function suggestedParticipation(one: PupilTally, takesPart: boolean): ParticipationStatus {
  if (one.participation !== null) return one.participation
  if (one.admittedAt !== null) return 'took-part'
  return takesPart ? 'absent' : 'does-not-take-part'
}

/** The pupils a lesson counts on: all but those who do not take part and have not been in it either. */
export const pupilsTakingPart = <One extends { id: string }>(
  { pupils, optedOutIds }: { pupils: readonly One[]; optedOutIds: readonly string[] },
  lesson: LessonTally,
): One[] => pupils.filter(({ id }) => !optedOutIds.includes(id) || pupilTally(lesson, id).admittedAt !== null)

/**
 * The facts that decide which moves are allowed, for the pupils of the lesson's class. `optedOutIds`: those among them
 * who do not take part (parent.opt-out); nobody needs to say of them what they did.
 */
export function factsOf(
  lesson: LessonTally,
  items: readonly CheckItem[],
  pupilIds: readonly string[],
  optedOutIds: readonly string[],
): LessonFacts {
  const counted = pupilsTakingPart({ pupils: pupilIds.map((id) => ({ id })), optedOutIds }, lesson)
  return {
    state: lesson.state,
    openChecks: standingOf(items, lesson.checks).flatMap(({ answer, required, title }) =>
      answer || !required ? [] : [title],
    ),
    secondAdultIn: lesson.secondAdultId !== null,
    secondAdultGone: isSecondAdultGone(lesson),
    // One who is in and said to wait as well is one pupil, not two.
    waiting: counted.filter(({ id }) => isOnlyWaiting(pupilTally(lesson, id))).length,
    present: pupilIds.filter((id) => pupilTally(lesson, id).present).length,
    unreconciled: counted.filter(({ id }) => pupilTally(lesson, id).participation === null).length,
  }
}

/** Whoever was planned and went before anybody was let in has not left pupils behind. */
const isSecondAdultGone = ({ secondAdultLeftAt: leftAt, pupils }: LessonTally): boolean =>
  leftAt !== null &&
  [...pupils.values()].some(({ admittedAt }) => admittedAt !== null && admittedAt <= leftAt)

const isOnlyWaiting = ({ waiting, present }: PupilTally): boolean => waiting && !present
