import { basename, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { isSignedOff } from '../../shared/domain/lesson.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import { waitsFor } from '../../shared/domain/waiting-export.ts'
import type { ExportedDay, ExportProgress } from '../../shared/ipc/commands/export.ts'
import { readDayRecord } from '../store/day-record.ts'
import { appendEvents, lastRecordedAt } from '../store/event-log.ts'
import { findLastExport, rememberExport } from '../store/exports-repository.ts'
import { listCards } from '../store/lessons-repository.ts'
import type { Store } from '../store/open-store.ts'
import { findJoined } from '../store/shared-lesson-repository.ts'
import { beginExport, keepWaiting, stopWaiting } from '../store/waiting-exports.ts'
import { type Context, whoIsHere } from './context.ts'
import { Refusal } from './dispatch.ts'

export type ExportWish = {
  /** Also where the office has had exactly this and its folder is gone. */
  again?: boolean
  /** Somebody is waiting for it. */
  isAwaited?: boolean
  told?: (step: Omit<ExportProgress, 'date'>) => void
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
  const { officeFolder } = school
  if (!officeFolder) throw new Refusal('no-folder', "Choose the office's folder first. Nothing is lost.")
  const cards = listCards(store, date).filter((card) => isSignedOff(card) && !findJoined(store, card.id))
  if (cards.length === 0) {
    throw new Refusal('nothing-signed', 'Sign off a lesson first: there is nothing to export yet.')
  }
  // Dated before the writing begins: a correction made meanwhile comes after it and is not covered by it.
  const exported = cards
    .filter((card) => card.state === 'signed-off')
    .map((card) => exportedEvent(context, store, card))
  const exportedAt = context.now()
  beginExport(store, date, exportedAt)
  const written = await write(context, { date, officeFolder, exportedAt, cards }, wish)
  const { folder, version, files, unchanged, isGone, contentHash, earlierIsDated } = written
  const added = store.db.transaction(() => {
    rememberExport(store, { date, version, folder, exportedAt, contentHash })
    stopWaiting(store, date)
    return exported.map((event) => ({ event, events: appendEvents(store, [event]) }))
  })()
  for (const { event, events } of added) {
    context.windows.tell('lesson.changed', { lessonId: event.lessonId, events })
  }
  return { folder, version, files, lessons: cards.length, unchanged, isGone, earlierIsDated }
}

type DayToWrite = { date: string; officeFolder: string; exportedAt: number; cards: readonly LessonCard[] }

/** Writes the day, or refuses in words; a day whose folder is away goes on waiting. */
async function write(
  context: Context,
  one: DayToWrite,
  { again = false, isAwaited = false, told, signal }: ExportWish,
) {
  const { deviceName, appVersion, printPdf, session } = context
  const { store, school } = whoIsHere(context)
  const { date, officeFolder, exportedAt, cards } = one
  const day = readDayRecord(store, { date, school, deviceName, isExample: session.isExample }, cards)
  const last = findLastExport(store, date)
  const known = last && join(officeFolder, basename(last.folder)) === last.folder ? last : null
  const { writeDay, ExportFailure } = await import('../exchange/export/write-day.ts')
  try {
    return await writeDay({
      officeFolder,
      day,
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
  } catch (error) {
    const reason = error instanceof ExportFailure ? waitsFor(error.code) : null
    if (reason === null) stopWaiting(store, date)
    else keepWaiting(store, date, reason)
    if (!(error instanceof ExportFailure)) throw error
    throw new Refusal(error.code, reason === null ? error.message : `${error.message} ${WAITS}`)
  }
}

const WAITS =
  'Or leave it: the day waits here and goes by itself as soon as that has passed, also after a restart.'

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
