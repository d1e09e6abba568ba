import { z } from 'zod'
import { reportMeeting } from '../../shared/domain/recognised-file.ts'
import { type NameAnswer, nameAnswer } from '../../shared/domain/reconcile/who-is-who.ts'
import type { Store } from './open-store.ts'

const content = z.object({ fileName: z.string(), meetings: z.array(reportMeeting) })

/** A meeting's report that was taken in for a lesson: only the meetings that are the lesson's. `takenAt`: UTC ms. */
export type KeptReport = z.infer<typeof content> & { id: string; takenAt: number; takenBy: string }

const answers = z.object({
  /** What each name is, by its key (see reported-names.ts). */
  names: z.record(z.string(), nameAnswer),
  /** Keys of differences in which the log's word stands. */
  kept: z.array(z.string()),
})
export type ReportAnswers = z.infer<typeof answers>

type Row = { id: string; takenAt: number; takenBy: string; sealed: Buffer }

/** The reports of a lesson, in the order they were taken in. */
export const listReports = ({ db, vault }: Store, lessonId: string): KeptReport[] =>
  db
    .prepare<[string], Row>(
      `SELECT id, taken_at AS takenAt, taken_by AS takenBy, sealed FROM meeting_report
       WHERE lesson_id = ? ORDER BY taken_at, rowid`,
    )
    .all(lessonId)
    .map(({ sealed, ...row }) => ({ ...row, ...content.parse(vault.unseal(row.id, sealed)) }))

/** Whether a file with that SHA-256 was taken in for the lesson already. */
export const hasReport = ({ db }: Store, lessonId: string, contentHash: string): boolean =>
  db
    .prepare<[string, string]>('SELECT 1 FROM meeting_report WHERE lesson_id = ? AND content_hash = ?')
    .get(lessonId, contentHash) !== undefined

/** Takes a report in; false where the same file is there already, and then nothing is changed. */
export function addReport(
  store: Store,
  lessonId: string,
  contentHash: string,
  { id, takenAt, takenBy, ...report }: KeptReport,
): boolean {
  const { db, vault } = store
  return db.transaction(() => {
    if (hasReport(store, lessonId, contentHash)) return false
    db.prepare(
      `INSERT INTO meeting_report (id, lesson_id, content_hash, taken_at, taken_by, sealed)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(id, lessonId, contentHash, takenAt, takenBy, vault.seal(id, report))
    return true
  })()
}

/**
 * Takes a report away and destroys its key; false where it is not there. With a lesson's last one goes what was said of its
 * names: they may be of people whom the school does not know.
 */
export const removeReport = ({ db, vault }: Store, lessonId: string, reportId: string): boolean =>
  db.transaction(() => {
    const { changes } = db
      .prepare('DELETE FROM meeting_report WHERE lesson_id = ? AND id = ?')
      .run(lessonId, reportId)
    if (changes === 0) return false
    vault.destroyKey(reportId)
    if (
      db.prepare<[string]>('SELECT 1 FROM meeting_report WHERE lesson_id = ?').get(lessonId) === undefined
    ) {
      db.prepare('DELETE FROM report_answers WHERE lesson_id = ?').run(lessonId)
      vault.destroyKey(subjectOfAnswers(lessonId))
    }
    return true
  })()

const subjectOfAnswers = (lessonId: string): string => `report answers of ${lessonId}`

type AnswersRow = { lessonId: string; sealed: Buffer }

const answersOf = ({ vault }: Store, { lessonId, sealed }: AnswersRow): ReportAnswers =>
  answers.parse(vault.unseal(subjectOfAnswers(lessonId), sealed))

export function readAnswers(store: Store, lessonId: string): ReportAnswers {
  const row = store.db
    .prepare<[string], AnswersRow>(
      'SELECT lesson_id AS lessonId, sealed FROM report_answers WHERE lesson_id = ?',
    )
    .get(lessonId)
  return row ? answersOf(store, row) : { names: {}, kept: [] }
}

export function saveAnswers({ db, vault }: Store, lessonId: string, said: ReportAnswers): void {
  db.prepare(
    `INSERT INTO report_answers (lesson_id, sealed) VALUES (?, ?)
     ON CONFLICT (lesson_id) DO UPDATE SET sealed = excluded.sealed`,
  ).run(lessonId, vault.seal(subjectOfAnswers(lessonId), said))
}

/** What was said of names in other lessons of the same class, by their keys; the latest lesson's word stands. */
export function readAnswersBefore(
  store: Store,
  lesson: { id: string; classId: string },
): Map<string, NameAnswer> {
  const rows = store.db
    .prepare<[{ id: string; classId: string }], AnswersRow>(
      `SELECT lesson_id AS lessonId, report_answers.sealed FROM report_answers JOIN lesson ON lesson.id = lesson_id
       WHERE class_id = :classId AND lesson.id <> :id ORDER BY starts_at`,
    )
    .all({ id: lesson.id, classId: lesson.classId })
  return new Map(rows.flatMap((row) => Object.entries(answersOf(store, row).names)))
}
