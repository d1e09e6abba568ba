import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SheetSplit } from '../../shared/domain/export-split.ts'
import type { SetAsideReason } from '../../shared/domain/office-set-aside.ts'
import { sha256 } from '../sha256.ts'
import type { Store } from './open-store.ts'
import { prepared } from './prepared.ts'
import { SCHOOL } from './vault.ts'

/** What the office keeps for itself beside teachers' days: notes, reports made, files set aside, files known again. */

export type OfficeNote = { lessonId: string | null; at: number; by: string; text: string }

export function addOfficeNote(
  { db, vault }: Store,
  date: string,
  { lessonId, at, ...words }: OfficeNote,
): void {
  db.prepare('INSERT INTO office_note (id, date, lesson_id, at, sealed) VALUES (?, ?, ?, ?, ?)').run(
    randomUUID(),
    date,
    lessonId,
    at,
    vault.seal(SCHOOL, words),
  )
}

/** The notes of a day and of its lessons, oldest first. */
export const listOfficeNotes = ({ db, vault }: Store, date: string): OfficeNote[] =>
  db
    .prepare<[string], { lessonId: string | null; at: number; sealed: Buffer }>(
      'SELECT lesson_id AS lessonId, at, sealed FROM office_note WHERE date = ? ORDER BY at, id',
    )
    .all(date)
    .map(({ sealed, ...row }) => ({
      ...row,
      ...(vault.unseal(SCHOOL, sealed) as Pick<OfficeNote, 'by' | 'text'>),
    }))

/**
 * `revision` is the count of changes the report was made at, `lessonIds` what it held, `contentHash` what its sheets
 * said, `termsHash` what else it was made of: the days' own words and the settings; null: made before that was kept.
 */
export type OfficeReport = {
  version: number
  revision: number
  madeAt: number
  folder: string
  lessonIds: string[] | null
  contentHash: string | null
  termsHash: string | null
}

/** Which report of a day: each reader's are counted by themselves. */
export type ReportOf = { date: string; split: SheetSplit }

/** A report made before its lessons were kept has its folder alone. */
const sealedReport = z.union([
  z.string().transform((folder) => ({ folder, lessonIds: null, contentHash: null, termsHash: null })),
  z.object({
    folder: z.string(),
    lessonIds: z.array(z.string()),
    contentHash: z.string().nullable().default(null),
    termsHash: z.string().nullable().default(null),
  }),
])

export function rememberReport(
  { db, vault }: Store,
  { date, split }: ReportOf,
  { version, revision, madeAt, ...words }: OfficeReport & { lessonIds: string[] },
): void {
  db.prepare(
    `INSERT INTO office_report (date, split, version, revision, made_at, folder) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (date, split, version) DO UPDATE SET revision = excluded.revision, made_at = excluded.made_at,
       folder = excluded.folder`,
  ).run(date, split, version, revision, madeAt, vault.seal(SCHOOL, words))
}

/** The report of a day that was made last, whatever its number; null before the first. */
export function findReport({ db, vault }: Store, { date, split }: ReportOf): OfficeReport | null {
  const row = db
    .prepare<[string, string], Pick<OfficeReport, 'version' | 'revision' | 'madeAt'> & { folder: Buffer }>(
      `SELECT version, revision, made_at AS madeAt, folder FROM office_report WHERE date = ? AND split = ?
       ORDER BY revision DESC, made_at DESC, version DESC LIMIT 1`,
    )
    .get(date, split)
  return row ? { ...row, ...sealedReport.parse(vault.unseal(SCHOOL, row.folder)) } : null
}

/** The highest number a report of a day ever had; 0 before the first. */
export const lastReportVersion = ({ db }: Store, { date, split }: ReportOf): number =>
  db
    .prepare<[string, string], { version: number | null }>(
      'SELECT max(version) AS version FROM office_report WHERE date = ? AND split = ?',
    )
    .get(date, split)?.version ?? 0

/** A file that is not taken in. */
export type SetAside = {
  contentHash: string
  reason: SetAsideReason
  /** UTC ms. */
  at: number
  /** Under which name it lies, and whether it could be moved out of the incoming folder. */
  fileName: string
  isMoved: boolean
  /** Who signed it, where that is known. */
  from: {
    deviceId: string
    publicKey: string
    deviceName: string
    teacherName: string
    schoolName: string
  } | null
}

type SetAsideRow = Pick<SetAside, 'contentHash' | 'reason' | 'at'> & { sealed: Buffer }

/** All of them, the newest first. */
export const listSetAside = ({ db, vault }: Store): SetAside[] =>
  db
    .prepare<[], SetAsideRow>(
      'SELECT content_hash AS contentHash, reason, at, sealed FROM office_set_aside ORDER BY at DESC, content_hash',
    )
    .all()
    .map(({ sealed, ...row }) => ({
      ...row,
      ...(vault.unseal(SCHOOL, sealed) as Pick<SetAside, 'fileName' | 'isMoved' | 'from'>),
    }))

export function keepSetAside({ db, vault }: Store, { contentHash, reason, at, ...words }: SetAside): void {
  db.prepare(
    `INSERT INTO office_set_aside (content_hash, reason, at, sealed) VALUES (?, ?, ?, ?)
     ON CONFLICT (content_hash) DO UPDATE SET reason = excluded.reason, sealed = excluded.sealed`,
  ).run(contentHash, reason, at, vault.seal(SCHOOL, words))
}

export const removeSetAside = ({ db }: Store, contentHash: string): void => {
  db.prepare('DELETE FROM office_set_aside WHERE content_hash = ?').run(contentHash)
}

/** How a file stood when it was dealt with, by the hash of its name; null: it is new. */
export const findFileStanding = ({ db }: Store, nameHash: string): string | null =>
  prepared<[string], { standing: string }>(db, 'SELECT standing FROM office_file WHERE name_hash = ?').get(
    nameHash,
  )?.standing ?? null

export const rememberFile = ({ db }: Store, nameHash: string, standing: string): void => {
  prepared(
    db,
    `INSERT INTO office_file (name_hash, standing) VALUES (?, ?)
     ON CONFLICT (name_hash) DO UPDATE SET standing = excluded.standing`,
  ).run(nameHash, standing)
}

/** A file that is there again is then read as a new one. */
export const forgetFile = ({ db }: Store, nameHash: string): void => {
  prepared(db, 'DELETE FROM office_file WHERE name_hash = ?').run(nameHash)
}

/** Under which a file that lies aside, and that a person took off the list, is known again. */
export const asideMarkOf = (fileName: string): string => sha256(`aside/${fileName}`)
