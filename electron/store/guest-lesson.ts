import type { LessonFileBody } from '../../shared/domain/lesson-file.ts'
import { addLesson, replaceLesson } from './lessons-repository.ts'
import type { Store } from './open-store.ts'
import { removeShared } from './shared-lesson-repository.ts'

/**
 * Room for a lesson that is another computer's: a guest class whose row says nothing, and its pupils with the ids of
 * the file, sealed in the vault. What is here already, as on a copied installation, stays as it is.
 */
export function keepGuestLesson(store: Store, { lesson, pupils }: LessonFileBody): void {
  const { db, vault } = store
  addGuestClass(store, lesson.classId)
  const keepPupil = db.prepare(
    `INSERT INTO pupil (id, class_id, sealed) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, class_id = excluded.class_id`,
  )
  const isOwn = db.prepare<[string]>(
    'SELECT 1 FROM pupil JOIN class ON class.id = pupil.class_id WHERE pupil.id = ? AND class.is_guest = 0',
  )
  for (const { id, forename, surname } of pupils.filter((one) => isOwn.get(one.id) === undefined)) {
    const identity = { legalForename: forename, legalSurname: surname, contacts: [] }
    keepPupil.run(id, lesson.classId, vault.seal(id, identity))
  }
  if (!hasLesson(store, lesson.id)) {
    // Its words, and what is said in it of no one pupil, have a key of their own that goes with it.
    vault.makeKey(lesson.id)
    addLesson(store, lesson)
  } else if (isGuestLesson(store, lesson.id)) replaceLesson(store, lesson)
}

const addGuestClass = ({ db }: Store, id: string): void => {
  db.prepare('INSERT INTO class (id, name, is_guest) VALUES (?, ?, 1) ON CONFLICT (id) DO NOTHING').run(
    id,
    id,
  )
}

const hasLesson = ({ db }: Store, lessonId: string): boolean =>
  db.prepare<[string]>('SELECT 1 FROM lesson WHERE id = ?').get(lessonId) !== undefined

/** Whether a lesson is held in a class that is another computer's. */
export const isGuestLesson = ({ db }: Store, lessonId: string): boolean =>
  db
    .prepare<[string]>(
      `SELECT 1 FROM lesson JOIN class ON class.id = lesson.class_id WHERE lesson.id = ? AND class.is_guest = 1`,
    )
    .get(lessonId) !== undefined

/**
 * Takes a lesson of another computer off this one: the keys of its words and of its pupils are destroyed, backups
 * included, and it is shown nowhere any more. The log's rows stay, nameless. Pupils of another lesson that is still
 * here keep their names.
 */
export function removeGuestLesson(store: Store, lessonId: string): void {
  const { db, vault } = store
  db.transaction(() => {
    if (isGuestLesson(store, lessonId)) {
      type Row = { id: string }
      const pupils = db
        .prepare<[{ lessonId: string }], Row>(
          `SELECT pupil.id FROM pupil JOIN lesson ON lesson.class_id = pupil.class_id
           WHERE lesson.id = :lessonId AND NOT EXISTS (
             SELECT 1 FROM lesson other JOIN shared_lesson ON lesson_id = other.id
             WHERE other.class_id = pupil.class_id AND other.id <> :lessonId)`,
        )
        .all({ lessonId })
      for (const { id } of pupils) vault.destroyKey(id)
      vault.destroyKey(lessonId)
      // What can be read no more leaves its class, so that later lessons of that class never come upon it.
      addGuestClass(store, lessonId)
      db.prepare('UPDATE lesson SET class_id = ? WHERE id = ?').run(lessonId, lessonId)
      const move = db.prepare('UPDATE pupil SET class_id = ? WHERE id = ?')
      for (const { id } of pupils) move.run(lessonId, id)
    }
    removeShared(store, lessonId)
  })()
}
