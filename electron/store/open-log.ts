import type { Database } from 'better-sqlite3'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { emptyLog, extendLog, type LessonLog } from '../../shared/domain/lesson-log.ts'
import { appendEvents, countEvents, listEvents, listEventsFrom } from './event-log.ts'
import type { Store } from './open-store.ts'
import { prepared } from './prepared.ts'

/** How many lessons a teacher goes to and fro between: the one that is live, and those being signed off. */
const MOST_KEPT = 4

/** How far a database has changed: by this connection, in rows, and by others, as a number that is another each time. */
type Changes = { own: number; others: number }
type Kept = { log: LessonLog; changes: Changes }

/** The logs that were read last, of each open database: copies of what is committed, never ahead of it. */
const lastRead = new WeakMap<Database, Map<string, Kept>>()

/**
 * A lesson's log, added up. The lesson that is going on is asked for at every tap, so it is kept and only what has
 * been added since is read. Inside a transaction nothing is kept: it may yet be undone.
 */
export function readLog(store: Store, lessonId: string): LessonLog {
  if (store.db.inTransaction) return readWhole(store, lessonId)
  const known = lastRead.get(store.db)?.get(lessonId)
  const changes = changesOf(store)
  if (known && isSame(known.changes, changes)) return known.log
  const log = known ? catchUp(store, lessonId, known.log) : readWhole(store, lessonId)
  keep(store, lessonId, { log, changes })
  return log
}

/** As `appendEvents`, of one lesson's log as `readLog` gave it: the next reading of it finds it there already. */
export function appendToLog(
  store: Store,
  lessonId: string,
  log: LessonLog,
  events: readonly LessonEvent[],
): LessonEvent[] {
  const known = lastRead.get(store.db)?.get(lessonId)
  const before = changesOf(store)
  const added = appendEvents(store, events)
  const isCurrent = known?.log === log && isSame(known.changes, before) && !store.db.inTransaction
  // What others changed meanwhile is still to be read.
  const changes = { own: changesOf(store).own, others: before.others }
  if (isCurrent) keep(store, lessonId, { log: extendLog(log, added), changes })
  return added
}

function keep({ db }: Store, lessonId: string, one: Kept): void {
  const kept = lastRead.get(db) ?? new Map<string, Kept>()
  // The one asked for last stands last; the first goes where there are too many.
  kept.delete(lessonId)
  kept.set(lessonId, one)
  for (const [oldest] of kept) if (kept.size > MOST_KEPT) kept.delete(oldest)
  lastRead.set(db, kept)
}

const changesOf = ({ db }: Store): Changes => ({
  own: prepared<[], { own: number }>(db, 'SELECT total_changes() AS own').get()?.own ?? 0,
  others: prepared<[], { data_version: number }>(db, 'PRAGMA data_version').get()?.data_version ?? 0,
})

const isSame = (one: Changes, other: Changes): boolean => one.own === other.own && one.others === other.others

const readWhole = (store: Store, lessonId: string): LessonLog =>
  extendLog(emptyLog, listEvents(store, lessonId))

/** Rows are never changed or deleted, so as many rows as are known are the rows that are known. */
function catchUp(store: Store, lessonId: string, log: LessonLog): LessonLog {
  const count = countEvents(store, lessonId)
  if (count === log.events.length) return log
  const later = extendLog(log, listEventsFrom(store, lessonId, log.events.at(-1)?.at ?? 0))
  // Another computer's events may be older than the last that is known.
  return count === later.events.length ? later : readWhole(store, lessonId)
}
