import { type PupilGroup, pupilGroup } from '../../shared/domain/pupil-groups.ts'
import type { Store } from './open-store.ts'
import { SCHOOL } from './vault.ts'

type Row = { id: string; classId: string; sealed: Buffer }

const groupColumns = 'SELECT id, class_id AS classId, sealed FROM pupil_group'

const groupOf = ({ vault }: Store, { id, sealed }: Row): PupilGroup =>
  pupilGroup.parse({ id, ...(vault.unseal(SCHOOL, sealed) as object) })

/** The groups a class has saved, by name: their order is that of their keys. */
export function listGroups(store: Store, classId: string): PupilGroup[] {
  const collator = new Intl.Collator('en-GB', { numeric: true })
  return store.db
    .prepare<[string], Row>(`${groupColumns} WHERE class_id = ?`)
    .all(classId)
    .map((row) => groupOf(store, row))
    .toSorted((a, b) => collator.compare(a.name, b.name))
}

/** A group and whose it is; null where it is not there. */
export function findGroup(store: Store, groupId: string): { group: PupilGroup; classId: string } | null {
  const row = store.db.prepare<[string], Row>(`${groupColumns} WHERE id = ?`).get(groupId)
  return row ? { group: groupOf(store, row), classId: row.classId } : null
}

export function saveGroup({ db, vault }: Store, classId: string, { id, name, pupilIds }: PupilGroup): void {
  db.prepare(
    `INSERT INTO pupil_group (id, class_id, sealed) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed`,
  ).run(id, classId, vault.seal(SCHOOL, { name, pupilIds }))
}

export function removeGroup({ db }: Store, groupId: string): void {
  db.prepare('DELETE FROM pupil_group WHERE id = ?').run(groupId)
}
