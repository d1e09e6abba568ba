import type { Store } from './open-store.ts'

/** A day as it went, or is going, to an office sealed. */
export type SealedDay = {
  date: string
  recipient: string
  version: number
  /** Over all that is in it but its time and version. */
  contentHash: string
  /** When its file was whole, UTC ms; null while it is on its way. */
  writtenAt: number | null
}

/** The newest version of a day that was begun for an office; null before the first. */
export const findSealedDay = ({ db }: Store, date: string, recipient: string): SealedDay | null =>
  db
    .prepare<[string, string], SealedDay>(
      `SELECT date, recipient, version, content_hash AS contentHash, written_at AS writtenAt
       FROM sealed_day WHERE date = ? AND recipient = ? ORDER BY version DESC LIMIT 1`,
    )
    .get(date, recipient) ?? null

/** Remembers a version before its file is begun, so that one cut off is written again under the same name. */
export const beginSealedDay = ({ db }: Store, one: Omit<SealedDay, 'writtenAt'>): void => {
  db.prepare(
    `INSERT INTO sealed_day (date, recipient, version, content_hash) VALUES (?, ?, ?, ?)
     ON CONFLICT (date, recipient, version) DO NOTHING`,
  ).run(one.date, one.recipient, one.version, one.contentHash)
}

export const endSealedDay = ({ db }: Store, one: SealedDay): void => {
  db.prepare('UPDATE sealed_day SET written_at = ? WHERE date = ? AND recipient = ? AND version = ?').run(
    one.writtenAt,
    one.date,
    one.recipient,
    one.version,
  )
}
