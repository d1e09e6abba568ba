import {
  isCameraAgreedOn,
  joining,
  type Joining,
  nothingKnown,
  takesPartOn,
} from '../../shared/domain/joining.ts'
import { schoolDateOf } from '../../shared/domain/times.ts'
import type { Store } from './open-store.ts'

type Row = { pupilId: string; sealed: Buffer }

/** How those of the pupils (null: of all) join of whom anything is recorded, by pupil id. */
export function listJoining({ db, vault }: Store, pupilIds: readonly string[] | null): Map<string, Joining> {
  const rows = db
    .prepare<[{ ids: string | null }], Row>(
      `SELECT pupil_id AS pupilId, sealed FROM pupil_joining
       WHERE :ids IS NULL OR pupil_id IN (SELECT value FROM json_each(:ids))`,
    )
    .all({ ids: pupilIds && JSON.stringify(pupilIds) })
  return new Map(rows.map(({ pupilId, sealed }) => [pupilId, joining.parse(vault.unseal(pupilId, sealed))]))
}

export const readJoining = (store: Store, pupilId: string): Joining =>
  listJoining(store, [pupilId]).get(pupilId) ?? nothingKnown

/** Who of the pupils does not take part on the day of a lesson (parent.opt-out). `startsAt`: UTC ms. */
export function listOptedOutIds(
  store: Store,
  pupilIds: readonly string[],
  { startsAt }: { startsAt: number },
): string[] {
  const date = schoolDateOf(startsAt)
  return [...listJoining(store, pupilIds)].flatMap(([id, known]) => (takesPartOn(known, date) ? [] : [id]))
}

/** Whose camera may be off on the day of a lesson (pupil.camera). `startsAt`: UTC ms. */
export function listCameraAgreedIds(
  store: Store,
  pupilIds: readonly string[],
  { startsAt }: { startsAt: number },
): string[] {
  const date = schoolDateOf(startsAt)
  return [...listJoining(store, pupilIds)].flatMap(([id, known]) =>
    isCameraAgreedOn(known, date) ? [id] : [],
  )
}

export function saveJoining({ db, vault }: Store, pupilId: string, known: Joining): void {
  db.prepare(
    `INSERT INTO pupil_joining (pupil_id, sealed) VALUES (?, ?)
     ON CONFLICT (pupil_id) DO UPDATE SET sealed = excluded.sealed`,
  ).run(pupilId, vault.seal(pupilId, known))
}
