import type { LessonEvent } from '../../shared/domain/events.ts'
import { eventColumns, eventOfRow, type EventRow, insertedRows, insertedValues } from './event-rows.ts'
import type { Store } from './open-store.ts'
import { prepared } from './prepared.ts'

/**
 * Whose key a lesson of the office's is sealed with. Apart from the lessons this computer holds itself: of these the key
 * may go while the office keeps what it was sent.
 */
export const subjectOfOfficeLesson = (lessonId: string): string => `office-lesson:${lessonId}`

/** The log of a lesson as the office has it, in order. */
export const listOfficeEvents = ({ db, vault }: Store, lessonId: string): LessonEvent[] =>
  prepared<[string], EventRow>(
    db,
    `SELECT ${eventColumns} FROM office_event WHERE lesson_id = ? ORDER BY at, id`,
  )
    .all(lessonId)
    .map((row) => eventOfRow(row, (sealed) => vault.unseal(subjectOfOfficeLesson(row.lessonId), sealed)))

/** So many rows go into the records in one statement: a school's day is 25,000, and each statement costs as much as its row. */
const ROWS_AT_ONCE = 32

/** Adds entries of a lesson that are not there yet and returns them. An id that another lesson has stays what it is there. */
export function addOfficeEvents({ db, vault }: Store, events: readonly LessonEvent[]): LessonEvent[] {
  const valuesOf = (event: LessonEvent) =>
    insertedValues(event, (text) => vault.seal(subjectOfOfficeLesson(event.lessonId), text))
  let written = 0
  for (let from = 0; from < events.length;) {
    const count = events.length - from < ROWS_AT_ONCE ? 1 : ROWS_AT_ONCE
    const values = events.slice(from, from + count).flatMap(valuesOf)
    const into = `INSERT INTO office_event ${insertedRows(count)} ON CONFLICT (id) DO NOTHING`
    written += prepared(db, into).run(values).changes
    from += count
  }
  if (written === events.length) return [...events]
  const lessonOf = prepared<[string], { lessonId: string }>(
    db,
    'SELECT lesson_id AS lessonId FROM office_event WHERE id = ?',
  )
  return events.filter(({ id, lessonId }) => lessonOf.get(id)?.lessonId === lessonId)
}
