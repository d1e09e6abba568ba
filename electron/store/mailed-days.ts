import type { Store } from './open-store.ts'

/** A day whose files for an e-mail were made. `madeAt`: UTC ms; the same content keeps its version. */
export type MailedDay = { date: string; version: number; madeAt: number; contentHash: string }

/** The newest version of a day; null where none was made. */
export const findMailed = ({ db }: Store, date: string): MailedDay | null =>
  db
    .prepare<[string], MailedDay>(
      `SELECT date, version, made_at AS madeAt, content_hash AS contentHash
       FROM mailed_day WHERE date = ? ORDER BY version DESC LIMIT 1`,
    )
    .get(date) ?? null

/** Remembers the files, and how far the log of each lesson in them went (UTC ms of its last entry). */
export function rememberMailed(
  { db }: Store,
  one: MailedDay,
  lessons: readonly { id: string; through: number }[],
): void {
  const keep = db.prepare(
    `INSERT INTO mailed_lesson (lesson_id, through) VALUES (?, ?)
     ON CONFLICT (lesson_id) DO UPDATE SET through = excluded.through`,
  )
  db.transaction(() => {
    db.prepare(
      `INSERT INTO mailed_day (date, version, made_at, content_hash)
       VALUES (:date, :version, :madeAt, :contentHash)
       ON CONFLICT (date, version) DO UPDATE SET made_at = excluded.made_at`,
    ).run(one)
    for (const { id, through } of lessons) keep.run(id, through)
  })()
}
