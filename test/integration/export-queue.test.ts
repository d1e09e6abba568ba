import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runHeadless } from '../../electron/headless/run-headless.ts'
import { exportDay } from '../../electron/ipc/export-day.ts'
import { createExportQueue, type ExportQueue } from '../../electron/ipc/export-queue.ts'
import { migrate, migrations } from '../../electron/store/migrate.ts'
import { beginExport, listWaiting } from '../../electron/store/waiting-exports.ts'
import { pauseAfter } from '../../shared/domain/waiting-export.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

const DATE = '2021-01-18'

let school: WorkingSchool
let lessonId: string
/** The office's folder, and where it is while it is away. */
let office: string
let elapsed: number
let queue: ExportQueue
beforeEach(async () => {
  school = openWorkingSchool()
  office = join(school.folder, 'office')
  mkdirSync(office)
  elapsed = 0
  await school.begin()
  const { school: settings } = await school.ask('app.status', {})
  if (!settings) throw new Error('no school')
  await school.ask('school.save', { ...settings, officeFolder: office })
  await school.importClass()
  lessonId = await school.finishLesson()
  queue = startQueue()
})
afterEach(() => school.end())

const store = () => school.context.session.store()
const startQueue = () =>
  createExportQueue(
    school.context,
    (date) => exportDay(school.context, date),
    () => false,
    () => elapsed,
  )
const goesAway = () => renameSync(office, `${office}-away`)
const isBack = () => renameSync(`${office}-away`, office)
const exported = () => school.dispatch('export.day', { date: DATE })
const notices = () => school.told.filter(({ name }) => name === 'notice')
const stateOfLesson = async () => (await school.ask('today.get', {})).lessons[0]?.state

it('an export that is ordered without windows says what to know of the version before', async () => {
  school.clock.now += 86_400_000
  await exported()
  school.clock.now -= 86_400_000
  const { school: settings } = await school.ask('app.status', {})
  if (!settings) throw new Error('no school')
  await school.ask('school.save', { ...settings, notTheRegister: 'These are no marks of any register.' })
  const problems: string[] = []
  const say = { out: () => {}, problem: (line: string) => problems.push(line) }
  expect(await runHeadless(school.context, { do: 'export-day', date: DATE, out: null }, office, say)).toBe(0)
  expect(problems).toEqual([expect.stringContaining('The clock of this computer or of the other is wrong')])
})

