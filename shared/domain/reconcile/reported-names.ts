import { z } from 'zod'
import type { ReportInterval, ReportPerson } from '../meeting-report.ts'
import { foldWord } from '../names/name-words.ts'
import type { ReportMeeting } from '../recognised-file.ts'
import { mergeStretches, minutesOf, type Stretch } from '../report-people.ts'
import { instantOf } from '../times.ts'

/** A time in the meeting, UTC ms; `isOpen`: the report does not say when it ended, `to` is what it is counted to. */
export const reportedStay = z.object({
  from: z.number().int(),
  to: z.number().int(),
  isOpen: z.boolean(),
}) satisfies z.ZodType<Stretch>

/** One name of a lesson's reports with the whole time it was in the meeting. */
export const reportedName = z.object({
  /** The same name in another report has the same key. */
  key: z.string(),
  name: z.string(),
  originalName: z.string().nullable(),
  isHost: z.boolean(),
  /** Empty where the report has no times. */
  stays: z.array(reportedStay),
  /** Minutes in the meeting, devices at once counted once. */
  minutes: z.number().nonnegative(),
})
export type ReportedName = z.infer<typeof reportedName>

/** A report's time as an instant, UTC ms: the clock of the school's zone unless the file gives another. */
export function reportInstant(time: string): number {
  if (time.length > LOCAL_LENGTH) return Date.parse(time)
  return instantOf(time.slice(0, 10), time.slice(11, 16)) + Number(time.slice(17, 19)) * 1000
}

/** Length of `YYYY-MM-DDTHH:mm:ss`. */
const LOCAL_LENGTH = 19

/** The name as it is matched: `New name (Original name)` where the report has both. */
export const wholeName = ({ name, originalName }: Pick<ReportedName, 'name' | 'originalName'>): string =>
  originalName === null ? name : `${name} (${originalName})`

/**
 * The names of all meetings of a lesson, each once, in order of their first appearance. Times that overlap are merged
 * across meetings and never added; only totals of reports without times are, for those are of different meetings.
 */
export function readReportedNames(meetings: readonly ReportMeeting[]): ReportedName[] {
  const names = new Map<string, ReportedName>()
  for (const { people } of meetings) {
    const lastSeen = lastSeenOf(people)
    for (const person of people) {
      const one = asName(person, lastSeen)
      const known = names.get(one.key)
      names.set(one.key, known ? united(known, one) : one)
    }
  }
  return [...names.values()]
}

function asName(person: ReportPerson, lastSeen: number): ReportedName {
  const stays = mergeStretches(person.intervals.map((one) => stayOf(one, lastSeen)))
  return {
    key: foldWord(person.name) || person.name,
    name: person.name,
    originalName: person.originalName ?? null,
    isHost: person.host === true,
    stays,
    minutes: stays.length > 0 ? minutesOf(stays) : person.minutes,
  }
}

function stayOf(interval: ReportInterval, lastSeen: number): Stretch {
  const from = reportInstant(interval.from)
  const to = interval.to === undefined ? Math.max(from, lastSeen) : reportInstant(interval.to)
  // The hour that autumn repeats has every time twice: a stay never ends before it began.
  return { from, to: Math.max(from, to), isOpen: interval.to === undefined }
}

/** The same name in two meetings, or spelt with other accents or case. */
function united(a: ReportedName, b: ReportedName): ReportedName {
  const stays = mergeStretches([...a.stays, ...b.stays])
  return {
    ...a,
    originalName: a.originalName ?? b.originalName,
    isHost: a.isHost || b.isHost,
    stays,
    minutes: stays.length > 0 ? minutesOf(stays) : a.minutes + b.minutes,
  }
}

const lastSeenOf = (people: ReportMeeting['people']): number => {
  const times = people.flatMap(({ intervals }) => intervals).flatMap(({ from, to = from }) => [from, to])
  return times.length === 0 ? 0 : reportInstant(latest(times))
}

// Times of one file have one shape and one zone, so their order is that of their letters.
const latest = (times: readonly string[]): string => times.reduce((a, b) => (a > b ? a : b))
const earliest = (times: readonly string[]): string => times.reduce((a, b) => (a < b ? a : b))

/**
 * When a meeting was, UTC ms: by the file's own word, else from the first who came to the last who left. Null where the
 * report has no times at all.
 */
export function timesOfMeeting({ start, end, people }: ReportMeeting): { from: number; to: number } | null {
  const stays = people.flatMap(({ intervals }) => intervals)
  const times = [start ?? [], end ?? [], ...stays.map(({ from, to = from }) => [from, to])].flat()
  return times.length === 0
    ? null
    : { from: reportInstant(earliest(times)), to: reportInstant(latest(times)) }
}

/**
 * Whether a meeting can be the lesson's: at some time of it both went on, with `slack` ms to spare at either end. One
 * without times can be any lesson's.
 */
export function isOfLesson(
  meeting: ReportMeeting,
  lesson: { from: number; to: number },
  slack: number,
): boolean {
  const times = timesOfMeeting(meeting)
  return times === null || (times.from <= lesson.to + slack && times.to >= lesson.from - slack)
}
