/**
 * What the office holds of teachers' days. Heads and frames are whole, names and all, so they are sealed: a head with a
 * key of its day, a frame and the free text of its entries with a key of the lesson. Entries and notes are only ever
 * added. `revision` counts what has changed here, whatever the clock says. `office_file` knows files again that were
 * read before, by the SHA-256 of their name.
 */
export const officeDays = {
  version: 8,
  sql: `
    CREATE TABLE office_bundle (
      content_hash TEXT PRIMARY KEY,
      date TEXT NOT NULL,
      device_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      written_at INTEGER NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX office_bundle_by_date ON office_bundle (date, device_id);

    CREATE TABLE office_lesson (
      lesson_id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX office_lesson_by_revision ON office_lesson (revision);

    CREATE TABLE office_frame (
      lesson_id TEXT NOT NULL REFERENCES office_lesson (lesson_id),
      device_id TEXT NOT NULL,
      date TEXT NOT NULL,
      version INTEGER NOT NULL,
      written_at INTEGER NOT NULL,
      is_own INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (lesson_id, device_id)
    ) STRICT;
    CREATE INDEX office_frame_by_date ON office_frame (date);

    CREATE TABLE office_event (
      id TEXT PRIMARY KEY,
      lesson_id TEXT NOT NULL,
      pupil_id TEXT,
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      at INTEGER NOT NULL,
      actor_id TEXT NOT NULL,
      device_id TEXT NOT NULL,
      sealed BLOB,
      revokes TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX office_event_by_lesson ON office_event (lesson_id, at);

    CREATE TRIGGER office_event_is_never_changed BEFORE UPDATE ON office_event
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER office_event_is_never_deleted BEFORE DELETE ON office_event
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

    CREATE TABLE office_note (
      id TEXT PRIMARY KEY,
      date TEXT NOT NULL,
      lesson_id TEXT,
      at INTEGER NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX office_note_by_date ON office_note (date);
    CREATE TRIGGER office_note_is_never_changed BEFORE UPDATE ON office_note
      BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
    CREATE TRIGGER office_note_is_never_deleted BEFORE DELETE ON office_note
      BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;

    CREATE TABLE office_report (
      date TEXT NOT NULL,
      version INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      made_at INTEGER NOT NULL,
      folder BLOB NOT NULL,
      PRIMARY KEY (date, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE office_set_aside (
      content_hash TEXT PRIMARY KEY,
      reason TEXT NOT NULL,
      at INTEGER NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE office_file (
      name_hash TEXT PRIMARY KEY,
      standing TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
} as const
