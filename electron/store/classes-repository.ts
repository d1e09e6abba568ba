import { randomUUID } from 'node:crypto'
import {
  calledForename,
  calledSurname,
  labelPupils,
  type Pupil,
  pupilIdentity,
  type PupilIdentity,
} from '../../shared/domain/people.ts'
import { isSignedOff } from '../../shared/domain/lesson.ts'
import type { LessonLog } from '../../shared/domain/lesson-log.ts'
import type { ClassSummary } from '../../shared/ipc/contract.ts'
import type { Store } from './open-store.ts'
import { prepared } from './prepared.ts'

type ClassRow = { id: string; name: string; yearGroup: string | null; pupilCount: number }
type PupilRow = { id: string; classId: string; sealed: Buffer }
export type KnownPupil = { id: string; classId: string; identity: PupilIdentity }

const summaries = `
  SELECT class.id, class.name, class.year_group AS yearGroup,
         (SELECT count(*) FROM pupil WHERE pupil.class_id = class.id) AS pupilCount
  FROM class`

export function listClasses({ db }: Store): ClassSummary[] {
  const collator = new Intl.Collator('en-GB', { numeric: true })
  return db
    .prepare<[], ClassRow>(`${summaries} WHERE class.is_guest = 0`)
    .all()
    .toSorted((a, b) => collator.compare(a.name, b.name))
}

export const findClass = ({ db }: Store, classId: string): ClassSummary | null =>
  db.prepare<[string], ClassRow>(`${summaries} WHERE class.id = ? AND class.is_guest = 0`).get(classId) ??
  null

/** The class of that name, made when it is not there yet. */
export function ensureClass({ db }: Store, name: string, yearGroup: string | null): string {
  const known = db.prepare<[string], { id: string }>('SELECT id FROM class WHERE name = ?').get(name)
  if (known) return known.id
  const classId = randomUUID()
  addClass({ db }, { id: classId, name, yearGroup })
  return classId
}

export function addClass(
  { db }: Pick<Store, 'db'>,
  one: { id: string; name: string; yearGroup: string | null },
): void {
  db.prepare('INSERT INTO class (id, name, year_group) VALUES (?, ?, ?)').run(one.id, one.name, one.yearGroup)
}

const readIdentity = ({ vault }: Store, row: PupilRow): KnownPupil => ({
  id: row.id,
  classId: row.classId,
  identity: pupilIdentity.parse(vault.unseal(row.id, row.sealed)),
})

const pupilColumns = 'SELECT id, class_id AS classId, sealed FROM pupil'

/** All pupils of the school's own classes. */
export const listKnownPupils = (store: Store): KnownPupil[] =>
  store.db
    .prepare<[], PupilRow>(`${pupilColumns} WHERE class_id IN (SELECT id FROM class WHERE is_guest = 0)`)
    .all()
    .map((row) => readIdentity(store, row))

export function findKnownPupil(store: Store, pupilId: string): KnownPupil | null {
  const row = store.db.prepare<[string], PupilRow>(`${pupilColumns} WHERE id = ?`).get(pupilId)
  return row ? readIdentity(store, row) : null
}

/** Those pupils, with who they are. */
export const knownPupilsAmong = (store: Store, pupilIds: readonly string[]): KnownPupil[] =>
  prepared<[string], PupilRow>(store.db, `${pupilColumns} WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(pupilIds))
    .map((row) => readIdentity(store, row))

/** The pupils of a class, with who they are. */
export const knownPupilsOf = (store: Store, classId: string): KnownPupil[] =>
  store.db
    .prepare<[string], PupilRow>(`${pupilColumns} WHERE class_id = ?`)
    .all(classId)
    .map((row) => readIdentity(store, row))

/**
 * Who a lesson is about: the class as it is now and everyone something was recorded of, so that a pupil who has
 * moved class since stays in the lessons they had. Once it is signed off, only the latter: nobody is added to it.
 */
const ofLesson = `
  WHERE id IN (SELECT pupil_id FROM event WHERE lesson_id = :id)
     OR class_id = :classId AND NOT EXISTS (
          SELECT 1 FROM lesson_rollup
          WHERE lesson_id = :id AND state IN ('signed-off', 'exported'))`

type LessonKey = { id: string; classId: string }

export const knownPupilsOfLesson = (store: Store, { id, classId }: LessonKey): KnownPupil[] =>
  store.db
    .prepare<LessonKey, PupilRow>(`${pupilColumns} ${ofLesson}`)
    .all({ id, classId })
    .map((row) => readIdentity(store, row))

/** The same without the names: nothing is unsealed. */
export const listPupilIdsOfLesson = ({ db }: Store, { id, classId }: LessonKey): string[] =>
  db
    .prepare<LessonKey, { id: string }>(`SELECT id FROM pupil ${ofLesson}`)
    .all({ id, classId })
    .map((row) => row.id)

/** The same from a log that is at hand: no event is read for it, so a tap in a long lesson can be judged by it. */
export function pupilIdsOfLesson(
  store: Store,
  { classId }: LessonKey,
  { tally, pupilIds }: LessonLog,
): string[] {
  const ofClass = isSignedOff(tally) ? [] : listPupilIds(store, classId)
  return [...new Set([...ofClass, ...pupilIds])]
}

/** The pupils of a class without their names: nothing is unsealed. */
export const listPupilIds = ({ db }: Store, classId: string): string[] =>
  prepared<[string], { id: string }>(db, 'SELECT id FROM pupil WHERE class_id = ?')
    .all(classId)
    .map((row) => row.id)

/** The pupils of a class as its screens show them, in the order of their labels. */
export const listPupils = (store: Store, classId: string): Pupil[] => onScreen(knownPupilsOf(store, classId))

/** Pupils as screens show them, in the order of their labels. */
export const onScreen = (known: readonly KnownPupil[]): Pupil[] =>
  labelPupils(
    known.map(({ id, identity }) => ({
      id,
      forename: calledForename(identity),
      surname: calledSurname(identity),
    })),
  )

export function addPupil({ db, vault }: Store, one: KnownPupil): void {
  db.prepare('INSERT INTO pupil (id, class_id, sealed) VALUES (?, ?, ?)').run(
    one.id,
    one.classId,
    vault.seal(one.id, one.identity),
  )
}

export function updatePupil({ db, vault }: Store, one: KnownPupil): void {
  db.prepare('UPDATE pupil SET class_id = ?, sealed = ? WHERE id = ?').run(
    one.classId,
    vault.seal(one.id, one.identity),
    one.id,
  )
}
