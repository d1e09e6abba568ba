import { trainingRecord, type TrainingRecord } from '../../shared/domain/training.ts'
import type { Store } from './open-store.ts'

type TrainingRow = { id: string; staffId: string; sealed: Buffer }

/** Every training recorded of one member of staff, or of all. */
export function listTraining({ db, vault }: Store, staffId: string | null = null): TrainingRecord[] {
  return db
    .prepare<[string | null], TrainingRow>(
      'SELECT id, staff_id AS staffId, sealed FROM training WHERE staff_id = coalesce(?, staff_id)',
    )
    .all(staffId)
    .map((row) => {
      const words = vault.unseal(row.staffId, row.sealed) as object
      return trainingRecord.parse({ ...words, id: row.id, staffId: row.staffId })
    })
}

/** Records a training; `at` (UTC ms) and `by` are when and by whom it was written down. */
export function addTraining(
  { db, vault }: Store,
  one: TrainingRecord,
  noted: { at: number; by: string },
): void {
  const { id, staffId, ...words } = one
  db.prepare(
    'INSERT INTO training (id, staff_id, recorded_at, recorded_by, sealed) VALUES (?, ?, ?, ?, ?)',
  ).run(id, staffId, noted.at, noted.by, vault.seal(staffId, words))
}

export type Acknowledgement = { staffId: string; term: string; at: number }

/** Who acknowledged the code of conduct for which term (staff.conduct). */
export const listAcknowledgements = ({ db }: Store): Acknowledgement[] =>
  db.prepare<[], Acknowledgement>('SELECT staff_id AS staffId, term, at FROM conduct_acknowledgement').all()

/** Once a term counts: a second time changes nothing. */
export function acknowledgeConduct({ db }: Store, one: Acknowledgement): void {
  db.prepare(
    `INSERT INTO conduct_acknowledgement (staff_id, term, at) VALUES (?, ?, ?)
     ON CONFLICT (staff_id, term) DO NOTHING`,
  ).run(one.staffId, one.term, one.at)
}
