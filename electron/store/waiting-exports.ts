import type { WaitingExport, WaitingReason } from '../../shared/domain/waiting-export.ts'
import type { Store } from './open-store.ts'

const columns = 'SELECT date, since, reason, tries FROM waiting_export'

/** The days that wait for the office's folder, the earliest first. */
export const listWaiting = ({ db }: Store): WaitingExport[] =>
  db.prepare<[], WaitingExport>(`${columns} ORDER BY date`).all()

export const findWaiting = ({ db }: Store, date: string): WaitingExport | null =>
  db.prepare<[string], WaitingExport>(`${columns} WHERE date = ?`).get(date) ?? null

/** Remembers that a day is being exported, so that it is not forgotten however that ends. `now`: UTC ms. */
export function beginExport({ db }: Store, date: string, now: number): void {
  db.prepare(
    `INSERT INTO waiting_export (date, since, reason, tries) VALUES (?, ?, 'interrupted', 0)
     ON CONFLICT (date) DO NOTHING`,
  ).run(date, now)
}

/** A try was in vain. */
export function keepWaiting({ db }: Store, date: string, reason: WaitingReason): void {
  db.prepare('UPDATE waiting_export SET reason = ?, tries = tries + 1 WHERE date = ?').run(reason, date)
}

/** The day is with the office, or nobody wants it sent any more. */
export function stopWaiting({ db }: Store, date: string): void {
  db.prepare('DELETE FROM waiting_export WHERE date = ?').run(date)
}
