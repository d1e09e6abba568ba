/**
 * The shared timetable, and which lesson was made from which of its entries. An entry that is removed stays as evidence
 * of what was approved; `revision` tells a lesson not begun yet that its entry has changed since.
 */
export const timetable = {
  version: 3,
  sql: `
    CREATE TABLE timetable_entry (
      id TEXT PRIMARY KEY,
      class_id TEXT NOT NULL REFERENCES class (id),
      revision INTEGER NOT NULL,
      removed_at INTEGER,
      sealed BLOB NOT NULL
    ) STRICT;

    ALTER TABLE lesson ADD COLUMN timetable_id TEXT REFERENCES timetable_entry (id);
    ALTER TABLE lesson ADD COLUMN timetable_date TEXT;
    ALTER TABLE lesson ADD COLUMN timetable_revision INTEGER;
    CREATE UNIQUE INDEX lesson_of_timetable ON lesson (timetable_id, timetable_date) WHERE timetable_id IS NOT NULL;
  `,
} as const
