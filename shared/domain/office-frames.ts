import type { DayBundle } from './day-bundle.ts'
import type { DayRecord, LessonFrame } from './day-record.ts'
import type { LessonEvent } from './events.ts'

/** Which bundle something came in. `writtenAt` is UTC ms, as `countedAt` has it. */
export type BundleMark = { deviceId: string; date: string; version: number; writtenAt: number }

/** A lesson's frame as one computer knows it. */
export type OfficeFrame = LessonFrame & BundleMark & { isOwn: boolean }

/** A bundle without its lessons: what the office keeps of it beside their logs. */
export type BundleHead = Pick<
  DayBundle,
  'version' | 'writtenAt' | 'device' | 'teacher' | 'day' | 'stillOpen'
> & {
  /** UTC ms, by the office's clock. */
  takenAt: number
  /** Entries that could not be taken in. */
  leftOut: number
}

/**
 * When a bundle counts as written, UTC ms: by its computer's clock, but never after the office took it in, so that a
 * clock that was ahead cannot keep every later correction out.
 */
export const countedAt = ({ writtenAt, takenAt }: Pick<BundleHead, 'writtenAt' | 'takenAt'>): number =>
  Math.min(writtenAt, takenAt)

/**
 * Whether one bundle of a computer's day stands in place of another; the same answer in whatever order they came. The
 * time goes first: versions begin at 1 again where `incoming` was cleared.
 */
export function isNewer(one: Pick<BundleMark, 'version' | 'writtenAt'>, other: typeof one): boolean {
  return one.writtenAt !== other.writtenAt ? one.writtenAt > other.writtenAt : one.version > other.version
}

/** The same of two heads. */
export const isNewerHead = (one: BundleHead, other: BundleHead): boolean =>
  isNewer({ ...one, writtenAt: countedAt(one) }, { ...other, writtenAt: countedAt(other) })

/** The teacher's own frame goes before a second adult's, then what was written last. */
function goesBefore(one: OfficeFrame, other: OfficeFrame): boolean {
  if (one.isOwn !== other.isOwn) return one.isOwn
  if (one.writtenAt !== other.writtenAt) return one.writtenAt > other.writtenAt
  return one.deviceId < other.deviceId
}

/**
 * One frame of a lesson from those of all its computers: the first by right, with the people only others know added, so
 * that no entry of theirs is without its pupil or adult. The order given makes no difference.
 */
export function uniteFrames([first, ...others]: readonly [OfficeFrame, ...OfficeFrame[]]): OfficeFrame {
  const all = [first, ...others].toSorted((a, b) => (goesBefore(a, b) ? -1 : 1))
  const best = all[0] ?? first
  return {
    ...best,
    pupils: firstOfEach(all.flatMap(({ pupils }) => pupils)),
    staff: firstOfEach(all.flatMap(({ staff }) => staff)),
  }
}

const firstOfEach = <One extends { id: string }>(all: readonly One[]): One[] => {
  const byId = new Map<string, One>()
  for (const one of all) if (!byId.has(one.id)) byId.set(one.id, one)
  return [...byId.values()]
}

/** A lesson as the office holds it. */
export type OfficeLesson = { frame: OfficeFrame; events: readonly LessonEvent[] }

/**
 * A school's day as a record for each teacher's computer, in the order of their names. A lesson only a second adult's
 * computer sent is left out until its teacher's own comes in: nobody has signed it yet.
 */
export function schoolDays(heads: readonly BundleHead[], lessons: readonly OfficeLesson[]): DayRecord[] {
  return heads
    .toSorted((a, b) => byName(a.teacher.name, b.teacher.name) || byName(a.device.id, b.device.id))
    .map(({ day, device }) => ({
      ...day,
      lessons: lessons
        .filter(({ frame }) => frame.isOwn && frame.deviceId === device.id)
        .map(({ frame, events }) => ({ ...frame, events })),
    }))
    .filter((day) => day.lessons.length > 0 || day.packs.length > 0)
}

const collator = new Intl.Collator('en-GB')
const byName = (a: string, b: string): number => collator.compare(a, b)
