import { boundsOf, type SchoolDate } from '../../shared/domain/times.ts'
import { lesson, type Lesson, type LessonState } from '../../shared/domain/lesson.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import type { Store } from './open-store.ts'
import { prepared } from './prepared.ts'
import { SCHOOL } from './vault.ts'

type LessonRow = {
  id: string
  classId: string
  className: string
  startsAt: number
  endsAt: number
  sealed: Buffer
}
type CardRow = LessonRow & {
  state: LessonState | null
  checksAnswered: number | null
  checksTotal: number
  secondAdultIn: number | null
  pupilCount: number
  incidentsToDescribe: number
  isMailed: number | null
}

const lessonColumns = `
  lesson.id, lesson.class_id AS classId, class.name AS className, lesson.starts_at AS startsAt,
  lesson.ends_at AS endsAt, lesson.sealed`

/** What is said of a lesson as a whole is sealed for the school; of another computer's lesson, for that lesson alone. */
export const subjectOfLesson = ({ vault }: Store, lessonId: string): string =>
  vault.hasKey(lessonId) ? lessonId : SCHOOL

const lessonOf = (store: Store, row: LessonRow): Lesson => {
  const { sealed, ...plain } = row
  const words = store.vault.unseal(subjectOfLesson(store, row.id), sealed) as object
  return lesson.parse({ ...plain, ...words })
}

/** A lesson of another computer brings the name of its class: that is not kept in the plain. */
type KeptLesson = Omit<Lesson, 'className'> & Partial<Pick<Lesson, 'className'>>

export function addLesson(store: Store, one: KeptLesson): void {
  const { db, vault } = store
  const { id, classId, startsAt, endsAt, ...words } = one
  db.prepare('INSERT INTO lesson (id, class_id, starts_at, ends_at, sealed) VALUES (?, ?, ?, ?, ?)').run(
    id,
    classId,
    startsAt,
    endsAt,
    vault.seal(subjectOfLesson(store, id), words),
  )
}

type LessonPlan = Pick<Lesson, 'subject' | 'learningIntention'> & {
  [K in 'adaptations' | 'secondAdultId']: Lesson[K] | undefined
}

/** Plans a lesson anew: its words are sealed again, whatever else they hold stays. */
export function planLesson({ db, vault }: Store, lessonId: string, plan: LessonPlan): void {
  const row = db.prepare<[string], { sealed: Buffer }>('SELECT sealed FROM lesson WHERE id = ?').get(lessonId)
  if (!row) return
  const words = { ...(vault.unseal(SCHOOL, row.sealed) as object), ...plan }
  db.prepare('UPDATE lesson SET sealed = ? WHERE id = ?').run(vault.seal(SCHOOL, words), lessonId)
}

/** Whether a lesson that began lately is admitting or live. */
export const isLessonOpen = ({ db }: Store, since: number): boolean =>
  db
    .prepare(
      `SELECT 1 FROM lesson JOIN lesson_rollup rollup ON rollup.lesson_id = lesson.id
       WHERE lesson.starts_at >= ? AND rollup.state IN ('admitting', 'live') LIMIT 1`,
    )
    .get(since) !== undefined

/** How far back a class's lessons are looked through for the last one of a subject: about two terms. */
const LOOKED_BACK = 400

/** The lessons of a class that ended before another begins, newest first; each is opened only as it is read. */
export function* lessonsEndedBefore(store: Store, one: Lesson): Generator<Lesson> {
  const rows = store.db
    .prepare<[string, number, string, number], LessonRow>(
      `SELECT ${lessonColumns} FROM lesson JOIN class ON class.id = lesson.class_id
       JOIN lesson_rollup rollup ON rollup.lesson_id = lesson.id
       WHERE lesson.class_id = ? AND lesson.starts_at < ? AND lesson.id <> ?
         AND rollup.state IN ('ended', 'signed-off', 'exported')
       ORDER BY lesson.starts_at DESC LIMIT ?`,
    )
    .all(one.classId, one.startsAt, one.id, LOOKED_BACK)
  for (const row of rows) yield lessonOf(store, row)
}

/** Puts a lesson in the place of the one with its id. */
export function replaceLesson(store: Store, one: KeptLesson): void {
  const { db, vault } = store
  const { id, classId, startsAt, endsAt, ...words } = one
  db.prepare('UPDATE lesson SET class_id = ?, starts_at = ?, ends_at = ?, sealed = ? WHERE id = ?').run(
    classId,
    startsAt,
    endsAt,
    vault.seal(subjectOfLesson(store, id), words),
    id,
  )
}

export function findLesson(store: Store, lessonId: string): Lesson | null {
  const row = prepared<[string], LessonRow>(
    store.db,
    `SELECT ${lessonColumns} FROM lesson JOIN class ON class.id = lesson.class_id WHERE lesson.id = ?`,
  ).get(lessonId)
  return row ? lessonOf(store, row) : null
}