describe('a day whose folder is away', () => {
  it('waits, is said to wait, and goes by itself once the folder is back; the teacher is told once', async () => {
    goesAway()
    expect(await exported()).toMatchObject({
      ok: false,
      error: { code: 'folder-missing', message: expect.stringContaining('goes by itself') as unknown },
    })
    expect((await school.ask('export.get', {})).days[0]?.waiting).toMatchObject({
      reason: 'folder-missing',
      tries: 1,
    })
    for (let look = 0; look < 40; look += 1) {
      elapsed += 10_000
      expect(await queue.look()).toBe(true)
    }
    expect(notices()).toEqual([])
    isBack()
    elapsed += pauseAfter(99)
    expect(await queue.look()).toBe(false)
    expect(readdirSync(office)).toEqual(['2021-01-18 Ms J Reid'])
    expect(await stateOfLesson()).toBe('exported')
    expect(notices().map(({ payload }) => payload)).toEqual([
      { message: expect.stringMatching(/^Monday 18 January 2021 has gone to the office/) as unknown },
    ])
    elapsed += pauseAfter(99)
    await queue.look()
    expect(notices()).toHaveLength(1)
  })

  it('is told with what to know of the version before, where there is something', async () => {
    const written = { folder: office, version: 2, files: [], lessons: 1, unchanged: false }
    const openFiles = [{ file: 'Lessons.xlsx', by: 'Mr H Head' }]
    goesAway()
    await exported()
    queue = createExportQueue(
      school.context,
      async () => ({ ...written, openFiles, earlierIsDated: school.clock.now }),
      () => false,
      () => elapsed,
    )
    await queue.look()
    elapsed += pauseAfter(99)
    await queue.look()
    const [said] = notices().map(({ payload }) => (payload as { message: string }).message)
    expect(said).toContain('Mr H Head has “Lessons.xlsx” open')
    expect(said).toContain('The clock of this computer or of the other is wrong')
    expect(said).not.toContain('nothing more to do')
  })

  it('is asked for less and less often', async () => {
    goesAway()
    await exported()
    const tries = () => listWaiting(store())[0]?.tries
    expect(tries()).toBe(1)
    await queue.look()
    expect(tries()).toBe(1)
    const triedAt: number[] = []
    for (; elapsed < 120_000; elapsed += 1000) {
      const before = tries()
      await queue.look()
      if (tries() !== before) triedAt.push(elapsed / 1000)
    }
    expect(triedAt).toEqual([5, 15, 35, 75])
  })

  it('still waits after a restart, and goes then', async () => {
    goesAway()
    await exported()
    isBack()
    queue = startQueue()
    await queue.look()
    elapsed += 5000
    expect(await queue.look()).toBe(false)
    expect(readdirSync(office)).toHaveLength(1)
  })

  it('is left alone while a lesson goes on', async () => {
    goesAway()
    await exported()
    // From here on it is planned, and would be due.
    await queue.look()
    isBack()
    school.clock.now += 3_600_000
    const going = await school.goLive()
    elapsed += 600_000
    expect(await queue.look()).toBe(true)
    expect(readdirSync(office)).toEqual([])
    await school.act(going, { kind: 'moved', value: { to: 'ended' } })
    expect(await queue.look()).toBe(false)
    expect(readdirSync(office)).toHaveLength(1)
  })

  it('waits no more once a person says so, or its lesson is opened again', async () => {
    goesAway()
    await exported()
    await school.ask('export.cancel', { date: DATE })
    expect(listWaiting(store())).toEqual([])
    await exported()
    await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    elapsed += 60_000
    await queue.look()
    elapsed += 60_000
    expect(await queue.look()).toBe(false)
    expect(notices()).toEqual([])
  })

  it.each([
    ['EROFS', 'folder-not-writable'],
    ['EACCES', 'folder-not-writable'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EBUSY', 'held'],
    ['ESTALE', 'folder-missing'],
    ['ENOANSWER', 'no-answer'],
    ...['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ENETDOWN', 'EREMOTEIO', 'UNKNOWN'].map((code) => [
      code,
      'no-answer',
    ]),
  ])(
    'waits where the system says %s, with the reason in words, and goes once that has passed',
    async (code, reason) => {
      const real = school.context.officeFolder
      const refusing = () => Promise.reject(Object.assign(new Error(code), { code }))
      school.context.officeFolder = () => ({ ...real(), put: refusing })
      expect(await exported()).toMatchObject({
        ok: false,
        error: { code: reason, message: expect.stringMatching(/nothing is lost.*goes by itself/) as unknown },
      })
      expect((await school.ask('export.get', {})).days[0]?.waiting).toMatchObject({ reason })
      school.context.officeFolder = real
      await queue.look()
      elapsed += 5000
      expect(await queue.look()).toBe(false)
      expect(readdirSync(office)).toEqual(['2021-01-18 Ms J Reid'])
    },
  )

  it('goes on waiting whatever a later try comes to, as the teacher was told', async () => {
    goesAway()
    await exported()
    isBack()
    const { printPdf } = school.context
    school.context.printPdf = () => Promise.reject(new Error('no printer'))
    await queue.look()
    elapsed += 5000
    expect(await queue.look()).toBe(true)
    expect(listWaiting(store())).toMatchObject([{ reason: 'failed', tries: 2 }])
    expect(await exported()).toMatchObject({
      error: { code: 'failed', message: expect.stringContaining('goes by itself') as unknown },
    })
    expect(listWaiting(store())).toMatchObject([{ reason: 'failed', tries: 3 }])
    school.context.printPdf = printPdf
    elapsed += pauseAfter(99)
    expect(await queue.look()).toBe(false)
    expect(readdirSync(office)).toEqual(['2021-01-18 Ms J Reid'])
  })

  it('does not wait for what does not pass by itself', async () => {
    school.context.printPdf = () => Promise.reject(new Error('no printer'))
    expect(await exported()).toMatchObject({ ok: false, error: { code: 'failed' } })
    expect(listWaiting(store())).toEqual([])
  })
})

describe('an app that ends in the middle of an export', () => {
  it('before anything was written: the day is exported after the restart', async () => {
    beginExport(store(), DATE, school.clock.now)
    expect(await queue.look()).toBe(false)
    expect(await stateOfLesson()).toBe('exported')
  })

  it('after the folder got its name, before that was recorded: it is found there and is no second version', async () => {
    // As a kill between the rename and the record of it: nothing of what follows the writing is kept.
    const { db } = store()
    const real = db.transaction.bind(db)
    db.transaction = (() => {
      throw new Error('killed')
    }) as never
    expect(await exported()).toMatchObject({ ok: false })
    db.transaction = real
    expect(readdirSync(office)).toHaveLength(1)
    expect(await stateOfLesson()).toBe('signed-off')
    expect(await queue.look()).toBe(false)
    expect(readdirSync(office)).toEqual(['2021-01-18 Ms J Reid'])
    expect(await stateOfLesson()).toBe('exported')
    expect(await school.ask('export.day', { date: DATE })).toMatchObject({ version: 1, unchanged: true })
  })
})

describe('a version the office has moved away', () => {
  it('is not exported again unless somebody asks for it', async () => {
    await school.ask('export.day', { date: DATE })
    renameSync(join(office, '2021-01-18 Ms J Reid'), join(school.folder, 'dealt with'))
    expect(await school.ask('export.day', { date: DATE })).toMatchObject({ unchanged: true, isGone: true })
    expect(existsSync(join(office, '2021-01-18 Ms J Reid'))).toBe(false)
    expect(await school.ask('export.day', { date: DATE, again: true })).toMatchObject({ version: 2 })
  })
})

describe('a day written into another folder', () => {
  it('is not with the office, and what the office has stays remembered', async () => {
    const elsewhere = join(school.folder, 'elsewhere')
    mkdirSync(elsewhere)
    const copy = () => exportDay(school.context, DATE, { officeFolder: elsewhere })
    expect(await copy()).toMatchObject({ version: 1, unchanged: false })
    expect(await stateOfLesson()).toBe('signed-off')
    expect((await school.ask('export.get', {})).days[0]?.last).toBeNull()
    const { folder } = await school.ask('export.day', { date: DATE })
    expect(await stateOfLesson()).toBe('exported')
    renameSync(folder, join(school.folder, 'dealt with'))
    expect(await copy()).toMatchObject({ folder: join(elsewhere, '2021-01-18 Ms J Reid') })
    expect(await school.ask('export.day', { date: DATE })).toMatchObject({ folder, isGone: true })
  })

  it('that is the office’s is with the office', async () => {
    await exportDay(school.context, DATE, { officeFolder: office })
    expect(await stateOfLesson()).toBe('exported')
  })
})

describe('the days to export', () => {
  it('say what is unfinished and what went', async () => {
    const { today, days } = await school.ask('export.get', {})
    expect(today).toBe(DATE)
    expect(days).toHaveLength(1)
    expect(days[0]).toMatchObject({
      lessons: [{ state: 'signed-off', unreconciled: 0, wasExported: false }],
      waiting: null,
      last: null,
    })
    await school.ask('export.day', { date: DATE })
    await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    const [again] = (await school.ask('export.get', {})).days
    expect(again).toMatchObject({ lessons: [{ state: 'ended', wasExported: true }], last: { version: 1 } })
  })

  it('say of how many pupils nobody has said whether they took part', async () => {
    school.clock.now += 3_600_000
    const ended = await school.goLive()
    await school.act(ended, { kind: 'moved', value: { to: 'ended' } })
    const [day] = (await school.ask('export.get', {})).days
    expect(day?.lessons.map(({ unreconciled }) => unreconciled)).toEqual([0, 2])
  })

  it('hold an earlier day until it is exported', async () => {
    school.clock.now += 2 * 24 * 3_600_000
    const dates = async () => (await school.ask('export.get', {})).days.map(({ date }) => date)
    expect(await dates()).toEqual(['2021-01-20', DATE])
    await school.ask('export.day', { date: DATE })
    expect(await dates()).toEqual(['2021-01-20'])
  })
})

it('the queue comes into records made before it, and keeps what they hold', () => {
  const db = new Database(join(school.folder, 'older.sqlite'))
  migrate(
    db,
    migrations.filter(({ version }) => version < 6),
  )
  db.exec(`INSERT INTO exported_day (date, version, folder, exported_at) VALUES ('${DATE}', 1, x'00', 7)`)
  migrate(db)
  expect(db.prepare('SELECT date, version, content_hash FROM exported_day').all()).toEqual([
    { date: DATE, version: 1, content_hash: null },
  ])
  expect(db.prepare('SELECT date FROM waiting_export').all()).toEqual([])
  db.close()
})
