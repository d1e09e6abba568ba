import { type LessonEvent, pupilOf } from '../../shared/domain/events.ts'
import { boundsOf, type SchoolDate } from '../../shared/domain/times.ts'
import { tally } from '../../shared/domain/tally.ts'
import { checklistOf } from './checklist-repository.ts'
import { eventColumns, eventOfRow, type EventRow, insertedColumns, insertedValues } from './event-rows.ts'
import { subjectOfLesson } from './lessons-repository.ts'
import type { Store } from './open-store.ts'
import { prepared } from './prepared.ts'

const selectEvents = `SELECT ${eventColumns} FROM event`

/** When the last thing was recorded in a lesson, UTC ms; null for an empty log. */
export const lastRecordedAt = ({ db }: Store, lessonId: string): number | null =>
  db
    .prepare<[string], { at: number | null }>('SELECT max(at) AS at FROM event WHERE lesson_id = ?')
    .get(lessonId)?.at ?? null

/** The log of a lesson, in order. */
export const listEvents = (store: Store, lessonId: string): LessonEvent[] =>
  store.db
    .prepare<[string], EventRow>(`${selectEvents} WHERE lesson_id = ? ORDER BY at, id`)
    .all(lessonId)
    .map((row) => eventOf(store, row))

/** Those that happened at a moment (UTC ms) or after it, in order. */
export const listEventsFrom = (store: Store, lessonId: string, at: number): LessonEvent[] =>
  prepared<[string, number], EventRow>(
    store.db,
    `${selectEvents} WHERE lesson_id = ? AND at >= ? ORDER BY at, id`,
  )
    .all(lessonId, at)
    .map((row) => eventOf(store, row))

/** Those of some ids that are there already, whichever lesson they are of. */
export const findEvents = (store: Store, ids: readonly string[]): LessonEvent[] =>
  ids.flatMap((id) => {
    const row = prepared<[string], EventRow>(store.db, `${selectEvents} WHERE id = ?`).get(id)
    return row ? [eventOf(store, row)] : []
  })

/** How many events a lesson's log has. */
export const countEvents = ({ db }: Store, lessonId: string): number =>
  prepared<[string], { count: number }>(db, 'SELECT count(*) AS count FROM event WHERE lesson_id = ?').get(
    lessonId,
  )?.count ?? 0

/** What of a lesson's log decides its checks, in order: for a look over many lessons, without their taps. */
export const listCheckEvents = (store: Store, lessonId: string): LessonEvent[] =>
  listEventsOf(store, lessonId, ['moved', 'check-answered'])

/** Of a lesson's log only its notes and what was taken back, so that no pupil's taps are read for them. */
export const listNoteEvents = (store: Store, lessonId: string): LessonEvent[] =>
  listEventsOf(store, lessonId, ['note', 'revoked'])

const listEventsOf = (store: Store, lessonId: string, kinds: readonly LessonEvent['kind'][]): LessonEvent[] =>
  store.db
    .prepare<[string, string], EventRow>(
      `${selectEvents} WHERE lesson_id = ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY at, id`,
    )
    .all(lessonId, JSON.stringify(kinds))
    .map((row) => eventOf(store, row))

const eventOf = (store: Store, row: EventRow): LessonEvent =>
  eventOfRow(row, (sealed) => store.vault.unseal(row.pupilId ?? subjectOfLesson(store, row.lessonId), sealed))

/**
 * Adds events to the log and to the rollups, in one transaction: all of them or none. Events already there are left
 * out, so the same act sent again, or another computer's log merged again, is written once. Returns those added.
 */
export function appendEvents(store: Store, events: readonly LessonEvent[]): LessonEvent[] {
  return store.db.transaction(() => {
    const exists = prepared<[string]>(store.db, 'SELECT 1 FROM event WHERE id = ?')
    const added = events.filter((event) => exists.get(event.id) === undefined)
    for (const event of added) {
      insert(store, event)
      rollUpPoints(store, event)
    }
    const lessons = new Set(added.filter(movesLesson).map((event) => event.lessonId))
    for (const lessonId of lessons) rollUpLesson(store, lessonId)
    return added
  })()
}

const insert = (store: Store, event: LessonEvent): void => {
  const subject = () => pupilOf(event) ?? subjectOfLesson(store, event.lessonId)
  prepared(store.db, `INSERT INTO event ${insertedColumns}`).run(
    ...insertedValues(event, (text) => store.vault.seal(subject(), text)),
  )
}

