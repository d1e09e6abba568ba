import type { Store } from '../store/open-store.ts'
import { listStaff } from '../store/school-repository.ts'
import { Refusal } from './dispatch.ts'

type Kept = { madeBy: string | null }

/** Versions, newest first, as windows are told them: by whom, and what each changed against the one before it. */
export function versionsTold<V extends Kept>(
  store: Store,
  versions: readonly V[],
  changesBetween: (before: V, after: V) => string[],
): (V & { madeBy: string | null; changes: string[] })[] {
  const names = new Map(listStaff(store).map(({ id, name }) => [id, name]))
  return versions.map((one, place) => {
    const before = versions[place + 1]
    return {
      ...one,
      madeBy: one.madeBy === null ? null : (names.get(one.madeBy) ?? 'Somebody not on the staff list'),
      changes: before ? changesBetween(before, one) : [],
    }
  })
}

/** Whoever edited an older version than the one in force looks first at what changed. */
export function refuseOvertaken(inForce: number, basedOn: number): void {
  if (inForce === basedOn) return
  throw new Refusal(
    'newer-version',
    `Version ${inForce} was saved meanwhile. Yours is not saved yet, and nothing of it is lost: look at what changed, then save it on top.`,
  )
}
