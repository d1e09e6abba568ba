import { isDeepStrictEqual } from 'node:util'
import type { DayBundle } from '../../shared/domain/day-bundle.ts'
import {
  type BundleHead,
  countedAt,
  isAhead,
  isNewerFrame,
  newestHead,
  type OfficeFrame,
  uniteFrames,
} from '../../shared/domain/office-frames.ts'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { mergeLog } from '../../shared/domain/lesson-merge.ts'
import { addOfficeEvents, listOfficeEvents, subjectOfOfficeLesson } from './office-events.ts'
import type { Store } from './open-store.ts'
import { prepared } from './prepared.ts'

/** What a bundle brought. */
export type TakenIn = { added: number; leftOut: number; isKnown: boolean }

const subjectOfDay = (date: string): string => `office-day:${date}`

type Coming = { bundle: DayBundle; contentHash: string }

/**
 * Takes teachers' days in, all of them or none, so that the disk is waited for once: lessons' entries are united by id
 * with what is here, and frames stand in place of older ones of the same computer. Any order, any number of times; a day
 * is known again by its `contentHash`. `now` is UTC ms.
 */
export const takeInBundles = (store: Store, coming: readonly Coming[], now: number): TakenIn[] =>
  store.db.transaction(() => {
    const logs: Logs = new Map()
    return coming.map((one) => takeInBundle(store, one, { now, logs }))
  })()

/** Logs read or added to in one pass, by lesson and id, so that two computers' bundles of one lesson read it once. */
type Logs = Map<string, Map<string, LessonEvent>>

