import { type TimetableEntry, timetableEntry } from '../../shared/domain/timetable.ts'
import type { Store } from './open-store.ts'
import { SCHOOL } from './vault.ts'

type EntryRow = { id: string; classId: string; revision: number; sealed: Buffer }

/** An entry, and how often it has been changed. */
export type KeptEntry = { entry: TimetableEntry; revision: number }

const entryColumns = 'SELECT id, class_id AS classId, revision, sealed FROM timetable_entry'

const keptOf = ({ vault }: Store, { sealed, revision, ...plain }: EntryRow): KeptEntry => ({
  revision,
  entry: timetableEntry.parse({ ...plain, ...(vault.unseal(SCHOOL, sealed) as object) }),
})

/** The timetable of the whole school, without what was removed. */
export const listKeptEntries = (store: Store): KeptEntry[] =>
  store.db
    .prepare<[], EntryRow>(`${entryColumns} WHERE removed_at IS NULL ORDER BY id`)
    .all()
    .map((row) => keptOf(store, row))

export const listEntries = (store: Store): TimetableEntry[] =>
  listKeptEntries(store).map(({ entry }) => entry)

export function findEntry(store: Store, entryId: string): TimetableEntry | null {
  const row = store.db
    .prepare<[string], EntryRow>(`${entryColumns} WHERE id = ? AND removed_at IS NULL`)
    .get(entryId)
  return row ? keptOf(store, row).entry : null
}

/** Keeps entries as they are now, all of them or none; one that was removed comes back. */
export function saveEntries({ db, vault }: Store, entries: readonly TimetableEntry[]): void {
  db.transaction(() => {
    const save = db.prepare(
      `INSERT INTO timetable_entry (id, class_id, revision, sealed) VALUES (?, ?, 1, ?)
       ON CONFLICT (id) DO UPDATE SET class_id = excluded.class_id, revision = revision + 1, removed_at = NULL,
                                      sealed = excluded.sealed`,
    )
    for (const { id, classId, ...words } of entries) save.run(id, classId, vault.seal(SCHOOL, words))
  })()
}

/** Takes an entry off the timetable; `at` is UTC ms. Lessons made from it are not touched. */
export function removeEntry({ db }: Store, entryId: string, at: number): void {
  db.prepare('UPDATE timetable_entry SET removed_at = ?, revision = revision + 1 WHERE id = ?').run(
    at,
    entryId,
  )
}
