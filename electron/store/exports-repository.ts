import { z } from 'zod'
import type { Store } from './open-store.ts'
import { SCHOOL } from './vault.ts'

type ExportRow = { date: string; version: number; folder: string; exportedAt: number }

/** Remembers where a day's export went; the same version is remembered once. */
export function rememberExport({ db, vault }: Store, one: ExportRow): void {
  db.prepare(
    `INSERT INTO exported_day (date, version, folder, exported_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (date, version) DO UPDATE SET folder = excluded.folder`,
  ).run(one.date, one.version, vault.seal(SCHOOL, one.folder), one.exportedAt)
}

/** The folder of a day's newest export; null when it was never exported. */
export function findLastExportFolder({ db, vault }: Store, date: string): string | null {
  const row = db
    .prepare<[string], { folder: Buffer }>(
      'SELECT folder FROM exported_day WHERE date = ? ORDER BY version DESC LIMIT 1',
    )
    .get(date)
  return row ? z.string().parse(vault.unseal(SCHOOL, row.folder)) : null
}
