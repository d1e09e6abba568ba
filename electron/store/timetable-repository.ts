import type { TimetableEntry } from '../../shared/domain/timetable.ts'
import type { Store } from './open-store.ts'
import { SCHOOL } from './vault.ts'

type EntryRow = { id: string; classId: string; revision: number; sealed: Buffer }

/** An entry, and how often it has been changed. */
export type KeptEntry = { entry: TimetableEntry; revision: number }

const entryColumns = 'SELECT id, class_id AS classId, revision, sealed FROM timetable_entry'

/** Rows are ours and were checked on the way in, so they are put together again without a second check. */
const keptOf = ({ vault }: Store, { sealed, revision, ...plain }: EntryRow): KeptEntry => ({
  revision,
  entry: { ...plain, ...(vault.unseal(SCHOOL, sealed) as Omit<TimetableEntry, 'id' | 'classId'>) },
})

/** Entries unsealed before, by store and id: a school's timetable is asked for every minute and seldom changes. */
const unsealed = new WeakMap<Store, Map<string, KeptEntry>>()

/** The timetable of the whole school, without what was removed. */
export function listKeptEntries(store: Store): KeptEntry[] {
  const before = unsealed.get(store) ?? new Map<string, KeptEntry>()
  const findRow = store.db.prepare<[string], EntryRow>(`${entryColumns} WHERE id = ?`)
  const kept = store.db
    .prepare<[], { id: string; revision: number }>(
      'SELECT id, revision FROM timetable_entry WHERE removed_at IS NULL ORDER BY id',
    )
    .all()
    .flatMap(({ id, revision }) => {
      const known = before.get(id)
      if (known?.revision === revision) return [known]
      const row = findRow.get(id)
      return row ? [keptOf(store, row)] : []
    })
  unsealed.set(store, new Map(kept.map((one) => [one.entry.id, one])))
  return kept
}

export const listEntries = (store: Store): TimetableEntry[] =>
  listKeptEntries(store).map(({ entry }) => entry)

export function findEntry(store: Store, entryId: string): TimetableEntry | null {
  const row = store.db
    .prepare<[string], EntryRow>(`${entryColumns} WHERE id = ? AND removed_at IS NULL`)
    .get(entryId)
  return row ? keptOf(store, row).entry : null
}

/** An entry as it is written down. */
export type SealedEntry = { id: string; classId: string; sealed: Buffer }

export const sealEntry = ({ vault }: Store, { id, classId, ...words }: TimetableEntry): SealedEntry => ({
  id,
  classId,
  sealed: vault.seal(SCHOOL, words),
})

export const saveEntry = (store: Store, entry: TimetableEntry): void =>
  saveSealed(store, [sealEntry(store, entry)])

/** Keeps entries as they are now, all of them or none; one that was removed comes back. */
export function saveSealed({ db }: Store, entries: readonly SealedEntry[]): void {
  db.transaction(() => {
    const save = db.prepare(
      `INSERT INTO timetable_entry (id, class_id, revision, sealed) VALUES (?, ?, 1, ?)
       ON CONFLICT (id) DO UPDATE SET class_id = excluded.class_id, revision = revision + 1, removed_at = NULL,
                                      sealed = excluded.sealed`,
    )
    for (const { id, classId, sealed } of entries) save.run(id, classId, sealed)
  })()
}

/** Takes an entry off the timetable; `at` is UTC ms. Lessons made from it are not touched. */
export function removeEntry({ db }: Store, entryId: string, at: number): void {
  db.prepare('UPDATE timetable_entry SET removed_at = ?, revision = revision + 1 WHERE id = ?').run(
    at,
    entryId,
  )
}
