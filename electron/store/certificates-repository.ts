import type { Store } from './open-store.ts'

export type MadeCertificate = {
  id: string
  pupilId: string
  /** Id of the reward level. */
  level: string
  points: number
  /** First day of the term the points were of. */
  term: string
  /** UTC ms. */
  madeAt: number
  /** Id of who made it. */
  madeBy: string
}

export function addCertificates({ db }: Store, made: readonly MadeCertificate[]): void {
  const insert = db.prepare(
    `INSERT INTO certificate (id, pupil_id, level, points, term, made_at, made_by)
     VALUES (@id, @pupilId, @level, @points, @term, @madeAt, @madeBy)`,
  )
  db.transaction(() => made.forEach((one) => insert.run(one)))()
}

/** Certificates made of a term for some pupils, oldest first. */
export const listCertificates = (
  { db }: Store,
  pupilIds: readonly string[],
  term: string,
): MadeCertificate[] =>
  db
    .prepare<[string, string], MadeCertificate>(
      `SELECT id, pupil_id AS pupilId, level, points, term, made_at AS madeAt, made_by AS madeBy
       FROM certificate WHERE term = ? AND pupil_id IN (SELECT value FROM json_each(?)) ORDER BY made_at`,
    )
    .all(term, JSON.stringify(pupilIds))
