import { randomUUID } from 'node:crypto'
import type { ClassListRow } from '../../shared/domain/class-list.ts'
import { type ExistingPupil, LEFT_CLASS, mergeClassList } from '../../shared/domain/class-list-merge.ts'
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

export type ImportCounts = { added: number; updated: number; moved: number; unchanged: number; left: number }

/** What becomes of those who are in the file's classes and not in the file. */
export type LeftPupils = 'stay' | 'move-out'

/**
 * Writes a confirmed class list, whole or not at all. Nobody is deleted by it: who has left moves to the class for them,
 * with all that was recorded. `left` of the counts are those moved out.
 */
export function importClassList(
  store: Store,
  rows: readonly ClassListRow[],
  leftPupils: LeftPupils,
): ImportCounts {
  return store.db.transaction(() => {
    const counts: ImportCounts = { added: 0, updated: 0, moved: 0, unchanged: 0, left: 0 }
    const { merged, left } = mergeClassList(rows, knownForMerge(store))
    for (const { row, change, pupilId, identity } of merged) {
      const classId = ensureClass(store, row.className, row.yearGroup ?? null)
      if (pupilId === null) addPupil(store, { id: randomUUID(), classId, identity })
      else if (change !== 'unchanged') updatePupil(store, { id: pupilId, classId, identity })
      counts[change === 'new' ? 'added' : change] += 1
    }
    if (leftPupils === 'move-out' && left.length > 0) {
      const classId = ensureClass(store, LEFT_CLASS, null)
      for (const { id, identity } of left) updatePupil(store, { id, classId, identity })
      counts.left = left.length
    }
    return counts
  })()
}
