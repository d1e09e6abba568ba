import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Problem } from '../../shared/ipc/contract.ts'
import { backUp } from './backup.ts'
import { latestVersion, migrate, schemaVersion } from './migrate.ts'
import { createVault, makeDeviceKey, readDeviceKey, type Vault } from './vault.ts'

/** The open records of one school: its database and the vault that reads the sealed columns. */
export type Store = { db: Database.Database; vault: Vault; close(): void }

export type SchoolFile = 'school' | 'example'

const databaseFile = (folder: string, school: SchoolFile): string => join(folder, `${school}.sqlite`)

export const hasStore = (folder: string, school: SchoolFile): boolean =>
  existsSync(databaseFile(folder, school))

/** How long a write waits for another program that holds the file (a backup), in ms. Beyond it the tap is retried. */
const BUSY_MS = 400

/** Opens, or makes, the records of a school in a folder. A problem is told in words; the file is left as it was. */
export function openStore(folder: string, school: SchoolFile): Store | Problem {
  const file = databaseFile(folder, school)
  let db: Database.Database | null = null
  try {
    // Not recursively: the parent is the app's data folder, and Node never returns from a path it cannot make.
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    const wasLeftOpen = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
    const isNew = !existsSync(file)
    if (!isNew && statSync(file).size === 0) return unreadable
    db = new Database(file, { timeout: BUSY_MS })
    const found = schemaVersion(db)
    if (found > latestVersion()) {
      db.close()
      return newerDatabase(found)
    }
    setUp(db)
    if (wasLeftOpen) assertSound(db)
    if (found > 0 && found < latestVersion()) backUp(db, `${file}.before-${latestVersion()}`)
    migrate(db)
    return withVault(db, join(folder, 'device.key'), isNew)
  } catch (error) {
    db?.close()
    return problemOf(error)
  }
}

function setUp(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('temp_store = MEMORY')
  db.pragma('secure_delete = ON')
  if (process.platform === 'darwin') db.pragma('fullfsync = ON')
}

/** A log left behind means the last run did not end by itself: look before going on. */
function assertSound(db: Database.Database): void {
  const verdict = db.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') throw Object.assign(new Error(String(verdict)), { code: 'SQLITE_CORRUPT' })
}

function withVault(db: Database.Database, keyFile: string, isNew: boolean): Store | Problem {
  const kept = readDeviceKey(keyFile)
  const isEmpty = db.prepare('SELECT 1 FROM vault_key LIMIT 1').get() === undefined
  if (!kept && !isNew && !isEmpty) {
    db.close()
    return missingKey
  }
  const vault = createVault(db, kept ?? makeDeviceKey(keyFile))
  if (!vault.opens()) {
    db.close()
    return missingKey
  }
  const opened = db
  return {
    db,
    vault,
    close: () => {
      if (!opened.open) return
      try {
        opened.pragma('wal_checkpoint(TRUNCATE)')
      } catch {
        // On a full disk the log stays beside the database, whole, and is read at the next start.
      } finally {
        opened.close()
      }
    },
  }
}

/** Removes the records of the example school from the disk. The school's own are never removed by the app. */
export function removeExample(folder: string): void {
  const file = databaseFile(folder, 'example')
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
}

const newerDatabase = (found: number): Problem => ({
  code: 'newer-database',
  message: `These records were written by a newer Session Companion (format ${found}; this one reads up to ${latestVersion()}).`,
  advice: 'Nothing was changed or lost. Update Session Companion on this computer, or ask school IT to.',
})

const unreadable: Problem = {
  code: 'unreadable-database',
  message: 'The records on this computer cannot be read: the file is damaged or is not one of ours.',
  advice: 'The file was left exactly as it is. Ask school IT to put back the last backup, then start again.',
}

const missingKey: Problem = {
  code: 'missing-key',
  message:
    'The key that opens the names on this computer (device.key) is missing, or is not the one they were sealed with.',
  advice:
    'Nothing was changed or lost. Ask school IT to put the file back from the backup, then start again.',
}

function problemOf(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return unreadable
  }
  const detail = error instanceof Error ? error.message : String(error)
  return {
    code: 'cannot-write',
    message: `The records on this computer cannot be opened for writing (${detail}).`,
    advice:
      'Nothing was lost. Check that the disk is not full and that this account may write, then start again.',
  }
}

export const isProblem = (opened: Store | Problem): opened is Problem => 'advice' in opened
