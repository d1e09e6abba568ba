import { pupilOf } from '../../../shared/domain/events.ts'
import type { PendingAct } from '../../lib/lesson-store.ts'

/**
 * What is painted and could not be written yet. Acts are written in order, so once one could not be, none of those
 * behind it is either.
 */
export function notSavedAmong(pending: readonly PendingAct[]): {
  acts: number
  pupilIds: ReadonlySet<string>
} {
  if (!pending.some((act) => act.notSaved)) return { acts: 0, pupilIds: new Set() }
  const entries = pending.flatMap((act) => act.entries)
  return {
    acts: pending.length,
    pupilIds: new Set(entries.flatMap((entry) => pupilOf(entry) ?? [])),
  }
}
