import type { DayBundle } from './day-bundle.ts'
import type { DayRecord, LessonFrame } from './day-record.ts'
import type { LessonEvent } from './events.ts'

/** Which bundle something came in. `writtenAt` is UTC ms, as `countedAt` has it. */
export type BundleMark = WrittenMark & { deviceId: string; date: string }

/** What says which of a computer's bundles was written later. */
type WrittenMark = {
  version: number
  writtenAt: number
  /** By the office's clock, UTC ms; not known of what came before that was kept. */
  takenAt?: number
  /** It said that it was written after the office had it: its clock was ahead. */
  isAhead?: boolean
  /** How many entries it held, by lesson; not known of what came before that was kept. */
  entries?: Readonly<Record<string, number>> | undefined
}

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
  entries?: WrittenMark['entries']
}

/**
 * When a bundle counts as written, UTC ms: by its computer's clock, but never after the office took it in, so that a
 * clock that was ahead cannot keep every later correction out.
 */
export const countedAt = ({ writtenAt, takenAt }: Pick<BundleHead, 'writtenAt' | 'takenAt'>): number =>
  Math.min(writtenAt, takenAt)

/** Whether a bundle says that it was written after the office had it. */
export const isAhead = ({ writtenAt, takenAt }: Pick<BundleHead, 'writtenAt' | 'takenAt'>): boolean =>
  writtenAt > takenAt

/**
 * Whether one frame of a computer's lesson stands in place of another. A log only grows, so that of the longer one is
 * the later, whatever any clock or number says.
 */
export const isNewerFrame = (one: OfficeFrame, other: OfficeFrame): boolean => {
  const { id } = one.lesson
  const [count, before] = [one.entries?.[id], other.entries?.[id]]
  return count === undefined || before === undefined || count === before
    ? isNewer(one, other)
    : count > before
}

/**
 * Which of two with equal logs is the later: the one of the higher version, because a clock may be behind. Only what was
 * written after the office had the other is later whatever its number: versions begin at 1 again where the folder is
 * another.
 */
function isNewer(one: WrittenMark, other: WrittenMark): boolean {
  if (isSurelyAfter(one, other)) return true
  if (isSurelyAfter(other, one)) return false
  return one.version !== other.version ? one.version > other.version : one.writtenAt > other.writtenAt
}

/** By a clock that was right, after the office had the other already. */
const isSurelyAfter = (one: WrittenMark, { writtenAt, takenAt = writtenAt }: WrittenMark): boolean =>
  !one.isAhead && one.writtenAt > takenAt

/** How many more entries one holds of the lessons that both hold: one that was reopened is not in its bundle. */
const moreEntries = ({ entries = {} }: BundleHead, other: BundleHead): number =>
  Object.entries(entries).reduce((sum, [lessonId, count]) => {
    const before = other.entries?.[lessonId]
    return before === undefined ? sum : sum + count - before
  }, 0)

/**
 * The head that stands of all that one computer sent of a day, in whichever order they are given: of those that no other
 * has a longer log than, and none was written after surely, the one of the highest version. Where all is equal the first
 * stands, so a caller gives them in an order of their own.
 */
export function newestHead(heads: readonly BundleHead[]): BundleHead | undefined {
  const longest = heads.filter((one) => !heads.some((other) => moreEntries(other, one) > 0))
  // Logs that contradict each other say nothing.
  const marks = (longest.length > 0 ? longest : heads).map((head) => ({ head, ...markOf(head) }))
  const latest = marks.filter((one) => !marks.some((other) => isSurelyAfter(other, one)))
  return latest.toSorted((a, b) => b.version - a.version || b.writtenAt - a.writtenAt)[0]?.head
}

const markOf = (head: BundleHead): WrittenMark => ({
  version: head.version,
  takenAt: head.takenAt,
  writtenAt: countedAt(head),
  isAhead: isAhead(head),
})

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
