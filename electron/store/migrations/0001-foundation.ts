/**
 * The first schema. Identity and free text stand only in `sealed` columns (see vault.ts); everything else knows a
 * person as a random id. `event` is the log of what happened: rows are added, never changed. The two rollups hold
 * what is derived from it and are kept in the transaction that adds to it.
 */
export const foundation = {
  version: 1,
  sql: `
    CREATE TABLE vault_key (
      subject TEXT PRIMARY KEY,
      wrapped BLOB NOT NULL
    ) STRICT;

    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      sealed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE device (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      first_seen INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE class (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      year_group TEXT
    ) STRICT;

    CREATE TABLE pupil (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id),
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX pupil_by_class ON pupil (class_id);

    CREATE TABLE staff (
      id TEXT PRIMARY KEY,
      sealed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE lesson (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id),
      starts_at INTEGER NOT NULL,
      ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX lesson_by_start ON lesson (starts_at);

    CREATE TABLE event (
      id TEXT PRIMARY KEY,
      lesson_id TEXT NOT NULL REFERENCES lesson (id),
      pupil_id TEXT REFERENCES pupil (id),
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      at INTEGER NOT NULL,
      actor_id TEXT NOT NULL,
      device_id TEXT NOT NULL,
      sealed BLOB,
      revokes TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_by_lesson ON event (lesson_id, at);
    CREATE INDEX event_by_target ON event (revokes) WHERE revokes IS NOT NULL;

    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

    CREATE TABLE lesson_rollup (
      lesson_id TEXT PRIMARY KEY REFERENCES lesson (id),
      state TEXT NOT NULL,
      checks_answered INTEGER NOT NULL,
      second_adult_in INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX lesson_unfinished ON lesson_rollup (state) WHERE state IN ('admitting', 'live', 'ended', 'signed-off');

    CREATE TABLE pupil_rollup (
      lesson_id TEXT NOT NULL REFERENCES lesson (id),
      pupil_id TEXT NOT NULL REFERENCES pupil (id),
      points INTEGER NOT NULL,
      PRIMARY KEY (lesson_id, pupil_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE exported_day (
      date TEXT NOT NULL,
      version INTEGER NOT NULL,
      folder BLOB NOT NULL,
      exported_at INTEGER NOT NULL,
      PRIMARY KEY (date, version)
    ) STRICT, WITHOUT ROWID;
  `,
} as const
