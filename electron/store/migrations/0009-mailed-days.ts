/**
 * Days whose files for an e-mail to the office were made, and how far each lesson's log went then (UTC ms of its last
 * entry): what was recorded since is not in them.
 */
export const mailedDays = {
  version: 9,
  sql: `
    CREATE TABLE mailed_day (
      date TEXT NOT NULL,
      version INTEGER NOT NULL,
      made_at INTEGER NOT NULL,
      content_hash TEXT NOT NULL,
      PRIMARY KEY (date, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE mailed_lesson (
      lesson_id TEXT PRIMARY KEY,
      through INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
} as const
