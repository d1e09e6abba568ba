import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeOfficeIdentity, type OfficeIdentity } from '../../electron/exchange/bundle/office-identity.ts'
import { openBundle } from '../../electron/exchange/bundle/seal-bundle.ts'
import { exportDay } from '../../electron/ipc/export-day.ts'
import { sha256 } from '../../electron/sha256.ts'
import { NO_ANSWER } from '../../electron/exchange/export/export-failure.ts'
import { officeFolderHere } from '../../electron/exchange/export/office-folder.ts'
import type { FromFolder } from '../../electron/office-folder/folder-messages.ts'
import { serveFolder } from '../../electron/office-folder/serve-folder.ts'
import { listEvents } from '../../electron/store/event-log.ts'
import { readEvent } from '../../shared/domain/lesson-file.ts'
import { idOf } from '../support/day-fixture.ts'
import { openTwoComputers, type TwoComputers } from '../support/two-computers.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

const date = '2021-01-18'
let school: WorkingSchool
let office: OfficeIdentity
beforeEach(async () => {
  office = await makeOfficeIdentity()
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
  await school.chooseOffice()
})
afterEach(() => school.end())

const incoming = () => join(school.folder, 'incoming')
const names = (folder = incoming()) => readdirSync(folder).toSorted()
const openAt = async (path: string) => {
  const opened = await openBundle(readFileSync(path), office.identity)
  if (typeof opened === 'string') throw new Error(opened)
  return opened
}
const takeKey = (at = school) => at.ask('office.take-key', { recipient: office.recipient })
const correct = async (lessonId: string) => {
  const { pupils } = await school.ask('lesson.get', { lessonId })
  await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
  await school.act(lessonId, {
    kind: 'participation',
    pupilId: pupils[0]?.id ?? '',
    value: { status: 'absent' },
  })
  await school.act(lessonId, { kind: 'moved', value: { to: 'signed-off' } })
}

