import { startOf } from '../lesson.ts'
import type { LessonTally } from '../tally.ts'
import { minutesBetween } from '../times.ts'
import type { Attendance } from './attendance.ts'

/** From when a pupil is late, up to when one leaves early; UTC ms. */
export type Span = { start: number; end: number }

type Ground = {
  lesson: { startsAt: number; endsAt: number }
  tally: LessonTally
  /** When anybody, grown-ups too, was last in the meeting (UTC ms); null where the reports have no times. */
  seenUntil: number | null
}

export function spanOf({ lesson, tally, seenUntil }: Ground): Span {
  const ended = Math.min(lesson.endsAt, tally.endedAt ?? lesson.endsAt)
  return {
    start: startOf(tally.liveAt, lesson.startsAt) ?? lesson.startsAt,
    // Who stayed as long as anybody did not leave: the meeting, or the report, ended there.
    end: Math.min(ended, seenUntil ?? ended),
  }
}

/** Minutes late by a report; 0 within `slackMinutes` of the start. */
export function lateBy(cameAt: number, { start }: Span, slackMinutes: number): number {
  const counted = minutesBetween(start, cameAt)
  return counted < slackMinutes ? 0 : counted
}

/** When one left by a report, `slackMinutes` or more before the end; null for one who stayed. */
export const leftEarlyAt = (leftAt: number, { end }: Span, slackMinutes: number): number | null =>
  minutesBetween(leftAt, end) >= Math.max(1, slackMinutes) ? leftAt : null

export type ReportCounts = {
  came: number
  late: number
  leftEarly: number
  /** Who was in under two names at once, by pupil id. */
  twiceIds: readonly string[]
}

/** What the reports of a lesson say of its class, in numbers. */
export function countReported(
  ground: Ground & { attendance: ReadonlyMap<string, Attendance>; slackMinutes: number },
): ReportCounts {
  const span = spanOf(ground)
  const all = [...ground.attendance]
  const count = (isSo: (one: Attendance) => boolean) => all.filter(([, one]) => isSo(one)).length
  return {
    came: all.length,
    late: count(({ cameAt }) => cameAt !== null && lateBy(cameAt, span, ground.slackMinutes) > 0),
    leftEarly: count(
      ({ leftAt }) => leftAt !== null && leftEarlyAt(leftAt, span, ground.slackMinutes) !== null,
    ),
    twiceIds: all.flatMap(([id, { isTwice }]) => (isTwice ? [id] : [])),
  }
}
