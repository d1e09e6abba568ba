import type { DayLesson, SchoolDay } from '../../../shared/domain/end-of-day.ts'
import { incidentsOf } from '../../../shared/domain/incidents.ts'
import { factsOf } from '../../../shared/domain/tally.ts'
import { addDays, boundsOf, type SchoolDate, schoolDateOf } from '../../../shared/domain/times.ts'
import type { LessonCard } from '../../../shared/domain/today.ts'
import type { ExportedDay } from '../../../shared/ipc/commands/export.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { pupilIdsOfLesson } from '../../store/classes-repository.ts'
import { findLastExport } from '../../store/exports-repository.ts'
import { listJoinedRecorded } from '../../store/joined-day.ts'
import { listOptedOutIds } from '../../store/joining-repository.ts'
import { countOwedBefore, listCards, listUnfinishedStarts } from '../../store/lessons-repository.ts'
import { findOfficeKey } from '../../store/keys-repository.ts'
import { findMailed } from '../../store/mailed-days.ts'
import { readLog } from '../../store/open-log.ts'
import type { Store } from '../../store/open-store.ts'
import { wasSealedFor } from '../../store/sealed-days-repository.ts'
import { findJoined } from '../../store/shared-lesson-repository.ts'
import { findWaiting, listWaiting, stopWaiting } from '../../store/waiting-exports.ts'
import { type Context, storeOf } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { exportDay, type ExportWish } from '../export-day.ts'
import { createExportQueue } from '../export-queue.ts'

type Run = { exported: Promise<ExportedDay>; stop: AbortController }

/** The end of the day: what is signed off goes to the office's folder, whole or not at all, now or once it is back. */
export function exportHandlers(
  context: Context,
): Pick<Handlers, 'export.get' | 'export.day' | 'export.cancel' | 'export.reveal'> {
  const { windows } = context
  /** Days being written now: asked for twice, a day is written once. */
  const running = new Map<string, Run>()
  /** Where days went since the app began: one that held joined lessons alone is in no list of exports. */
  const folders = new Map<string, string>()
  const run = (date: string, again = false, isAwaited = false): Promise<ExportedDay> => {
    const present = running.get(date)
    if (present) return present.exported
    const stop = new AbortController()
    const told: ExportWish['told'] = (step) =>
      windows.tell('export.progress', { date, way: 'office', ...step })
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
  queue.follow()
  return {
    'export.get': () => {
      queue.follow()
      return readDays(context)
    },
    'export.day': async ({ date, again = false }) => {
      try {
        const exported = await run(date, again, true)
        folders.set(date, exported.folder)
        return exported
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
      const folder = folders.get(date) ?? findLastExport(storeOf(context), date)?.folder
      if (!folder) throw new Refusal('not-exported', 'That day has not been exported yet.')
      context.reveal(folder)
      return {}
    },
  }
}

/** Earlier days are listed so far back; of what is older it is said how much there is. */
const LISTED_DAYS = 60

/** Today, and the earlier days of which something is not with the office. */
function readDays(context: Context): Output<'export.get'> {
  const store = storeOf(context)
  const today = schoolDateOf(context.now())
  const [listedFrom, from] = [boundsOf(addDays(today, -LISTED_DAYS)).from, boundsOf(today).from]
  const unfinished = listUnfinishedStarts(store, listedFrom, from).map(schoolDateOf)
  const office = findOfficeKey(store)
  const joined = listJoinedRecorded(store)
  const unsent = office === null ? [] : joinedNotSent(store, joined, { office, listedFrom, from })
  const waiting = listWaiting(store).map(({ date }) => date)
  const earlier = [...new Set([...unfinished, ...unsent, ...waiting])].filter((date) => date !== today)
  const days = [today, ...earlier.toSorted((a, b) => b.localeCompare(a))]
  return {
    today,
    days: days.map((date) => readDay(store, date, joined)),
    older: countOwedBefore(store, listedFrom),
    knowsOffice: office !== null,
  }
}

type Joined = ReturnType<typeof listJoinedRecorded>

/** Earlier days of joined lessons of which the office was never sent anything. */
function joinedNotSent(
  store: Store,
  joined: Joined,
  { office, listedFrom, from }: { office: string; listedFrom: number; from: number },
): SchoolDate[] {
  return joined
    .filter(({ card }) => card.startsAt >= listedFrom && card.startsAt < from)
    .map(({ card }) => schoolDateOf(card.startsAt))
    .filter((date) => !wasSealedFor(store, date, office))
}

function readDay(store: Store, date: SchoolDate, joined: Joined): SchoolDay {
  const last = findLastExport(store, date)
  const mailed = findMailed(store, date)
  return {
    date,
    lessons: listCards(store, date)
      .filter(({ id }) => !findJoined(store, id))
      .map((card) => lessonOf(store, card)),
    joined: joined
      .filter(({ card }) => schoolDateOf(card.startsAt) === date)
      .map(({ card: { id, className, subject, startsAt }, joined: { teacherName } }) => ({
        id,
        className,
        subject,
        startsAt,
        teacherName,
      })),
    waiting: findWaiting(store, date),
    last: last && { version: last.version, at: last.exportedAt },
    mailed: mailed && { version: mailed.version, at: mailed.madeAt },
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
  if (card.state !== 'ended') return { ...card, unreconciled: 0, wasExported }
  const undescribed = incidentsOf(log.events).filter(({ what }) => what === null).length
  return { ...card, unreconciled, wasExported, incidentsToDescribe: undescribed }
}