describe('a day for the Office view', () => {
  it('goes nowhere while no office key is known', async () => {
    await school.finishLesson()
    await school.ask('export.day', { date })
    expect(readdirSync(school.folder)).not.toContain('incoming')
  })

  it('is sealed beside the files, holds the whole log, and is not sent twice', async () => {
    await takeKey()
    const lessonId = await school.finishLesson()
    await school.ask('export.day', { date })
    const [name = ''] = names()
    expect(names()).toHaveLength(1)
    expect(name).toMatch(/^2021-01-18 CJS-114 [0-9a-f]{8} v1\.bundle$/)
    const { body, publicKey } = await openAt(join(incoming(), name))
    expect(body).toMatchObject({ office: office.recipient, version: 1, teacher: { name: 'Ms J Reid' } })
    const [lesson] = body.lessons
    expect(lesson?.isOwn).toBe(true)
    const log = listEvents(school.context.session.store(), lessonId)
    // All but that it was exported, which comes after.
    expect(lesson?.events.map(readEvent)).toEqual(log.slice(0, -1))
    expect(lesson?.pupils.map(({ legalSurname }) => legalSurname)).toEqual(['Lovelace', 'Turing'])
    const before = readFileSync(join(incoming(), name))
    await school.ask('export.day', { date })
    expect(names()).toEqual([name])
    expect(readFileSync(join(incoming(), name)).equals(before)).toBe(true)

    await correct(lessonId)
    await school.ask('export.day', { date })
    expect(names()).toEqual([name, name.replace('v1', 'v2')])
    const second = await openAt(join(incoming(), name.replace('v1', 'v2')))
    expect(second).toMatchObject({ publicKey, body: { version: 2 } })
    // What the office took away is not sent again.
    rmSync(join(incoming(), name))
    await school.ask('export.day', { date })
    expect(names()).toEqual([name.replace('v1', 'v2')])
  })

  it.each([
    ['lost from the folder', rmSync],
    ['damaged there', (path: string) => writeFileSync(path, readFileSync(path).toReversed())],
    ['cut off there', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 500))],
  ])('goes once more as the next version where it was %s', async (_what, spoil) => {
    await takeKey()
    await school.finishLesson()
    await school.ask('export.day', { date })
    const [first = ''] = names()
    const second = join(incoming(), first.replace('v1', 'v2'))
    spoil(join(incoming(), first))
    await school.ask('export.day', { date })
    expect((await openAt(second)).body).toMatchObject({ version: 2, lessons: [{ isOwn: true }] })
    const whole = readFileSync(second)
    await school.ask('export.day', { date })
    expect(names().filter((name) => name !== first)).toEqual([first.replace('v1', 'v2')])
    expect(readFileSync(second).equals(whole)).toBe(true)
  })

  it('says which lessons are still open', async () => {
    await takeKey()
    await school.finishLesson()
    school.clock.now += 3_600_000
    await school.startLesson()
    await school.ask('export.day', { date })
    const { body } = await openAt(join(incoming(), names()[0] ?? ''))
    expect(body.stillOpen).toMatchObject([{ className: '5C', subject: 'Maths', state: 'planned' }])
  })

  it('is sent again for another office, from its first version', async () => {
    await takeKey()
    await school.finishLesson()
    await school.ask('export.day', { date })
    rmSync(incoming(), { recursive: true })
    office = await makeOfficeIdentity()
    await takeKey()
    await school.ask('export.day', { date })
    expect((await openAt(join(incoming(), names()[0] ?? ''))).body.office).toBe(office.recipient)
  })

  it('goes into each folder once: one that was chosen anew has not had it', async () => {
    await takeKey()
    await school.finishLesson()
    await school.ask('export.day', { date })
    const elsewhere = join(school.folder, 'elsewhere')
    mkdirSync(elsewhere)
    for (const _time of [1, 2]) await exportDay(school.context, date, { officeFolder: elsewhere })
    expect(names(join(elsewhere, 'incoming'))).toEqual(names())
    await school.ask('export.day', { date })
    expect(names()).toHaveLength(1)
  })

  it('never overwrites a version that the records do not know', async () => {
    await takeKey()
    const lessonId = await school.finishLesson()
    await school.ask('export.day', { date })
    const [first = ''] = names()
    writeFileSync(join(incoming(), first.replace('v1', 'v4')), 'sent before the records were put back')
    await correct(lessonId)
    await school.ask('export.day', { date })
    expect(names().map((name) => name.slice(-9, -7))).toEqual(['v1', 'v4', 'v5'])
  })

  it.skipIf(process.getuid?.() === 0)('that cannot be put there leaves the day unexported', async () => {
    await takeKey()
    await school.finishLesson()
    mkdirSync(incoming())
    chmodSync(incoming(), 0o500)
    const reply = await school.dispatch('export.day', { date })
    expect(reply).toMatchObject({ ok: false, error: { code: 'folder-not-writable' } })
    expect((await school.ask('today.get', {})).lessons[0]?.state).toBe('signed-off')
    chmodSync(incoming(), 0o700)
    expect(await school.ask('export.day', { date })).toMatchObject({ version: 1 })
    expect(names()).toHaveLength(1)
  })

  it('that cannot be put there is tried again under the same version', async () => {
    await takeKey()
    await school.finishLesson()
    writeFileSync(incoming(), 'a file in the way')
    const reply = await school.dispatch('export.day', { date })
    const message = expect.stringContaining('The day’s files were put there, its sealed copy')
    expect(reply).toMatchObject({ ok: false, error: { code: 'folder-missing', message } })
    const { days } = await school.ask('export.get', {})
    expect(days[0]?.waiting).toMatchObject({ reason: 'folder-missing' })
    rmSync(incoming())
    await school.ask('export.day', { date })
    expect(names()).toHaveLength(1)
    expect(names()[0]).toContain(' v1.bundle')
    expect((await school.ask('today.get', {})).lessons[0]?.state).toBe('exported')
  })
})

