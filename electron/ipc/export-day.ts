import { v7 as uuidv7 } from 'uuid'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { isSignedOff } from '../../shared/domain/lesson.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import type { ExportedDay } from '../../shared/ipc/contract.ts'
import { readDayRecord } from '../store/day-record.ts'
import { appendEvents, lastRecordedAt } from '../store/event-log.ts'
import { rememberExport } from '../store/exports-repository.ts'
import { listCards } from '../store/lessons-repository.ts'
import type { Store } from '../store/open-store.ts'
import { findJoined } from '../store/shared-lesson-repository.ts'
import { type Context, whoIsHere } from './context.ts'
import { Refusal } from './dispatch.ts'

/**
 * The end of a teacher's day: what is signed off goes to the office's folder, whole or not at all. One way for the screen and for
 * the command line.
 */
export async function exportDay(context: Context, date: string): Promise<ExportedDay> {
  const { deviceName, appVersion, printPdf } = context
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
  const isExample = context.session.isExample
  const day = readDayRecord(store, { date, school, deviceName, isExample }, cards)
  const { writeDay, ExportFailure } = await import('../exchange/export/write-day.ts')
  const settings = school.exportSettings
  const written = await writeDay({ officeFolder, day, printPdf, exportedAt, appVersion, settings }).catch(
    (error: unknown) => {
      throw error instanceof ExportFailure ? new Refusal(error.code, error.message) : error
    },
  )
  rememberExport(store, { date, version: written.version, folder: written.folder, exportedAt })
  for (const event of exported) {
    const events = appendEvents(store, [event])
    context.windows.tell('lesson.changed', { lessonId: event.lessonId, events })
  }
  return { ...written, lessons: cards.length }
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
