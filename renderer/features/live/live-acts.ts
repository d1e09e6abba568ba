import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import type { Mark } from '../../../shared/domain/live-key-table.ts'
import { type LessonTally, type PupilTally, pupilTally } from '../../../shared/domain/tally.ts'
import { minutesBetween } from '../../../shared/domain/times.ts'
import type { NewEntry } from '../../../shared/domain/events.ts'

/** Someone who comes in within these first minutes is not marked late. */
const LATE_FROM_MINUTES = 2

export function entriesOfAward(
  { id, group, points, toStep }: Behaviour,
  pupilIds: readonly string[],
): NewEntry[] {
  const value = { behaviour: id, group, points, ...(toStep === undefined ? {} : { toStep }) }
  return pupilIds.map((pupilId) => ({ kind: 'award', pupilId, value }))
}

/** The entries of one mark for several pupils, made at `at` in a lesson planned for `startsAt` (UTC ms). Empty when nothing would change. */
export function entriesOfMark(
  mark: Mark,
  pupilIds: readonly string[],
  lesson: LessonTally,
  when: { startsAt: number; at: number },
): NewEntry[] {
  switch (mark) {
    case 'contribution':
    case 'left':
      return pupilIds.map((pupilId) => ({ kind: mark, pupilId, value: {} }))
    case 'camera':
      return entriesOfCamera(pupilIds, lesson, 'off')
    case 'agreement':
      return entriesOfCamera(pupilIds, lesson, 'off-by-agreement')
    case 'late':
      return entriesOfLate(pupilIds, lesson, when)
    default:
      return []
  }
}

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
  lesson: LessonTally,
  { startsAt, at }: { startsAt: number; at: number },
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
    const isLate = pupil.admittedAt === null && late >= LATE_FROM_MINUTES
    return isLate ? [joins, { kind: 'late', pupilId, value: { minutes: late } }] : [joins]
  })
}

/** When being late begins: a lesson that opens early still starts at its planned time. Null before it is live. */
export const startOf = (liveAt: number | null, startsAt: number): number | null =>
  liveAt === null ? null : Math.max(liveAt, startsAt)

/** Minutes from the start to when the pupil came in; to now for one who has not, or who was there from the start. */
export function lateMinutes(pupil: PupilTally, start: number | null, at: number): number {
  if (start === null) return 0
  const cameIn =
    pupil.present && pupil.admittedAt !== null && pupil.admittedAt > start ? pupil.admittedAt : at
  return minutesBetween(start, cameIn)
}
