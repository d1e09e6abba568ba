import { basename, dirname, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { DayRecord } from '../../shared/domain/day-record.ts'
import type { LessonEvent } from '../../shared/domain/events.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import { waitsFor } from '../../shared/domain/waiting-export.ts'
import type { ExportedDay, ExportProgress } from '../../shared/ipc/commands/export.ts'
import { appendEvents, lastRecordedAt } from '../store/event-log.ts'
import { findLastExport, rememberExport } from '../store/exports-repository.ts'
import type { Store } from '../store/open-store.ts'
import { beginExport, findWaiting, keepWaiting, stopWaiting } from '../store/waiting-exports.ts'
import { type Context, whoIsHere } from './context.ts'
import { writeDayBundle } from './day-bundle.ts'
import { Refusal } from './dispatch.ts'
import { inWords } from './in-words.ts'
import { nothingSigned, readSignedOffDay, type SignedOffDay } from './signed-off-day.ts'

export type ExportWish = {
  /** Where to, in place of the office's folder; such a day does not wait where that is away, and the office has not had it. */
  officeFolder?: string
  /** Also where the office has had exactly this and its folder is gone. */
  again?: boolean
  /** Somebody is waiting for it. */
  isAwaited?: boolean
  told?: (step: Omit<ExportProgress, 'date' | 'way'>) => void
  /** Aborted, the export stops and nothing of it is left to be seen. */
  signal?: AbortSignal
}

/**
 * The end of a teacher's day: what is signed off goes to the office's folder, whole or not at all. One way for the screen and for
 * the command line. From its beginning the day is known to be on its way, so that it is not forgotten when the folder or
 * the app is gone before it is there; once it is, that and the lessons' being exported are one transaction.
 */
export async function exportDay(context: Context, date: string, wish: ExportWish = {}): Promise<ExportedDay> {
  const { store, school } = whoIsHere(context)
  const officeFolder = wish.officeFolder ?? school.officeFolder
  if (!officeFolder) throw new Refusal('no-folder', 'Choose the office’s folder first. Nothing is lost.')
  const read = readSignedOffDay(context, date)
  const mayWait = wish.officeFolder === undefined
  if (read.signed.length === 0) {
    const joined = await keptOnItsWay(context, date, mayWait, () => exportJoined(context, read, officeFolder))
    if (mayWait) stopWaiting(store, date)
    return joined
  }
  // Dated before the writing begins: a correction made meanwhile comes after it and is not covered by it.
  const exported = read.signed
    .filter((card) => card.state === 'signed-off')
    .map((card) => exportedEvent(context, store, card))
  const exportedAt = context.now()
  const written = await keptOnItsWay(context, date, mayWait, async () => {
    const files = await write(context, { day: read.day, officeFolder, exportedAt }, wish)
    await writeDayBundle(context, read, officeFolder)
    return files
  })
  const { folder, version, files, unchanged, isGone, contentHash, earlierIsDated } = written
  const openFiles = [...written.openFiles]
  const added = store.db.transaction(() => {
    if (officeFolder !== school.officeFolder) return []
    rememberExport(store, { date, version, folder, exportedAt, contentHash })
    if (mayWait) stopWaiting(store, date)
    return exported.map((event) => ({ event, events: appendEvents(store, [event]) }))
  })()
  for (const { event, events } of added) {
    context.windows.tell('lesson.changed', { lessonId: event.lessonId, events })
  }
  return { folder, version, files, lessons: read.signed.length, unchanged, isGone, earlierIsDated, openFiles }
}

/**
 * Does what sends a day, and lets the day wait where it may and what is in the way passes by itself; one that waits
 * already, as somebody was told, goes on waiting whatever is in the way.
 */
async function keptOnItsWay<T>(
  context: Context,
  date: string,
  mayWait: boolean,
  send: () => Promise<T>,
): Promise<T> {
  if (!mayWait) return inWords(send)
  const { store } = whoIsHere(context)
  const isPromised = findWaiting(store, date) !== null
  beginExport(store, date, context.now())
  try {
    return await inWords(send)
  } catch (error) {
    const reason = waitsFor(error instanceof Refusal ? error.code : '', isPromised)
    if (reason === null) stopWaiting(store, date)
    else keepWaiting(store, date, reason)
    if (reason === null || !(error instanceof Refusal)) throw error
    throw new Refusal(error.code, `${error.message} ${WAITS}`)
  }
}

const WAITS =
  'Or leave it: the day waits here and goes by itself as soon as that has passed, also after a restart.'

/** A second adult without a lesson of their own: what they saw goes to the Office view alone. */
async function exportJoined(
  context: Context,
  read: SignedOffDay,
  officeFolder: string,
): Promise<ExportedDay> {
  const bundle = await writeDayBundle(context, read, officeFolder)
  if (!bundle) throw nothingSigned()
  const { path, version, unchanged } = bundle
  return { folder: dirname(path), version, files: [basename(path)], lessons: 0, unchanged }
}

type DayToWrite = { day: DayRecord; officeFolder: string; exportedAt: number }

/** Writes the day's folder. Fails with an `ExportFailure`. */
async function write(
  context: Context,
  one: DayToWrite,
  { again = false, isAwaited = false, told, signal }: ExportWish,
) {
  const { appVersion, printPdf } = context
  const { store, school, deviceId } = whoIsHere(context)
  const { day, officeFolder, exportedAt } = one
  const last = findLastExport(store, day.date)
  const known = last && join(officeFolder, basename(last.folder)) === last.folder ? last : null
  const { writeDay } = await import('../exchange/export/write-day.ts')
  return writeDay({
    officeFolder,
    ...(officeFolder !== school.officeFolder && { named: { of: 'anybody', isKept: false } }),
    day,
    deviceId,
    printPdf,
    exportedAt,
    appVersion,
    settings: school.exportSettings,
    known,
    again,
    isAwaited,
    folder: context.officeFolder(),
    ...(told && { told }),
    ...(signal && { signal }),
  })
}

function exportedEvent(context: Context, store: Store, card: LessonCard): LessonEvent {
  const { me, deviceId } = whoIsHere(context)
  const at = Math.max(context.now(), (lastRecordedAt(store, card.id) ?? 0) + 1)
  return {
    kind: 'moved',
    id: uuidv7(),
    value: { to: 'exported' },
    lessonId: card.id,
    at,
    actorId: me.id,
    deviceId,
  }
}