function takeInBundle(
  store: Store,
  { bundle, contentHash }: Coming,
  { now, logs }: { now: number; logs: Logs },
): TakenIn {
  if (hasBundle(store, contentHash)) return { added: 0, leftOut: 0, isKnown: true }
  const entries = Object.fromEntries(bundle.lessons.map(({ lesson, events }) => [lesson.id, events.length]))
  const taken = bundle.lessons.map((one) => takeInLesson(store, { bundle, entries, now }, one, logs))
  const added = taken.reduce((sum, one) => sum + one.added, 0)
  const leftOut = taken.reduce((sum, one) => sum + one.leftOut, 0)
  const { lessons: _lessons, office: _office, ...rest } = bundle
  const { date } = bundle.day
  const head: BundleHead = { ...rest, takenAt: now, leftOut, entries }
  prepared(
    store.db,
    `INSERT INTO office_bundle (content_hash, date, device_id, version, written_at, sealed)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(
    contentHash,
    date,
    bundle.device.id,
    bundle.version,
    bundle.writtenAt,
    store.vault.seal(subjectOfDay(date), head),
  )
  return { added, leftOut, isKnown: false }
}

export const hasBundle = ({ db }: Store, contentHash: string): boolean =>
  prepared<[string]>(db, 'SELECT 1 FROM office_bundle WHERE content_hash = ?').get(contentHash) !== undefined

/** Whether another computer has said first that one of these lessons is its own, and this one's word was not taken yet. */
export const isOwnedElsewhere = ({ db }: Store, { device, lessons }: DayBundle): boolean =>
  lessons.some(({ isOwn, lesson }) => {
    if (!isOwn) return false
    const owners = prepared<[string], { deviceId: string }>(
      db,
      'SELECT device_id AS deviceId FROM office_frame WHERE lesson_id = ? AND is_own = 1',
    ).all(lesson.id)
    return owners.length > 0 && !owners.some(({ deviceId }) => deviceId === device.id)
  })

function takeInLesson(
  store: Store,
  { bundle, entries, now }: { bundle: DayBundle; entries: OfficeFrame['entries']; now: number },
  one: DayBundle['lessons'][number],
  logs: Logs,
) {
  const { events, ...frame } = one
  const { id: lessonId } = frame.lesson
  const known =
    logs.get(lessonId) ?? new Map(listOfficeEvents(store, lessonId).map((event) => [event.id, event]))
  logs.set(lessonId, known)
  const merge = mergeLog(
    {
      lessonId,
      known,
      pupilIds: new Set(frame.pupils.map(({ id }) => id)),
      staffIds: new Set(frame.staff.map(({ id }) => id)),
    },
    events,
  )
  prepared(
    store.db,
    'INSERT INTO office_lesson (lesson_id, revision) VALUES (?, 0) ON CONFLICT (lesson_id) DO NOTHING',
  ).run(lessonId)
  const written = addOfficeEvents(store, merge.added)
  for (const event of written) known.set(event.id, event)
  const added = written.length
  const { version, device, day } = bundle
  const times = { writtenAt: bundle.writtenAt, takenAt: now }
  const mark = {
    deviceId: device.id,
    date: day.date,
    version,
    writtenAt: countedAt(times),
    takenAt: now,
    isAhead: isAhead(times),
    entries,
  }
  const isFrameNew = keepFrame(store, { ...frame, ...mark })
  if (added > 0 || isFrameNew) markChanged(store, lessonId)
  const leftOut = Object.values(merge.leftOut).reduce((sum, count) => sum + count, 0)
  return { added, leftOut: leftOut + merge.added.length - added }
}

type FrameRow = {
  lessonId: string
  deviceId: string
  date: string
  version: number
  writtenAt: number
  isOwn: 0 | 1
  sealed: Buffer
}

const selectFrames = `
  SELECT lesson_id AS lessonId, device_id AS deviceId, date, version, written_at AS writtenAt, is_own AS isOwn, sealed
  FROM office_frame`

/** Rows are ours and were checked on the way in. */
const frameOf = ({ vault }: Store, { lessonId, sealed, isOwn, ...mark }: FrameRow): OfficeFrame => ({
  ...(vault.unseal(subjectOfOfficeLesson(lessonId), sealed) as OfficeFrame),
  ...mark,
  isOwn: isOwn === 1,
})

/** Keeps a frame where its computer's last one is older; says whether that makes the lesson another. */
function keepFrame(store: Store, frame: OfficeFrame): boolean {
  const { deviceId, date, version, writtenAt, isOwn, ...words } = frame
  const row = prepared<[string, string], FrameRow>(
    store.db,
    `${selectFrames} WHERE lesson_id = ? AND device_id = ?`,
  ).get(frame.lesson.id, deviceId)
  const before = row && frameOf(store, row)
  if (before && !isNewerFrame(frame, before)) return false
  prepared(
    store.db,
    `INSERT INTO office_frame (lesson_id, device_id, date, version, written_at, is_own, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (lesson_id, device_id) DO UPDATE SET date = excluded.date, version = excluded.version,
       written_at = excluded.written_at, is_own = excluded.is_own, sealed = excluded.sealed`,
  ).run(
    frame.lesson.id,
    deviceId,
    date,
    version,
    writtenAt,
    isOwn ? 1 : 0,
    store.vault.seal(subjectOfOfficeLesson(frame.lesson.id), words),
  )
  return !before || !isDeepStrictEqual(saidOf(before), saidOf(frame))
}

/** What a frame says of its lesson, whichever bundle it came in. */
function saidOf(frame: OfficeFrame): object {
  const { deviceId: _device, date: _date, version: _version, writtenAt: _at, ...rest } = frame
  const { takenAt: _taken, isAhead: _ahead, entries: _entries, ...said } = rest
  return said
}

const markChanged = ({ db }: Store, lessonId: string): void => {
  prepared(
    db,
    'UPDATE office_lesson SET revision = (SELECT max(revision) + 1 FROM office_lesson) WHERE lesson_id = ?',
  ).run(lessonId)
}

/** How far the count of changes has come. */
export const officeRevision = ({ db }: Store): number =>
  prepared<[], { revision: number | null }>(db, 'SELECT max(revision) AS revision FROM office_lesson').get()
    ?.revision ?? 0

/** Every bundle's head of a day that stands: the newest of each computer. */
export function listHeads({ db, vault }: Store, date: string): BundleHead[] {
  const rows = db
    .prepare<[string], { sealed: Buffer }>(
      'SELECT sealed FROM office_bundle WHERE date = ? ORDER BY content_hash',
    )
    .all(date)
  const byDevice = new Map<string, BundleHead[]>()
  for (const { sealed } of rows) {
    const head = vault.unseal(subjectOfDay(date), sealed) as BundleHead
    byDevice.set(head.device.id, [...(byDevice.get(head.device.id) ?? []), head])
  }
  return [...byDevice.values()].flatMap((sent) => newestHead(sent) ?? [])
}

/** The days something was sent of, newest first. */
export const listOfficeDates = ({ db }: Store): string[] =>
  db
    .prepare<[], { date: string }>('SELECT DISTINCT date FROM office_bundle ORDER BY date DESC LIMIT 400')
    .all()
    .map(({ date }) => date)

/** The lessons of a day, each by the frame that goes first, with the count of its last change. */
export function listOfficeFrames(store: Store, date: string): { frame: OfficeFrame; revision: number }[] {
  const rows = store.db
    .prepare<[string], FrameRow & { revision: number }>(
      `SELECT frame.lesson_id AS lessonId, frame.device_id AS deviceId, frame.date, frame.version,
              frame.written_at AS writtenAt, frame.is_own AS isOwn, frame.sealed, revision
       FROM office_frame frame JOIN office_lesson USING (lesson_id)
       WHERE lesson_id IN (SELECT lesson_id FROM office_frame WHERE date = ?)`,
    )
    .all(date)
  const byLesson = new Map<string, { frames: OfficeFrame[]; revision: number }>()
  for (const { revision, ...row } of rows) {
    const before = byLesson.get(row.lessonId)?.frames ?? []
    byLesson.set(row.lessonId, { frames: [...before, frameOf(store, row)], revision })
  }
  return [...byLesson.values()].flatMap(({ frames: [first, ...others], revision }) => {
    if (!first) return []
    const frame = uniteFrames([first, ...others])
    return frame.date === date ? [{ frame, revision }] : []
  })
}
