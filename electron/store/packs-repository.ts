import { type Pack, pack, type ReceiptKind, type Receipts } from '../../shared/domain/packs.ts'
import type { SchoolDate } from '../../shared/domain/times.ts'
import type { Store } from './open-store.ts'
import { SCHOOL } from './vault.ts'

type PackRow = { id: string; classId: string; week: string; sealed: Buffer }

const columns = 'SELECT id, class_id AS classId, week, sealed FROM pack'

const packOf = ({ vault }: Store, { sealed, ...plain }: PackRow): Pack =>
  pack.parse({ ...plain, ...(vault.unseal(SCHOOL, sealed) as object) })

/** The pack of a class for a week (its Monday); null where there is none. */
export function findPack(store: Store, classId: string, week: SchoolDate): Pack | null {
  const row = store.db
    .prepare<[string, string], PackRow>(`${columns} WHERE class_id = ? AND week = ?`)
    .get(classId, week)
  return row ? packOf(store, row) : null
}

export function findPackById(store: Store, packId: string): Pack | null {
  const row = store.db.prepare<[string], PackRow>(`${columns} WHERE id = ?`).get(packId)
  return row ? packOf(store, row) : null
}

/** Keeps a pack; there is one for a class and week. */
export function savePack({ db, vault }: Store, one: Pack): void {
  const { id, classId, week, ...words } = one
  db.prepare(
    `INSERT INTO pack (id, class_id, week, sealed) VALUES (?, ?, ?, ?)
     ON CONFLICT (class_id, week) DO UPDATE SET sealed = excluded.sealed`,
  ).run(id, classId, week, vault.seal(SCHOOL, words))
}

type ReceiptRow = { pupilId: string; how: ReceiptKind }

/** How each pupil has a pack: the last mark of each counts. */
export function readReceipts({ db }: Store, packId: string): Receipts {
  const receipts: Receipts = {}
  const rows = db
    .prepare<[string], ReceiptRow>(
      'SELECT pupil_id AS pupilId, how FROM pack_receipt WHERE pack_id = ? ORDER BY at, id',
    )
    .all(packId)
  for (const { pupilId, how } of rows) {
    if (how === 'not-received') delete receipts[pupilId]
    else receipts[pupilId] = how
  }
  return receipts
}

type NewReceipt = { id: string; packId: string; pupilId: string; how: ReceiptKind; at: number; byId: string }

/** Adds marks; earlier ones stay, so that it can be said who marked what and when (UTC ms). */
export function addReceipts({ db }: Store, marks: readonly NewReceipt[]): void {
  const add = db.prepare(
    'INSERT INTO pack_receipt (id, pack_id, pupil_id, how, at, by_id) VALUES (?, ?, ?, ?, ?, ?)',
  )
  db.transaction(() => {
    for (const { id, packId, pupilId, how, at, byId } of marks) add.run(id, packId, pupilId, how, at, byId)
  })()
}
