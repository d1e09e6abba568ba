/**
 * Days that were exported and wait for the office's folder, and what each version that went there said: its hash tells a
 * day the office has had from a new one, also where its folder is no longer there.
 */
export const exportQueue = {
  version: 6,
  sql: `
    CREATE TABLE waiting_export (
      date TEXT PRIMARY KEY,
      since INTEGER NOT NULL,
      reason TEXT NOT NULL,
      tries INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE exported_day ADD COLUMN content_hash TEXT;
  `,
} as const