const movesLesson = (event: LessonEvent): boolean =>
  ['moved', 'check-answered', 'second-adult-joined', 'second-adult-left'].includes(event.kind)

/**
 * Keeps each pupil's points of the lesson. An award counts unless it is revoked, and a revocation counts once,
 * whichever of the two arrives first and however often: the sum is the same on every computer. What another lesson
 * takes back is nothing here, as in `tally`.
 */
function rollUpPoints(store: Store, event: LessonEvent): void {
  if (event.kind === 'award') {
    const revoked = prepared<[string, string]>(
      store.db,
      'SELECT 1 FROM event WHERE revokes = ? AND lesson_id = ?',
    ).get(event.id, event.lessonId)
    if (revoked === undefined) addPoints(store, event.lessonId, event.pupilId, event.value.points)
  }
  if (event.kind !== 'revoked') return
  const target = prepared<[string, string], EventRow>(
    store.db,
    `${selectEvents} WHERE id = ? AND lesson_id = ?`,
  ).get(event.revokes, event.lessonId)
  const before = prepared<[string, string, string]>(
    store.db,
    'SELECT 1 FROM event WHERE revokes = ? AND id <> ? AND lesson_id = ?',
  ).get(event.revokes, event.id, event.lessonId)
  if (!target || before !== undefined) return
  const taken = eventOf(store, target)
  if (taken.kind === 'award') addPoints(store, taken.lessonId, taken.pupilId, -taken.value.points)
}

function addPoints({ db }: Store, lessonId: string, pupilId: string, points: number): void {
  prepared(
    db,
    `INSERT INTO pupil_rollup (lesson_id, pupil_id, points) VALUES (?, ?, ?)
     ON CONFLICT (lesson_id, pupil_id) DO UPDATE SET points = points + excluded.points`,
  ).run(lessonId, pupilId, points)
}

function rollUpLesson(store: Store, lessonId: string): void {
  const events = listEvents(store, lessonId)
  const { state, checks, secondAdultId } = tally(events)
  const { items } = checklistOf(store, events)
  const answered = items.filter((item) => checks.has(item.id)).length
  store.db
    .prepare(
      `INSERT INTO lesson_rollup (lesson_id, state, checks_answered, checks_total, second_adult_in)
       VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (lesson_id) DO UPDATE SET state = excluded.state, checks_answered = excluded.checks_answered,
         checks_total = excluded.checks_total, second_adult_in = excluded.second_adult_in`,
    )
    .run(lessonId, state, answered, items.length, secondAdultId === null ? 0 : 1)
}

/** Points of each pupil in the other lessons of the days between two instants (UTC ms), by pupil id. */
export function pointsInOtherLessons(
  { db }: Store,
  lesson: { id: string; classId: string },
  between: { from: number; until: number },
): Record<string, number> {
  type Row = { pupilId: string; points: number }
  const rows = db
    .prepare<[number, number, string, string], Row>(
      `SELECT rollup.pupil_id AS pupilId, sum(rollup.points) AS points
       FROM lesson JOIN pupil_rollup rollup ON rollup.lesson_id = lesson.id
       WHERE lesson.starts_at >= ? AND lesson.starts_at < ? AND lesson.class_id = ? AND lesson.id <> ?
       GROUP BY rollup.pupil_id`,
    )
    .all(between.from, between.until, lesson.classId, lesson.id)
  return Object.fromEntries(rows.map((row) => [row.pupilId, row.points]))
}

/**
 * Points of pupils in lessons planned before an instant (UTC ms) and since a day of the school, by pupil id: what a term's
 * reward levels are reached with. A pupil who changed class keeps their points; lessons of a guest class are not ours.
 */
export function pointsInTermBefore(
  { db }: Store,
  pupilIds: readonly string[],
  term: { since: SchoolDate; before: number },
): Record<string, number> {
  type Row = { pupilId: string; points: number }
  const rows = db
    .prepare<[number, number, string], Row>(
      `SELECT rollup.pupil_id AS pupilId, sum(rollup.points) AS points
       FROM lesson JOIN class ON class.id = lesson.class_id AND class.is_guest = 0
       JOIN pupil_rollup rollup ON rollup.lesson_id = lesson.id
       WHERE lesson.starts_at >= ? AND lesson.starts_at < ?
         AND rollup.pupil_id IN (SELECT value FROM json_each(?))
       GROUP BY rollup.pupil_id`,
    )
    .all(boundsOf(term.since).from, term.before, JSON.stringify(pupilIds))
  return Object.fromEntries(rows.map((row) => [row.pupilId, row.points]))
}
