import type { Checklist } from '../../shared/domain/checks.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import type { Scheme } from '../../shared/domain/scheme.ts'
import type { Store } from './open-store.ts'
import { prepared } from './prepared.ts'
import { SCHOOL } from './vault.ts'

/** What a second computer knows of a lesson that is not its own: who acts here, and the rules it is held to. */
export type JoinedTerms = {
  me: StaffMember
  teacherName: string
  staff: StaffMember[]
  optedOutIds: string[]
  scheme: Scheme
  checklist: Checklist
  /** How far this computer's clock is ahead of the teacher's, ms: the teacher's keeps the lesson's time. */
  aheadMs: number
}

/** A lesson two computers share. */
export type SharedLesson = {
  lessonId: string
  code: string
  salt: string
  /** The key of the code, hexadecimal, so that the code is worked through once. */
  key: string
  /** Where the computers' files meet; null: by hand alone. */
  folder: string | null
  /** Null on the computer whose lesson it is. */
  joined: JoinedTerms | null
}

type Row = { lessonId: string; sealed: Buffer }

const query = 'SELECT lesson_id AS lessonId, sealed FROM shared_lesson'

/** Rows are ours: what they hold was checked on the way in. */
const sharedOf = ({ vault }: Store, { lessonId, sealed }: Row): SharedLesson => ({
  ...(vault.unseal(SCHOOL, sealed) as Omit<SharedLesson, 'lessonId'>),
  lessonId,
})

export function findShared(store: Store, lessonId: string): SharedLesson | null {
  const row = prepared<[string], Row>(store.db, `${query} WHERE lesson_id = ?`).get(lessonId)
  return row ? sharedOf(store, row) : null
}

/** What a lesson is held to where it came from another computer; null for one of this computer's own. */
export const findJoined = (store: Store, lessonId: string): JoinedTerms | null =>
  findShared(store, lessonId)?.joined ?? null

/** Those of lessons that end after an instant, UTC ms. */
export const listSharedSince = (store: Store, since: number): SharedLesson[] =>
  store.db
    .prepare<[number], Row>(
      `SELECT shared.lesson_id AS lessonId, shared.sealed
       FROM shared_lesson shared JOIN lesson ON lesson.id = shared.lesson_id WHERE lesson.ends_at > ?`,
    )
    .all(since)
    .map((row) => sharedOf(store, row))

export const listJoined = (store: Store): (SharedLesson & { joined: JoinedTerms })[] =>
  store.db
    .prepare<[], Row>(query)
    .all()
    .flatMap((row) => {
      const shared = sharedOf(store, row)
      return shared.joined ? [{ ...shared, joined: shared.joined }] : []
    })

export function saveShared({ db, vault }: Store, { lessonId, ...rest }: SharedLesson): void {
  db.prepare(
    `INSERT INTO shared_lesson (lesson_id, sealed) VALUES (?, ?)
     ON CONFLICT (lesson_id) DO UPDATE SET sealed = excluded.sealed`,
  ).run(lessonId, vault.seal(SCHOOL, rest))
}

export const removeShared = ({ db }: Store, lessonId: string): void => {
  db.prepare('DELETE FROM shared_lesson WHERE lesson_id = ?').run(lessonId)
}
