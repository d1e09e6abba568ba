import { exceptionsAmong, standingOf } from './checks.ts'
import type { LessonEvent } from './events.ts'
import { incidentsOf } from './incidents.ts'
import type { BundleHead, OfficeFrame } from './office-frames.ts'
import { standingOnce } from './office-sheets/presence.ts'
import { foldName } from './people.ts'
import { pupilTally, tally } from './tally.ts'

/** What a lesson comes to, without any name. */
export type LessonSums = {
  expected: number
  tookPart: number
  absent: number
  points: number
  incidents: number
  passedOver: number
}

/** A lesson's sums, as its page for the office has them. */
export function sumsOf(frame: OfficeFrame, events: readonly LessonEvent[]): LessonSums {
  const added = tally(events)
  const pupils = frame.pupils.map(({ id }) => pupilTally(added, id))
  const count = (status: string) => pupils.filter(({ participation }) => participation === status).length
  return {
    expected: pupils.length - count('does-not-take-part'),
    tookPart: count('took-part'),
    absent: count('absent'),
    points: pupils.reduce((sum, { points }) => sum + points, 0),
    incidents: incidentsOf(standingOnce(events)).length,
    passedOver: exceptionsAmong(standingOf(frame.checkItems, added.checks)).length,
  }
}

/** `in`: signed off by its teacher and here. */
export type OfficeLessonStanding = 'in' | 'being-corrected' | 'open' | 'second-adult-only'

type Times = { startsAt: number; endsAt: number }

/** A lesson in the office's list of a day; times are UTC ms. */
export type OfficeLessonLine = Times & {
  lessonId: string
  className: string
  subject: string
  standing: OfficeLessonStanding
  /** What came since the office's last report of the day; null: nothing, or no report yet. */
  since: 'new' | 'changed' | null
  sums: LessonSums | null
}

/** One teacher's computer and its day. */
export type OfficeTeacher = {
  deviceId: string
  deviceName: string
  teacherName: string
  version: number
  /** By the teacher's clock and by the office's, UTC ms. */
  writtenAt: number
  takenAt: number
  /** Entries that could not be taken in. */
  leftOut: number
  lessons: OfficeLessonLine[]
}

export type KnownLesson = { frame: OfficeFrame; revision: number; sums: LessonSums }

/** The count of changes the last report was made at, and the lessons it held; null: it did not say which. */
export type Reported = { revision: number; lessonIds: readonly string[] | null }

/**
 * What of a school's day is in, by teacher: lessons that are signed, are being corrected since, or are still open.
 * `reported` is null before the first report.
 */
export function officeTeachers(
  heads: readonly BundleHead[],
  lessons: readonly KnownLesson[],
  reported: Reported | null,
): OfficeTeacher[] {
  return heads
    .map((head): OfficeTeacher => {
      const { device, teacher, version, writtenAt, takenAt, leftOut } = head
      const known = lessons.filter(({ frame }) => frame.deviceId === device.id)
      const open = head.stillOpen.filter(
        ({ lessonId }) => !lessons.some((one) => one.frame.lesson.id === lessonId),
      )
      return {
        deviceId: device.id,
        deviceName: device.name,
        teacherName: teacher.name,
        version,
        writtenAt,
        takenAt,
        leftOut,
        lessons: [
          ...known.map((one) => lineOf(head, one, reported)),
          ...open.map(({ state: _state, ...one }): OfficeLessonLine => ({
            ...one,
            standing: 'open',
            since: null,
            sums: null,
          })),
        ].toSorted(byTime),
      }
    })
    .toSorted((a, b) => collator.compare(a.teacherName, b.teacherName) || (a.deviceId < b.deviceId ? -1 : 1))
}

const collator = new Intl.Collator('en-GB')

function lineOf(
  head: BundleHead,
  { frame, revision, sums }: KnownLesson,
  reported: Reported | null,
): OfficeLessonLine {
  const { id: lessonId, className, subject, startsAt, endsAt } = frame.lesson
  const isReopened = head.stillOpen.some((one) => one.lessonId === lessonId)
  const isSince = reported !== null && revision > reported.revision
  const wasReported = reported?.lessonIds?.includes(lessonId) ?? true
  return {
    lessonId,
    className,
    subject,
    startsAt,
    endsAt,
    standing: frame.isOwn ? (isReopened ? 'being-corrected' : 'in') : 'second-adult-only',
    since: isSince ? (wasReported ? 'changed' : 'new') : null,
    sums,
  }
}

const byTime = (a: Times & { className: string }, b: Times & { className: string }): number =>
  a.startsAt - b.startsAt || collator.compare(a.className, b.className)

/** A lesson of the office's own timetable. */
export type ExpectedLesson = Times & { className: string; subject: string; teacherName: string | null }

/** Lessons of the timetable that no computer has sent, open or signed: none of that class overlaps them. */
export function missingLessons(
  expected: readonly ExpectedLesson[],
  teachers: readonly OfficeTeacher[],
): ExpectedLesson[] {
  const sent = teachers.flatMap(({ lessons }) => lessons)
  return expected
    .filter(
      (one) =>
        !sent.some(
          (other) =>
            foldName(other.className) === foldName(one.className) &&
            other.startsAt < one.endsAt &&
            one.startsAt < other.endsAt,
        ),
    )
    .toSorted(byTime)
}