/** The lessons that begin between two instants (UTC ms), the second left out, earliest first. */
export const listLessonsBetween = (store: Store, from: number, until: number): Lesson[] =>
  store.db
    .prepare<[number, number], LessonRow>(
      `SELECT ${lessonColumns} FROM lesson JOIN class ON class.id = lesson.class_id
       WHERE class.is_guest = 0 AND lesson.starts_at >= ? AND lesson.starts_at < ?
       ORDER BY lesson.starts_at, lesson.id`,
    )
    .all(from, until)
    .map((row) => lessonOf(store, row))

const cardQuery = `
  SELECT ${lessonColumns}, rollup.state, rollup.checks_answered AS checksAnswered,
         coalesce(rollup.checks_total, (
           SELECT json_array_length(items) FROM checklist_version ORDER BY version DESC LIMIT 1
         )) AS checksTotal,
         rollup.second_adult_in AS secondAdultIn,
         (SELECT count(*) FROM pupil WHERE pupil.class_id = lesson.class_id) AS pupilCount,
         CASE WHEN rollup.state IN ('signed-off', 'exported') THEN (
          SELECT count(*) FROM event
          WHERE event.lesson_id = lesson.id AND event.kind = 'incident' AND event.sealed IS NULL
            AND NOT EXISTS (SELECT 1 FROM event taken WHERE taken.revokes = event.id)
            AND NOT EXISTS (
              SELECT 1 FROM event told
              WHERE told.lesson_id = lesson.id AND told.kind = 'incident-described'
                AND told.value ->> 'incident' = event.id
            )) ELSE 0 END AS incidentsToDescribe,
         rollup.state = 'signed-off' AND EXISTS (
           SELECT 1 FROM mailed_lesson mailed WHERE mailed.lesson_id = lesson.id
             AND mailed.through >= (SELECT max(at) FROM event WHERE event.lesson_id = lesson.id)
         ) AS isMailed
  FROM lesson JOIN class ON class.id = lesson.class_id
  LEFT JOIN lesson_rollup rollup ON rollup.lesson_id = lesson.id`

const cardOf = (store: Store, card: CardRow): LessonCard => {
  const { state, checksAnswered, checksTotal, secondAdultIn, pupilCount, incidentsToDescribe, ...more } = card
  const { isMailed, ...row } = more
  return {
    ...lessonOf(store, row),
    state: state ?? 'planned',
    checksAnswered: checksAnswered ?? 0,
    checksTotal,
    secondAdultNamed: secondAdultIn === 1,
    pupilCount,
    incidentsToDescribe,
    ...(isMailed === 1 && { isMailed: true }),
  }
}

/** The lessons that begin on a school day, as cards, earliest first. */
export function listCards(store: Store, date: SchoolDate): LessonCard[] {
  const { from, until } = boundsOf(date)
  return store.db
    .prepare<[number, number], CardRow>(
      `${cardQuery} WHERE class.is_guest = 0 AND lesson.starts_at >= ? AND lesson.starts_at < ?
       ORDER BY lesson.starts_at, lesson.id`,
    )
    .all(from, until)
    .map((row) => cardOf(store, row))
}

/** Lessons by their ids, as cards, earliest first. */
export const listCardsOf = (store: Store, lessonIds: readonly string[]): LessonCard[] =>
  store.db
    .prepare<[string], CardRow>(
      `${cardQuery} WHERE lesson.id IN (SELECT value FROM json_each(?)) ORDER BY lesson.starts_at, lesson.id`,
    )
    .all(JSON.stringify(lessonIds))
    .map((row) => cardOf(store, row))

/** Begun and not with the office yet, by whichever way. */
const isOwed = `class.is_guest = 0
  AND (rollup.state IN ('admitting', 'live', 'ended') OR (rollup.state = 'signed-off' AND NOT isMailed))`

/** When the lessons began between two instants (UTC ms) of which something is not with the office, or not described. */
export const listUnfinishedStarts = ({ db }: Store, from: number, until: number): number[] =>
  db
    .prepare<[number, number], CardRow>(
      `${cardQuery} WHERE lesson.starts_at >= ? AND lesson.starts_at < ?
         AND ((${isOwed}) OR (class.is_guest = 0 AND incidentsToDescribe > 0))`,
    )
    .all(from, until)
    .map(({ startsAt }) => startsAt)

/** How many lessons that began before an instant (UTC ms) are not with the office. */
export const countOwedBefore = ({ db }: Store, until: number): number =>
  db.prepare<[number], CardRow>(`${cardQuery} WHERE lesson.starts_at < ? AND ${isOwed}`).all(until).length

/** Lessons of earlier days that were never finished or never exported, newest first, at most five. */
export function listUnfinishedBefore(store: Store, date: SchoolDate): LessonCard[] {
  return store.db
    .prepare<[number], CardRow>(
      `${cardQuery} WHERE ${isOwed} AND lesson.starts_at < ?
       ORDER BY lesson.starts_at DESC LIMIT 5`,
    )
    .all(boundsOf(date).from)
    .map((row) => cardOf(store, row))
}
