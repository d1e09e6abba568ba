/**
 * The meeting's own reports of a lesson, each with a key of its own, known again by the SHA-256 of the file; and what a
 * person has said of their names and differences.
 */
export const meetingReports = {
  version: 5,
  sql: `
    CREATE TABLE meeting_report (
      id TEXT PRIMARY KEY,
      lesson_id TEXT NOT NULL REFERENCES lesson (id),
      content_hash TEXT NOT NULL,
      taken_at INTEGER NOT NULL,
      taken_by TEXT NOT NULL REFERENCES staff (id),
      sealed BLOB NOT NULL,
      UNIQUE (lesson_id, content_hash)
    ) STRICT;

    CREATE TABLE report_answers (
      lesson_id TEXT PRIMARY KEY REFERENCES lesson (id),
      sealed BLOB NOT NULL
    ) STRICT;
  `,
} as const
