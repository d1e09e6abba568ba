/**
 * What the live panel stands on: groups of pupils a class has saved, versions of the school's scheme, certificates that
 * were made, and lessons shared by two computers. A guest class came with a shared lesson and is not this school
 * file's own.
 */
export const livePanel = {
  version: 4,
  sql: `
    CREATE TABLE pupil_group (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id),
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX pupil_group_by_class ON pupil_group (class_id);

    CREATE TABLE scheme_version (
      version INTEGER PRIMARY KEY,
      scheme TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      made_by TEXT REFERENCES staff (id)
    ) STRICT;
    CREATE TRIGGER scheme_is_never_changed BEFORE UPDATE ON scheme_version
      BEGIN SELECT RAISE(ABORT, 'a version of the scheme is evidence'); END;
    CREATE TRIGGER scheme_is_never_deleted BEFORE DELETE ON scheme_version
      BEGIN SELECT RAISE(ABORT, 'a version of the scheme is evidence'); END;

    CREATE TABLE certificate (
      id TEXT PRIMARY KEY,
      pupil_id TEXT NOT NULL REFERENCES pupil (id),
      level TEXT NOT NULL,
      points INTEGER NOT NULL,
      term TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      made_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX certificate_by_pupil ON certificate (pupil_id);

    CREATE TABLE shared_lesson (
      lesson_id TEXT PRIMARY KEY REFERENCES lesson (id),
      sealed BLOB NOT NULL
    ) STRICT;
    ALTER TABLE class ADD COLUMN is_guest INTEGER NOT NULL DEFAULT 0;
  `,
} as const
