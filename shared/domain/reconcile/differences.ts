import { type LessonEvent, type NewEntry, standing } from '../events.ts'
import { type LessonTally, type PupilTally, pupilTally, suggestedParticipation } from '../tally.ts'
import { clockTime, minutesBetween } from '../times.ts'
import type { Attendance } from './attendance.ts'
import { lateBy, leftEarlyAt, type Span, spanOf } from './reported-times.ts'

/**
 * One thing in which a lesson's reports and its log differ, with the words of both and what taking the report's word
 * writes. `key` says what the report says too: a report that says something else is another difference.
 */
export type Difference = {
  key: string
  pupilId: string
  about: 'came' | 'missing' | 'late' | 'left'
  report: string
  log: string
  entries: readonly NewEntry[]
}

export type ReconcileGround = {
  pupils: readonly { id: string }[]
  optedOutIds: readonly string[]
  lesson: { startsAt: number; endsAt: number }
  events: readonly LessonEvent[]
  tally: LessonTally
  attendance: ReadonlyMap<string, Attendance>
  /** When anybody, grown-ups too, was last in the meeting (UTC ms); null where the reports have no times. */
  seenUntil: number | null
  /** A difference of less is none: clocks differ, and a lesson begins and ends with a little to and fro. Minutes. */
  slackMinutes: number
}

/**
 * What the reports say otherwise than the log, in the order of the class. Of one who was late or left early by both, only
 * what is `slackMinutes` or more apart; of one whose part itself is in question, only that.
 */
export function differencesOf(ground: ReconcileGround): Difference[] {
  const span = spanOf(ground)
  return ground.pupils.flatMap(({ id }) => ofPupil(id, ground, span))
}

function ofPupil(pupilId: string, ground: ReconcileGround, span: Span): Difference[] {
  const { tally, attendance, optedOutIds } = ground
  const marks = pupilTally(tally, pupilId)
  const takesPart = !optedOutIds.includes(pupilId)
  const inLog = suggestedParticipation(marks, takesPart) === 'took-part'
  const reported = attendance.get(pupilId)
  if (!reported) return inLog ? [missing(pupilId, takesPart, marks)] : []
  const late = lateOf(pupilId, reported, marks, ground, span)
  const left = leftOf(pupilId, reported, marks, ground, span)
  if (!inLog) return [came(pupilId, reported, marks, [late, left])]
  return [late, left].filter((one) => one !== null)
}

const tookPart = (pupilId: string): NewEntry => ({
  kind: 'participation',
  pupilId,
  value: { status: 'took-part' },
})

function came(
  pupilId: string,
  reported: Attendance,
  { participation }: PupilTally,
  more: readonly (Difference | null)[],
): Difference {
  return {
    key: `came ${pupilId}`,
    pupilId,
    about: 'came',
    report: inMeetingWords(reported),
    log: participation === 'does-not-take-part' ? 'Does not take part' : 'Absent, not let in',
    entries: [tookPart(pupilId), ...more.flatMap((one) => one?.entries ?? [])],
  }
}

function missing(pupilId: string, takesPart: boolean, { admittedAt }: PupilTally): Difference {
  return {
    key: `missing ${pupilId}`,
    pupilId,
    about: 'missing',
    report: 'Not in the report',
    log: admittedAt === null ? 'Took part' : `Let in at ${clockTime(admittedAt)}`,
    entries: [
      { kind: 'participation', pupilId, value: { status: takesPart ? 'absent' : 'does-not-take-part' } },
    ],
  }
}

function lateOf(
  pupilId: string,
  { cameAt }: Attendance,
  { minutesLate }: PupilTally,
  { slackMinutes }: ReconcileGround,
  span: Span,
): Difference | null {
  if (cameAt === null) return null
  const late = lateBy(cameAt, span, slackMinutes)
  if (Math.abs(late - minutesLate) < Math.max(1, slackMinutes)) return null
  return {
    key: `late ${pupilId} ${late}`,
    pupilId,
    about: 'late',
    report:
      late === 0 ? `On time, came ${clockTime(cameAt)}` : `${lateWords(late)}, came ${clockTime(cameAt)}`,
    log: lateWords(minutesLate),
    entries: [{ kind: 'late', pupilId, value: { minutes: late } }],
  }
}

