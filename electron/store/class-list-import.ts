import { randomUUID } from 'node:crypto'
import type { ClassListRow } from '../../shared/domain/class-list.ts'
import { type ExistingPupil, mergeClassList } from '../../shared/domain/class-list-merge.ts'
import { addPupil, ensureClass, listClasses, listKnownPupils, updatePupil } from './classes-repository.ts'
import type { Store } from './open-store.ts'

/** The pupils already here, as the merge compares them. */
export function knownForMerge(store: Store): ExistingPupil[] {
  const names = new Map(listClasses(store).map((one) => [one.id, one.name]))
  return listKnownPupils(store).map(({ id, classId, identity }) => ({
    id,
    className: names.get(classId) ?? '',
    identity,
  }))
}

export type ImportCounts = { added: number; updated: number; moved: number; unchanged: number }

/** Writes a confirmed class list, whole or not at all. Nobody is deleted by it. */
export function importClassList(store: Store, rows: readonly ClassListRow[]): ImportCounts {
  return store.db.transaction(() => {
    const counts: ImportCounts = { added: 0, updated: 0, moved: 0, unchanged: 0 }
    for (const { row, change, pupilId, identity } of mergeClassList(rows, knownForMerge(store)).merged) {
      const classId = ensureClass(store, row.className, row.yearGroup ?? null)
      if (pupilId === null) addPupil(store, { id: randomUUID(), classId, identity })
      else if (change !== 'unchanged') updatePupil(store, { id: pupilId, classId, identity })
      counts[change === 'new' ? 'added' : change] += 1
    }
    return counts
  })()
}
