import { weekOf, without } from '../../shared/domain/packs.ts'
import type { SchoolDate } from '../../shared/domain/times.ts'
import type { LessonCard, PackOpen } from '../../shared/domain/today.ts'
import { listPupils } from './classes-repository.ts'
import type { Store } from './open-store.ts'
import { findPack, readReceipts } from './packs-repository.ts'

/** The week's packs of the classes taught on a day that are not approved, or that some are without. */
export function readOpenPacks(store: Store, date: SchoolDate, lessons: readonly LessonCard[]): PackOpen[] {
  const taught = new Map(lessons.map(({ classId, className }) => [classId, className]))
  return [...taught].flatMap(([classId, className]): PackOpen[] => {
    const pack = findPack(store, classId, weekOf(date))
    if (!pack) return []
    const missing = without(listPupils(store, classId), readReceipts(store, pack.id))
    const isApproved = pack.approval !== null
    if (isApproved && missing.length === 0) return []
    return [{ classId, className, isApproved, without: missing.map(({ label }) => label) }]
  })
}
