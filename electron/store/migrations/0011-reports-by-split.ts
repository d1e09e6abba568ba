/** The office's reports by reader: what leaders get is counted by itself. All that there were are the office's own. */
export const reportsBySplit = {
  version: 11,
  sql: `
    ALTER TABLE office_report RENAME TO office_report_of_all;
    CREATE TABLE office_report (
      date TEXT NOT NULL,
      split TEXT NOT NULL,
      version INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      made_at INTEGER NOT NULL,
      folder BLOB NOT NULL,
      PRIMARY KEY (date, split, version)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO office_report (date, split, version, revision, made_at, folder)
      SELECT date, 'office', version, revision, made_at, folder FROM office_report_of_all;
    DROP TABLE office_report_of_all;
  `,
} as const