function leftOf(
  pupilId: string,
  reported: Attendance,
  marks: PupilTally,
  { slackMinutes, events, tally }: ReconcileGround,
  span: Span,
): Difference | null {
  if (reported.leftAt === null) return null
  const at = leftEarlyAt(reported.leftAt, span, slackMinutes)
  if (isSameLeaving(at, marks.leftAt, tally.endedAt, slackMinutes)) return null
  return {
    key: `left ${pupilId} ${at === null ? 'stayed' : clockTime(at)}`,
    pupilId,
    about: 'left',
    report: at === null ? 'Stayed to the end' : `Left at ${clockTime(at)}`,
    log: leavingInLog(marks.leftAt, tally.endedAt),
    entries: [
      ...leavingTakenBack(events, pupilId),
      ...(at === null ? [] : [{ kind: 'left' as const, pupilId, value: { at } }]),
    ],
  }
}

function isSameLeaving(
  inReport: number | null,
  inLog: number | null,
  endedAt: number | null,
  slackMinutes: number,
): boolean {
  if (inReport === null || inLog === null) return inReport === inLog
  if (endedAt !== null && inLog > endedAt) return false
  const [first, second] = [Math.min(inReport, inLog), Math.max(inReport, inLog)]
  return minutesBetween(first, second) < Math.max(1, slackMinutes)
}

/** The log says of one marked after the end only that they left early, not when. */
function leavingInLog(leftAt: number | null, endedAt: number | null): string {
  if (leftAt === null) return 'Stayed to the end'
  return endedAt !== null && leftAt > endedAt ? 'Left early' : `Left at ${clockTime(leftAt)}`
}

/** The entry that takes back that a pupil left early, if it is in the log. */
export function leavingTakenBack(events: readonly LessonEvent[], pupilId: string): NewEntry[] {
  const left = standing(events).findLast((event) => event.kind === 'left' && event.pupilId === pupilId)
  return left ? [{ kind: 'revoked', revokes: left.id }] : []
}

const lateWords = (minutes: number): string => {
  if (minutes === 0) return 'Not late'
  return minutes === 1 ? '1 minute late' : `${minutes} minutes late`
}

/** `09:31 to 10:28, 57 minutes`; the minutes alone where the report has no times. */
export function inMeetingWords({ stays, cameAt, minutes }: Attendance): string {
  const whole = Math.floor(minutes)
  const length = whole === 1 ? '1 minute' : `${whole} minutes`
  const last = stays.at(-1)
  if (cameAt === null || !last) return length
  return `${clockTime(cameAt)} to ${clockTime(last.to)}, ${length}`
}

/**
 * What is signed of the reports: for each pupil they know what they say, up to the lesson's end, where the log does not
 * say just that already; what an earlier signature had of a pupil they no longer know is taken back.
 */
export function reportedEntries({ pupils, attendance, events, tally }: ReconcileGround): NewEntry[] {
  const signed = standing(events).filter((event) => event.kind === 'reported')
  return pupils.flatMap(({ id: pupilId }): NewEntry[] => {
    const known = attendance.get(pupilId)
    const before = signed.filter((event) => event.pupilId === pupilId)
    if (!known) return before.map(({ id }) => ({ kind: 'revoked', revokes: id }))
    const value = asReported(known, tally.endedAt)
    const last = before.at(-1)?.value
    const isSame = last?.minutes === value.minutes && last.from === value.from && last.until === value.until
    return isSame ? [] : [{ kind: 'reported', pupilId, value }]
  })
}

function asReported({ stays, minutes, cameAt, leftAt }: Attendance, endedAt: number | null) {
  const within = stays.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, endedAt ?? to) - from), 0)
  const counted = stays.length > 0 ? minutesBetween(0, within) : Math.floor(minutes)
  return { minutes: Math.min(1440, counted), from: cameAt, until: leftAt }
}
