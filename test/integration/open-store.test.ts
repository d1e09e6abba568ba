import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp } from '../../electron/store/backup.ts'
import { latestVersion, migrate, type Migration, schemaVersion } from '../../electron/store/migrate.ts'
import { isProblem, openStore, type Store } from '../../electron/store/open-store.ts'
import { addClass, addPupil } from '../../electron/store/classes-repository.ts'
import { idOf } from '../support/log-fixture.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-companion-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const databaseFile = () => join(folder, 'school.sqlite')

function open(): Store {
  const opened = openStore(folder, 'school')
  if (isProblem(opened)) throw new Error(opened.message)
  return opened
}

function problem() {
  const opened = openStore(folder, 'school')
  if (!isProblem(opened)) throw new Error('It opened.')
  return opened
}

function fillAndClose(): void {
  const store = open()
  addClass(store, { id: idOf(1), name: '5C', yearGroup: null })
  const identity = { legalForename: 'A', legalSurname: 'B', contacts: [] }
  addPupil(store, { id: idOf(2), classId: idOf(1), identity })
  store.close()
}

describe('opening the records', () => {
  it('writes each transaction through to the disk', () => {
    const { db, close } = open()
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.pragma('trusted_schema', { simple: true })).toBe(0)
    close()
  })

  it('refuses records of a newer version in words, and leaves the file as it was', () => {
    fillAndClose()
    const db = new Database(databaseFile())
    db.pragma(`user_version = ${latestVersion() + 6}`)
    db.pragma('journal_mode = DELETE')
    db.close()
    const before = readFileSync(databaseFile())
    const told = problem()
    expect(told.code).toBe('newer-database')
    expect(told.message).toContain(`format ${latestVersion() + 6}`)
    expect(told.advice).toContain('Nothing was changed or lost')
    expect(readFileSync(databaseFile())).toEqual(before)
  })

  it('refuses a file that is no database, and leaves it as it was', () => {
    fillAndClose()
    const junk = Buffer.alloc(40_000, 'not a database ')
    writeFileSync(databaseFile(), junk)
    expect(problem()).toMatchObject({ code: 'unreadable-database' })
    expect(readFileSync(databaseFile())).toEqual(junk)
  })

  it('refuses a damaged database that the last run left open', () => {
    const store = open()
    addClass(store, { id: idOf(1), name: '5C', yearGroup: null })
    const identity = { legalForename: 'A', legalSurname: 'B', contacts: [] }
    store.db.transaction(() => {
      for (let n = 10; n < 400; n += 1) addPupil(store, { id: idOf(n), classId: idOf(1), identity })
    })()
    store.db.pragma('wal_checkpoint(TRUNCATE)')
    const damaged = readFileSync(databaseFile())
    damaged.fill(0x5a, 4096 * 2, damaged.length - 4096)
    addClass(store, { id: idOf(2), name: '5D', yearGroup: null })
    const log = readFileSync(`${databaseFile()}-wal`)
    store.close()
    writeFileSync(databaseFile(), damaged)
    writeFileSync(`${databaseFile()}-wal`, log)
    expect(problem()).toMatchObject({ code: 'unreadable-database' })
  })

  it('refuses to make a new key for records that an old key sealed', () => {
    fillAndClose()
    rmSync(join(folder, 'device.key'))
    expect(problem()).toMatchObject({ code: 'missing-key' })
    expect(() => readFileSync(join(folder, 'device.key'))).toThrow('ENOENT')
  })

  it('takes another key for what it is, and an emptied file for no new school', () => {
    fillAndClose()
    writeFileSync(join(folder, 'device.key'), Buffer.alloc(32, 7))
    expect(problem()).toMatchObject({ code: 'missing-key' })
    writeFileSync(databaseFile(), '')
    expect(problem()).toMatchObject({ code: 'unreadable-database' })
  })

  it('says so when the folder cannot be written', () => {
    const blocked = openStore(join('/proc', 'session-companion'), 'school')
    expect(blocked).toMatchObject({ code: 'cannot-write' })
  })
})

describe('migrations', () => {
  const next: readonly Migration[] = [
    { version: 1, sql: 'CREATE TABLE one (a INTEGER) STRICT' },
    { version: 2, sql: 'CREATE TABLE two (b INTEGER) STRICT; INSERT INTO two SELECT a FROM one' },
  ]

  it('go forward from where the file stands, and keep what is in it', () => {
    const db = new Database(join(folder, 'm.sqlite'))
    migrate(db, next.slice(0, 1))
    db.exec('INSERT INTO one VALUES (7)')
    migrate(db, next)
    expect(schemaVersion(db)).toBe(2)
    expect(db.prepare('SELECT b FROM two').all()).toEqual([{ b: 7 }])
    migrate(db, next)
    db.close()
  })

  it('happen whole or not at all', () => {
    const db = new Database(join(folder, 'm.sqlite'))
    migrate(db, next.slice(0, 1))
    const broken = [...next.slice(0, 1), { version: 2, sql: 'CREATE TABLE two (b INTEGER); nonsense' }]
    expect(() => migrate(db, broken)).toThrow('syntax')
    expect(schemaVersion(db)).toBe(1)
    expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'two'").all()).toEqual([])
    db.close()
  })

  it('can be taken back by hand: the backup is a whole database', () => {
    const store = open()
    addClass(store, { id: idOf(1), name: '5C', yearGroup: null })
    const copy = join(folder, 'copy.sqlite')
    backUp(store.db, copy)
    store.close()
    copyFileSync(copy, databaseFile())
    const again = open()
    expect(again.db.prepare('SELECT name FROM class').all()).toEqual([{ name: '5C' }])
    again.close()
  })
})
