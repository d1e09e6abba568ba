import { firstChecklist } from './first-checklist.ts'

const inSql = (value: unknown): string => `'${JSON.stringify(value).replaceAll("'", "''")}'`

/**
 * What the checks before a lesson stand on: versions of the checklist, training and code of conduct of the staff, how
 * pupils join, packs and who has them. Records of a time before versions were answered under version 1.
 */
export const evidence = {
  version: 2,
  sql: `
    CREATE TABLE checklist_version (
      version INTEGER PRIMARY KEY,
      items TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      made_by TEXT REFERENCES staff (id)
    ) STRICT;
    INSERT INTO checklist_version (version, items, made_at)
      SELECT 1, ${inSql(firstChecklist)}, 0 WHERE EXISTS (SELECT 1 FROM event);
    CREATE TRIGGER checklist_is_never_changed BEFORE UPDATE ON checklist_version
      BEGIN SELECT RAISE(ABORT, 'a version of the checklist is evidence'); END;
    CREATE TRIGGER checklist_is_never_deleted BEFORE DELETE ON checklist_version
      BEGIN SELECT RAISE(ABORT, 'a version of the checklist is evidence'); END;

    ALTER TABLE lesson_rollup ADD COLUMN checks_total INTEGER NOT NULL DEFAULT ${firstChecklist.length};

    CREATE TABLE training (
      id TEXT PRIMARY KEY,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      recorded_at INTEGER NOT NULL,
      recorded_by TEXT NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX training_by_staff ON training (staff_id);

    CREATE TABLE conduct_acknowledgement (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      term TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (staff_id, term)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE pupil_joining (
      pupil_id TEXT PRIMARY KEY REFERENCES pupil (id),
      sealed BLOB NOT NULL
    ) STRICT;

    CREATE TABLE pack (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id),
      week TEXT NOT NULL,
      sealed BLOB NOT NULL,
      UNIQUE (class_id, week)
    ) STRICT;

    CREATE TABLE pack_receipt (
      id TEXT PRIMARY KEY,
      pack_id TEXT NOT NULL REFERENCES pack (id),
      pupil_id TEXT NOT NULL REFERENCES pupil (id),
      how TEXT NOT NULL,
      at INTEGER NOT NULL,
      by_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pack_receipt_by_pack ON pack_receipt (pack_id, at);
  `,
} as const
