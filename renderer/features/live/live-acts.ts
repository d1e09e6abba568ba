import type { Behaviour, LadderStep } from '../../../shared/domain/behaviours.ts'
import type { NewEntry } from '../../../shared/domain/events.ts'
import { raisesIncident } from '../../../shared/domain/ladder.ts'
import { startOf } from '../../../shared/domain/lesson.ts'
import type { Mark } from '../../../shared/domain/live-key-table.ts'
import {
  type CameraState,
  type LessonTally,
  type PupilTally,
  pupilTally,
  type TaskStatus,
} from '../../../shared/domain/tally.ts'
import { minutesBetween } from '../../../shared/domain/times.ts'

/** Someone who comes in within these first minutes is not marked late. */
const LATE_FROM_MINUTES = 2

/** What acts are made from: the lesson as it stands and the school's scheme. */
export type Ground = {
  lesson: LessonTally
  behaviours: readonly Behaviour[]
  ladder: readonly LadderStep[]
  /** When the lesson was planned to start, UTC ms. */
  startsAt: number
}

/** A step that reaches a leader raises its incident in the same act, so that one undo takes both back. */
export function entriesOfAward(
  { id, group, points, toStep }: Behaviour,
  pupilIds: readonly string[],
  { lesson, ladder }: Pick<Ground, 'lesson' | 'ladder'>,
): NewEntry[] {
  const value = { behaviour: id, group, points, ...(toStep === undefined ? {} : { toStep }) }
  return pupilIds.flatMap((pupilId): NewEntry[] => {
    const award: NewEntry = { kind: 'award', pupilId, value }
    const raises = group === 'step' && raisesIncident(ladder, pupilTally(lesson, pupilId), toStep)
    return raises ? [award, { kind: 'incident', pupilId, value: { why: 'ladder' } }] : [award]
  })
}

/** The school's reminder to mute; undefined where its scheme has none. */
export const muteReminder = (behaviours: readonly Behaviour[]): Behaviour | undefined =>
  behaviours.find(({ group }) => group === 'mute')

/** Marks made by themselves; the attitude's place is asked for. */
export type PlainMark = Exclude<Mark, 'attitude'>

/** The entries of one mark for several pupils, made at `at` (UTC ms). Empty when nothing would change. */
export function entriesOfMark(
  mark: PlainMark,
  pupilIds: readonly string[],
  ground: Ground,
  at: number,
): NewEntry[] {
  const before = pupilIds.map((pupilId) => pupilTally(ground.lesson, pupilId))
  const each = (entryOf: (pupilId: string) => NewEntry) => pupilIds.map(entryOf)
  switch (mark) {
    case 'contribution':
    case 'left':
      return each((pupilId) => ({ kind: mark, pupilId, value: {} }))
    case 'name':
      return each((pupilId) => ({ kind: 'name-corrected', pupilId, value: {} }))
    case 'incident':
      return each((pupilId) => ({ kind: 'incident', pupilId, value: { why: 'escalated' } }))
    case 'camera':
    case 'agreement':
      return entriesOfCamera(pupilIds, ground.lesson, mark === 'camera' ? 'off' : 'off-by-agreement')
    case 'equipment':
      return each((pupilId) => ({ kind: mark, pupilId, value: { equipment: nextEquipment(before) } }))
    case 'task':
      return each((pupilId) => ({ kind: mark, pupilId, value: { task: nextTask(before) } }))
    case 'mute': {
      const reminder = muteReminder(ground.behaviours)
      return reminder ? entriesOfAward(reminder, pupilIds, ground) : []
    }
    case 'late':
      return entriesOfLate(pupilIds, ground, at)
  }
}

/** Missing, or ready again where it is missing for all. */
export const nextEquipment = (before: readonly PupilTally[]): 'missing' | 'ready' =>
  before.every(({ equipment }) => equipment === 'missing') ? 'ready' : 'missing'

const taskAfter = { done: 'partly', partly: 'not-yet', 'not-yet': 'done' } as const

/** Done, partly, not yet and round again, from where all stand; those apart begin at done. */
export function nextTask(before: readonly PupilTally[]): TaskStatus {
  const [first, ...others] = before.map(({ task }) => task)
  return first && others.every((task) => task === first) ? taskAfter[first] : 'done'
}

/** What a tap on the camera makes of it: off where any is on, else on. */
export const nextCamera = (before: readonly PupilTally[]): CameraState =>
  before.some(({ camera }) => camera === 'on') ? 'off' : 'on'

/** Switches to `camera`, or back on when all are there already. An agreement stays one when others are marked off. */
function entriesOfCamera(
  pupilIds: readonly string[],
  lesson: LessonTally,
  camera: 'off' | 'off-by-agreement',
): NewEntry[] {
  const before = (pupilId: string) => pupilTally(lesson, pupilId).camera
  const toChange = pupilIds.filter((id) => (camera === 'off' ? before(id) === 'on' : before(id) !== camera))
  if (toChange.length > 0) return toChange.map((pupilId) => ({ kind: 'camera', pupilId, value: { camera } }))
  return pupilIds.map((pupilId) => ({ kind: 'camera', pupilId, value: { camera: 'on' } }))
}

function entriesOfLate(
  pupilIds: readonly string[],
  { lesson, startsAt }: Pick<Ground, 'lesson' | 'startsAt'>,
  at: number,
): NewEntry[] {
  const all = pupilIds.map((id) => pupilTally(lesson, id))
  const isTakenAway = all.every((one) => one.present && one.minutesLate > 0)
  return pupilIds.flatMap((pupilId): NewEntry[] => {
    const pupil = pupilTally(lesson, pupilId)
    const late = lateMinutes(pupil, startOf(lesson.liveAt, startsAt), at)
    if (pupil.present) {
      return [{ kind: 'late', pupilId, value: { minutes: isTakenAway ? 0 : Math.max(1, late) } }]
    }
    const joins: NewEntry = { kind: 'admitted', pupilId, value: {} }
    const isLate = !hasLeft(pupil) && late >= LATE_FROM_MINUTES
    return isLate ? [joins, { kind: 'late', pupilId, value: { minutes: late } }] : [joins]
  })
}

/** Was in and is not now: who comes back is never late for it. */
export const hasLeft = ({ present, admittedAt }: PupilTally): boolean => !present && admittedAt !== null

/** Minutes from the start to when the pupil came in; to now for one who has not, or who was there from the start. */
export function lateMinutes(pupil: PupilTally, start: number | null, at: number): number {
  if (start === null) return 0
  const cameIn =
    pupil.present && pupil.admittedAt !== null && pupil.admittedAt > start ? pupil.admittedAt : at
  return minutesBetween(start, cameIn)
}
