import type { DayLesson, SchoolDay } from '../../../shared/domain/end-of-day.ts'
import { factsOf } from '../../../shared/domain/tally.ts'
import { type SchoolDate, schoolDateOf } from '../../../shared/domain/times.ts'
import type { LessonCard } from '../../../shared/domain/today.ts'
import type { ExportedDay } from '../../../shared/ipc/commands/export.ts'
import { pupilIdsOfLesson } from '../../store/classes-repository.ts'
import { findLastExport } from '../../store/exports-repository.ts'
import { listOptedOutIds } from '../../store/joining-repository.ts'
import { listCards, listUnfinishedBefore } from '../../store/lessons-repository.ts'
import { readLog } from '../../store/open-log.ts'
import type { Store } from '../../store/open-store.ts'
import { findJoined } from '../../store/shared-lesson-repository.ts'
import { findWaiting, listWaiting, stopWaiting } from '../../store/waiting-exports.ts'
import { type Context, storeOf } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { exportDay } from '../export-day.ts'
import { createExportQueue } from '../export-queue.ts'

type Run = { exported: Promise<ExportedDay>; stop: AbortController }

/** The end of the day: what is signed off goes to the office's folder, whole or not at all, now or once it is back. */
export function exportHandlers(
  context: Context,
): Pick<Handlers, 'export.get' | 'export.day' | 'export.cancel' | 'export.reveal'> {
  const { windows } = context
  /** Days being written now: asked for twice, a day is written once. */
  const running = new Map<string, Run>()
  const run = (date: string, again = false, isAwaited = false): Promise<ExportedDay> => {
    const present = running.get(date)
    if (present) return present.exported
    const stop = new AbortController()
    const told = (step: { step: 'looking' | 'making' | 'printing' | 'writing'; done: number; of: number }) =>
      windows.tell('export.progress', { date, ...step })
    const exported = context
      .unfinished(exportDay(context, date, { again, isAwaited, told, signal: stop.signal }))
      .finally(() => running.delete(date))
    running.set(date, { exported, stop })
    return exported
  }
  const queue = createExportQueue(
    context,
    (date) => run(date),
    (date) => running.has(date),
  )
  return {
    'export.get': () => {
      queue.follow()
      return readDays(context)
    },
    'export.day': async ({ date, again = false }) => {
      try {
        return await run(date, again, true)
      } finally {
        queue.follow()
        windows.tell('export.changed', {})
      }
    },
    'export.cancel': ({ date }) => {
      const present = running.get(date)
      if (present) present.stop.abort()
      else stopWaiting(storeOf(context), date)
      windows.tell('export.changed', {})
      return {}
    },
    'export.reveal': ({ date }) => {
      const last = findLastExport(storeOf(context), date)
      if (last === null) throw new Refusal('not-exported', 'That day has not been exported yet.')
      context.reveal(last.folder)
      return {}
    },
  }
}

/** Today, and the earlier days of which something is not with the office. */
function readDays(context: Context): { today: SchoolDate; days: SchoolDay[] } {
  const store = storeOf(context)
  const today = schoolDateOf(context.now())
  const unfinished = listUnfinishedBefore(store, today).map(({ startsAt }) => schoolDateOf(startsAt))
  const waiting = listWaiting(store).map(({ date }) => date)
  const earlier = [...new Set([...unfinished, ...waiting])].filter((date) => date !== today)
  const days = [today, ...earlier.toSorted((a, b) => b.localeCompare(a))]
  return { today, days: days.map((date) => readDay(store, date)) }
}

function readDay(store: Store, date: SchoolDate): SchoolDay {
  const last = findLastExport(store, date)
  return {
    date,
    lessons: listCards(store, date)
      .filter(({ id }) => !findJoined(store, id))
      .map((card) => lessonOf(store, card)),
    waiting: findWaiting(store, date),
    last: last && { version: last.version, at: last.exportedAt },
  }
}

function lessonOf(store: Store, card: LessonCard): DayLesson {
  if (card.state === 'planned' || card.state === 'preparing') {
    return { ...card, unreconciled: 0, wasExported: false }
  }
  const log = readLog(store, card.id)
  const pupilIds = pupilIdsOfLesson(store, card, log)
  const { unreconciled } = factsOf(log.tally, [], pupilIds, listOptedOutIds(store, pupilIds, card))
  const wasExported = log.events.some((event) => event.kind === 'moved' && event.value.to === 'exported')
  return { ...card, unreconciled: card.state === 'ended' ? unreconciled : 0, wasExported }
}
