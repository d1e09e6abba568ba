import type { Database } from 'better-sqlite3'
import { foundation } from './migrations/0001-foundation.ts'
import { evidence } from './migrations/0002-evidence.ts'
import { timetable } from './migrations/0003-timetable.ts'
import { livePanel } from './migrations/0004-live-panel.ts'
import { exportQueue } from './migrations/0006-export-queue.ts'
import { meetingReports } from './migrations/0005-meeting-reports.ts'
import { keys } from './migrations/0007-keys.ts'
import { officeDays } from './migrations/0008-office-days.ts'
import { mailedDays } from './migrations/0009-mailed-days.ts'
import { sealedFile } from './migrations/0010-sealed-file.ts'
import { reportsBySplit } from './migrations/0011-reports-by-split.ts'

export type Migration = { version: number; sql: string }

/** Every migration there has been, in order. They only go forward. */
export const migrations: readonly Migration[] = [
  foundation,
  evidence,
  timetable,
  livePanel,
  meetingReports,
  exportQueue,
  keys,
  officeDays,
  mailedDays,
  sealedFile,
  reportsBySplit,
]

export const latestVersion = (known: readonly Migration[] = migrations): number => known.at(-1)?.version ?? 0

export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number

/** Brings the schema to the newest version, each step in one transaction with its number. */
export function migrate(db: Database, known: readonly Migration[] = migrations): void {
  const from = schemaVersion(db)
  for (const { version, sql } of known.filter((one) => one.version > from)) {
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    })()
  }
}
