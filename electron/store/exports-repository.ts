import { z } from 'zod'
import type { Store } from './open-store.ts'
import { SCHOOL } from './vault.ts'

/** A version of a day that went to the office. `exportedAt`: UTC ms; `contentHash` null where it was not kept yet. */
export type ExportedVersion = {
  date: string
  version: number
  /** Full path. */
  folder: string
  exportedAt: number
  contentHash: string | null
}

/** Remembers where a day's export went; the same version is remembered once. */
export function rememberExport({ db, vault }: Store, one: ExportedVersion): void {
  db.prepare(
    `INSERT INTO exported_day (date, version, folder, exported_at, content_hash) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (date, version) DO UPDATE SET folder = excluded.folder, content_hash = excluded.content_hash`,
  ).run(one.date, one.version, vault.seal(SCHOOL, one.folder), one.exportedAt, one.contentHash)
}

type Row = Omit<ExportedVersion, 'folder'> & { folder: Buffer }

/** A day's newest version that went to the office; null when it was never exported. */
export function findLastExport({ db, vault }: Store, date: string): ExportedVersion | null {
  const row = db
    .prepare<[string], Row>(
      `SELECT date, version, folder, exported_at AS exportedAt, content_hash AS contentHash
       FROM exported_day WHERE date = ? ORDER BY version DESC LIMIT 1`,
    )
    .get(date)
  return row ? { ...row, folder: z.string().parse(vault.unseal(SCHOOL, row.folder)) } : null
}
