import type { Store } from './open-store.ts'

export type ExportRow = { date: string; version: number; folder: string; exportedAt: number }

/** Remembers where a day's export went; the same version is remembered once. */
export function rememberExport({ db }: Store, one: ExportRow): void {
  db.prepare(
    `INSERT INTO exported_day (date, version, folder, exported_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (date, version) DO UPDATE SET folder = excluded.folder`,
  ).run(one.date, one.version, one.folder, one.exportedAt)
}

export const findLastExport = ({ db }: Store, date: string): ExportRow | null =>
  db
    .prepare<[string], ExportRow>(
      `SELECT date, version, folder, exported_at AS exportedAt FROM exported_day
       WHERE date = ? ORDER BY version DESC LIMIT 1`,
    )
    .get(date) ?? null