describe('a sealed day and a share that stops answering', () => {
  it('waits, and neither holds the app up nor is half there', async () => {
    await takeKey()
    await school.finishLesson()
    const share = officeFolderHere()
    const silent = () => Promise.reject(Object.assign(new Error('no answer'), { code: NO_ANSWER }))
    school.context.officeFolder = () => ({ ...share, putBundle: silent })
    expect(await school.dispatch('export.day', { date })).toMatchObject({
      ok: false,
      error: { code: 'no-answer', message: expect.stringContaining('the day waits here') },
    })
    expect((await school.ask('today.get', {})).lessons[0]?.state).toBe('signed-off')
    school.context.officeFolder = officeFolderHere
    await school.ask('export.day', { date })
    expect(names().map((name) => name.slice(-9))).toEqual(['v1.bundle'])
    expect((await school.ask('export.get', {})).days[0]?.waiting).toBeNull()
  })

  it('goes through the process of its own as it does here', async () => {
    const told: FromFolder[] = []
    const serve = serveFolder((message) => told.push(message))
    const of = { date, deviceId: idOf(7), deviceName: 'CJS-114' }
    const officeFolder = school.folder
    await serve({ putBundle: { officeFolder, of, version: 3, content: Buffer.from('sealed') } })
    const sent = { version: 3, fileHash: sha256('sealed') }
    await serve({ findBundles: { officeFolder, of, sent } })
    await serve({
      findBundles: { officeFolder, of: { ...of, deviceId: idOf(8).replace('0', '1') }, sent: null },
    })
    await serve({
      putBundle: { officeFolder: join(officeFolder, 'gone'), of, version: 1, content: Buffer.from('') },
    })
    expect(told).toMatchObject([
      { outcome: 'put' },
      { bundles: { newest: 3, isWhole: true } },
      { bundles: { newest: 0, isWhole: false } },
      { failed: { code: 'ENOENT' } },
    ])
    expect(readdirSync(officeFolder)).not.toContain('gone')
  })
})

describe('a second adult’s day', () => {
  let two: TwoComputers
  beforeEach(async () => {
    two = await openTwoComputers()
  })
  afterEach(() => two.end())

  it('holds the lesson of the teacher’s computer, marked as not its own', async () => {
    await two.join()
    await two.second.chooseOffice()
    expect(await two.second.ask('export.get', {})).toMatchObject({ knowsOffice: false })
    await takeKey(two.second)
    const seen = await two.second.ask('export.get', {})
    expect(seen).toMatchObject({
      knowsOffice: true,
      days: [{ date, lessons: [], joined: [{ id: two.lessonId, teacherName: 'Ms J Reid' }] }],
    })
    const exported = await two.second.ask('export.day', { date })
    expect(exported).toMatchObject({ lessons: 0, version: 1, unchanged: false })
    const { body } = await openAt(join(exported.folder, exported.files[0] ?? ''))
    expect(body.lessons.map(({ lesson, isOwn }) => [lesson.id, isOwn])).toEqual([[two.lessonId, false]])
    const log = listEvents(two.second.context.session.store(), two.lessonId)
    expect(body.lessons[0]?.events.map(readEvent)).toEqual(log)
    expect(body.lessons[0]?.staff.map(({ name }) => name)).toContain('Mr A Patel')
    expect(await two.second.ask('export.day', { date })).toMatchObject({ version: 1, unchanged: true })
    expect(await two.second.ask('export.reveal', { date })).toEqual({})
  })

  it('without a lesson to send says so', async () => {
    await two.second.chooseOffice()
    await takeKey(two.second)
    expect(await two.second.dispatch('export.day', { date })).toMatchObject({
      ok: false,
      error: { code: 'nothing-signed' },
    })
  })
})
