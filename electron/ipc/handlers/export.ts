import type { Entry, LessonEvent } from '../../../shared/domain/events.ts'
import type { LessonCard } from '../../../shared/domain/today.ts'
import { v7 as uuidv7 } from 'uuid'
import { readDayRecord } from '../../store/day-record.ts'
import { appendEvents } from '../../store/event-log.ts'
import { findLastExport, rememberExport } from '../../store/exports-repository.ts'
import { listCards } from '../../store/lessons-repository.ts'
import { type Context, storeOf, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

/** The end of the day: what is signed off goes to the office's folder, whole or not at all. */
export function exportHandlers(context: Context): Pick<Handlers, 'export.day' | 'export.reveal'> {
  const { preset } = context
  return {
    'export.day': async ({ date }) => {
      const { store, school } = whoIsHere(context)
      const officeFolder = school.officeFolder
      if (!officeFolder) throw new Refusal('no-folder', "Choose the office's folder first. Nothing is lost.")
      const cards = listCards(store, date, preset.checkItems.length).filter(isSignedOff)
      if (cards.length === 0)
        throw new Refusal('nothing-signed', 'Sign off a lesson first: there is nothing to export yet.')
      const { deviceName, appVersion } = context
      const day = readDayRecord(
        store,
        { date, school, deviceName, isExample: context.session.isExample },
        cards,
        preset,
      )
      const { writeDay, ExportFailure } = await import('../../exchange/export/write-day.ts')
      const exportedAt = context.now()
      const written = await writeDay({
        officeFolder,
        day,
        printPdf: context.printPdf,
        exportedAt,
        appVersion,
      }).catch((error: unknown) => {
        throw error instanceof ExportFailure ? new Refusal(error.code, error.message) : error
      })
      rememberExport(store, { date, version: written.version, folder: written.folder, exportedAt })
      markExported(context, cards, exportedAt)
      return { ...written, lessons: cards.length }
    },
    'export.reveal': ({ date }) => {
      const last = findLastExport(storeOf(context), date)
      if (!last) throw new Refusal('not-exported', 'That day has not been exported yet.')
      context.reveal(last.folder)
      return {}
    },
  }
}

const isSignedOff = (card: LessonCard): boolean => card.state === 'signed-off' || card.state === 'exported'

function markExported(context: Context, cards: readonly LessonCard[], at: number): void {
  const { store, me, deviceId } = whoIsHere(context)
  for (const card of cards.filter((one) => one.state === 'signed-off')) {
    const moved: Entry = { kind: 'moved', id: uuidv7(), value: { to: 'exported' } }
    const event: LessonEvent = { ...moved, lessonId: card.id, at, actorId: me.id, deviceId }
    const events = appendEvents(store, [event], context.preset.checkItems)
    context.windows.tell('lesson.changed', { lessonId: card.id, events })
  }
}
