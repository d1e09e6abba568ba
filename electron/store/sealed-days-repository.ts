import type { Store } from './open-store.ts'

/** Of which day, for which key, and into which folder (SHA-256 of its path). */
export type SentTo = { date: string; recipient: string; folderHash: string }

/** A day as it went, or is going, to an office sealed. */
export type SealedDay = SentTo & {
  version: number
  /** Over all that is in it but its time and version. */
  contentHash: string
  /** When its file was whole, UTC ms; null while it is on its way. */
  writtenAt: number | null
  /** SHA-256 of its file; null while it is on its way, and where that was not kept yet. */
  fileHash: string | null
}

/** The newest version of a day that was begun there; null before the first. */
export const findSealedDay = ({ db }: Store, to: SentTo): SealedDay | null =>
  db
    .prepare<[SentTo], SealedDay>(
      `SELECT date, recipient, folder_hash AS folderHash, version, content_hash AS contentHash, written_at AS writtenAt,
         file_hash AS fileHash
       FROM sealed_day WHERE date = :date AND recipient = :recipient AND folder_hash = :folderHash
       ORDER BY version DESC LIMIT 1`,
    )
    .get(to) ?? null

/** Remembers a version before its file is begun, so that one cut off is written again under the same name. */
export const beginSealedDay = ({ db }: Store, one: Omit<SealedDay, 'writtenAt' | 'fileHash'>): void => {
  db.prepare(
    `INSERT INTO sealed_day (date, recipient, folder_hash, version, content_hash)
     VALUES (:date, :recipient, :folderHash, :version, :contentHash)
     ON CONFLICT (date, recipient, folder_hash, version) DO NOTHING`,
  ).run(one)
}

export const endSealedDay = ({ db }: Store, one: SealedDay): void => {
  db.prepare(
    `UPDATE sealed_day SET written_at = :writtenAt, file_hash = :fileHash
     WHERE date = :date AND recipient = :recipient AND folder_hash = :folderHash AND version = :version`,
  ).run(one)
}

/** Whether a day has ever gone to that office sealed, into whatever folder. */
export const wasSealedFor = ({ db }: Store, date: string, recipient: string): boolean =>
  db
    .prepare<[string, string]>(
      'SELECT 1 FROM sealed_day WHERE date = ? AND recipient = ? AND written_at IS NOT NULL LIMIT 1',
    )
    .get(date, recipient) !== undefined
