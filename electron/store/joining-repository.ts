import { joining, type Joining } from '../../shared/domain/joining.ts'
import type { Store } from './open-store.ts'

type Row = { pupilId: string; sealed: Buffer }

/** How the pupils joined who have anything recorded, by pupil id. */
export const listJoining = ({ db, vault }: Store): Map<string, Joining> =>
  new Map(
    db
      .prepare<[], Row>('SELECT pupil_id AS pupilId, sealed FROM pupil_joining')
      .all()
      .map(({ pupilId, sealed }) => [pupilId, joining.parse(vault.unseal(pupilId, sealed))]),
  )

export function saveJoining({ db, vault }: Store, pupilId: string, known: Joining): void {
  db.prepare(
    `INSERT INTO pupil_joining (pupil_id, sealed) VALUES (?, ?)
     ON CONFLICT (pupil_id) DO UPDATE SET sealed = excluded.sealed`,
  ).run(pupilId, vault.seal(pupilId, known))
}
