import type { LessonEvent } from '../../shared/domain/events.ts'
import { eventColumns, eventOfRow, type EventRow, insertedColumns, insertedValues } from './event-rows.ts'
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

/** Adds entries that are not there yet and returns them. An id that another lesson has stays what it is there. */
export function addOfficeEvents({ db, vault }: Store, events: readonly LessonEvent[]): LessonEvent[] {
  // Row by row: many in one statement cost three times as much (measured, better-sqlite3 13).
  const insert = prepared(db, `INSERT INTO office_event ${insertedColumns} ON CONFLICT (id) DO NOTHING`)
  return events.filter((event) => {
    const seal = (text: string) => vault.seal(subjectOfOfficeLesson(event.lessonId), text)
    return insert.run(insertedValues(event, seal)).changes > 0
  })
}
