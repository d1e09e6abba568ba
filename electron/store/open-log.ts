import type { Database } from 'better-sqlite3'
import { emptyLog, extendLog, type LessonLog } from '../../shared/domain/lesson-log.ts'
import { countEvents, listEvents, listEventsFrom } from './event-log.ts'
import type { Store } from './open-store.ts'

/** How many lessons a teacher goes to and fro between: the one that is live, and those being signed off. */
const MOST_KEPT = 4

/** The logs that were read last, of each open database: copies of what is committed, never ahead of it. */
const lastRead = new WeakMap<Database, Map<string, LessonLog>>()

/**
 * A lesson's log, added up. The lesson that is going on is asked for at every tap, so it is kept and only what has
 * been added since is read. Rows are never changed or deleted, so as many rows as are known are the rows that are
 * known. Inside a transaction nothing is kept: it may yet be undone.
 */
export function readLog(store: Store, lessonId: string): LessonLog {
  if (store.db.inTransaction) return readWhole(store, lessonId)
  const kept = lastRead.get(store.db) ?? new Map<string, LessonLog>()
  const known = kept.get(lessonId)
  const log = known ? catchUp(store, lessonId, known) : readWhole(store, lessonId)
  // The one asked for last stands last; the first goes where there are too many.
  kept.delete(lessonId)
  kept.set(lessonId, log)
  for (const [oldest] of kept) if (kept.size > MOST_KEPT) kept.delete(oldest)
  lastRead.set(store.db, kept)
  return log
}

const readWhole = (store: Store, lessonId: string): LessonLog =>
  extendLog(emptyLog, listEvents(store, lessonId))

function catchUp(store: Store, lessonId: string, log: LessonLog): LessonLog {
  const count = countEvents(store, lessonId)
  if (count === log.events.length) return log
  const later = extendLog(log, listEventsFrom(store, lessonId, log.events.at(-1)?.at ?? 0))
  // Another computer's events may be older than the last that is known.
  return count === later.events.length ? later : readWhole(store, lessonId)
}
