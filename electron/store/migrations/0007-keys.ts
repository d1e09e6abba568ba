/**
 * The key this computer signs days with; the office's keys (sealed with its secret half only on the office's own
 * computer); the computers whose days the office takes in; and which days went out sealed, and into which folder, so that none goes twice.
 */
export const keys = {
  version: 7,
  sql: `
    CREATE TABLE signing_key (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      sealed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE office_key (
      recipient TEXT PRIMARY KEY,
      added_at INTEGER NOT NULL,
      identity BLOB
    ) STRICT;

    CREATE TABLE office_device (
      device_id TEXT NOT NULL,
      public_key TEXT NOT NULL,
      sealed BLOB NOT NULL,
      listed_at INTEGER NOT NULL,
      removed_at INTEGER,
      PRIMARY KEY (device_id, public_key)
    ) STRICT;

    CREATE TABLE sealed_day (
      date TEXT NOT NULL,
      recipient TEXT NOT NULL,
      folder_hash TEXT NOT NULL,
      version INTEGER NOT NULL,
      content_hash TEXT NOT NULL,
      written_at INTEGER,
      PRIMARY KEY (date, recipient, folder_hash, version)
    ) STRICT;
  `,
} as const
