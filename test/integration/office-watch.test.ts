import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sealBundle, sealPlain } from '../../electron/exchange/bundle/seal-bundle.ts'
import { makeSigningKey } from '../../electron/exchange/bundle/signing-key.ts'
import { makeOfficeIdentity } from '../../electron/exchange/bundle/office-identity.ts'
import type { Manifest } from '../../electron/exchange/export/day-folder.ts'
import { officeFolderHere } from '../../electron/exchange/export/office-folder.ts'
import { keepOfficeKey } from '../../electron/store/keys-repository.ts'
import { listOfficeDevice } from '../../electron/store/office-devices-repository.ts'
import { findReport, rememberReport } from '../../electron/store/office-desk.ts'
import { moveAside } from '../../electron/exchange/office/incoming-folder.ts'
import { mergeFolder } from '../../electron/headless/office-orders.ts'
import { createOfficeWatch } from '../../electron/ipc/office-watch.ts'
import { limitedFolder } from '../../electron/office-folder/limited-folder.ts'
import type { DayBundle } from '../../shared/domain/day-bundle.ts'
import { idOf } from '../support/day-fixture.ts'
import {
  asSecondAdult,
  corrected,
  dayOf,
  OFFICE_DATE,
  type Office,
  openOffice,
} from '../support/office-fixture.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.end())

const shown = () => office.ask('office.day', { date: OFFICE_DATE })
const reasons = async () => (await shown()).setAside.map(({ reason }) => reason)
const teachersIn = async () =>
  (await shown()).teachers.map(({ teacherName, version }) => `${teacherName} v${version}`)
const day = (teacher: number, options: Parameters<typeof dayOf>[2] = {}): DayBundle =>
  dayOf(teacher, office.recipient, { pupils: 6, lessons: 1, ...options })
const late = (pupilId: string) => ({ kind: 'late' as const, pupilId, value: { minutes: 9 } })
const asideFiles = () => {
  const folder = join(office.folder, 'set aside')
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('the incoming folder', () => {
  it('takes days in from computers on the list, tells the page, and leaves the files', async () => {
    await office.send(day(1), office.computer(1))
    await office.send(day(2), office.computer(2))
    office.told.length = 0
    await office.look()
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v1', 'Ms T Teacher2 v1'])
    expect(office.told.map(({ name }) => name)).toEqual(['office.changed'])
    const { teachers } = await shown()
    expect(teachers[0]?.lessons[0]).toMatchObject({
      standing: 'in',
      since: null,
      sums: { expected: 5, tookPart: 4, absent: 1 },
    })
    expect(readdirSync(office.incoming)).toHaveLength(2)
    office.told.length = 0
    await office.look()
    expect(office.told).toEqual([])
  })

  it('makes the folder where it is missing, but not the office’s own', async () => {
    rmSync(office.incoming, { recursive: true })
    await office.look()
    expect(existsSync(office.incoming)).toBe(true)
    renameSync(office.folder, `${office.folder}-away`)
    await office.look()
    expect((await shown()).incoming.state).toBe('missing')
    expect(existsSync(office.folder)).toBe(false)
    renameSync(`${office.folder}-away`, office.folder)
    await office.look()
    expect((await shown()).incoming.state).toBe('well')
  })

  it('waits for a file that is not whole yet, and sets it aside when nobody writes any more', async () => {
    const key = office.computer(1)
    const whole = await sealBundle(day(1), key)
    let elapsed = 0
    const watch = createOfficeWatch(office.context, () => elapsed)
    office.put('one.bundle', whole.subarray(0, 3000))
    await watch.look()
    expect(watch.standing()).toEqual({ state: 'well', waiting: 1, notSaved: 0 })
    expect(await reasons()).toEqual([])
    elapsed += 4 * 60_000
    office.put('one.bundle', whole.subarray(0, 6000))
    await watch.look()
    elapsed += 4 * 60_000
    await watch.look()
    expect(watch.standing().waiting).toBe(1)
    elapsed += 2 * 60_000
    await watch.look()
    expect(watch.standing().waiting).toBe(0)
    expect(await reasons()).toEqual(['half-written'])
    expect(asideFiles()).toEqual(['one.bundle'])
    office.put('one.bundle', whole)
    await watch.look()
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v1'])
  })

  it('does not read again what it has dealt with, also after a restart', async () => {
    const name = await office.send(day(1), office.computer(1))
    await office.look()
    const elapsed = 0
    const restarted = createOfficeWatch(office.context, () => elapsed)
    office.told.length = 0
    await restarted.look()
    expect(office.told).toEqual([])
    // Written anew under the same name, it is read anew.
    await office.send(corrected(day(1), late), office.computer(1), name)
    utimesSync(join(office.incoming, name), 1, 1)
    await createOfficeWatch(office.context, () => elapsed).look()
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v2'])
  })

  it('takes in what was sealed for either of its keys, the one before and the new one', async () => {
    await office.send(day(1), office.computer(1))
    const made = await makeOfficeIdentity()
    keepOfficeKey(office.context.session.store(), made, office.clock.now + 1)
    const ofNew = dayOf(2, made.recipient, { pupils: 6, lessons: 1 })
    await office.send(ofNew, office.computer(2))
    await office.look()
    expect(await reasons()).toEqual([])
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v1', 'Ms T Teacher2 v1'])
  })

  it('stays quiet without a key, and takes in what came before the key was there', async () => {
    const store = office.context.session.store()
    const key = office.computer(1)
    await office.send(day(1), key)
    store.db.exec('UPDATE office_key SET identity = NULL')
    await office.look()
    expect((await shown()).hasKey).toBe(false)
    expect(await reasons()).toEqual([])
    expect(readdirSync(office.incoming)).toHaveLength(1)
  })
})

describe('records that take nothing just now', () => {
  it('leave the file where it is and take it in at a later look', async () => {
    await office.send(day(1), office.computer(1))
    await office.send(day(2), office.computer(2))
    const { db } = office.context.session.store()
    db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON office_bundle BEGIN SELECT RAISE(ABORT, 'full'); END`)
    await office.look()
    expect(await teachersIn()).toEqual([])
    expect((await shown()).incoming).toMatchObject({ state: 'not-saving', notSaved: 2 })
    expect(readdirSync(office.incoming)).toHaveLength(2)
    db.exec('DROP TRIGGER full')
    office.told.length = 0
    await office.look()
    expect(office.told.map(({ name }) => name)).toEqual(['office.changed'])
    expect((await shown()).incoming).toMatchObject({ state: 'well', notSaved: 0 })
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v1', 'Ms T Teacher2 v1'])
  })

  it('are not taken for a folder that is away', async () => {
    office.put('x.bundle', Buffer.from('nonsense'))
    const { db } = office.context.session.store()
    db.exec(
      `CREATE TEMP TRIGGER full BEFORE INSERT ON office_set_aside BEGIN SELECT RAISE(ABORT, 'full'); END`,
    )
    await office.look()
    expect((await shown()).incoming.state).toBe('not-saving')
  })

  it('keep no other day out where one alone is not taken', async () => {
    await office.send(day(1), office.computer(1))
    await office.send(day(2), office.computer(2))
    const { db } = office.context.session.store()
    db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON office_bundle WHEN new.device_id = '${day(1).device.id}'
      BEGIN SELECT RAISE(ABORT, 'full'); END`)
    await office.look()
    expect(await teachersIn()).toEqual(['Ms T Teacher2 v1'])
  })
})

describe('what is set aside', () => {
  const bytesOf = async (change: (text: string) => string) => {
    const whole = day(1)
    const key = office.computer(1)
    const { Decrypter } = await import('age-encryption')
    const decrypter = new Decrypter()
    decrypter.addIdentity(office.identity)
    const plain = Buffer.from(await decrypter.decrypt(await sealBundle(whole, key))).toString('utf8')
    return sealPlain(Buffer.from(change(plain)), office.recipient)
  }

  it('says why, moves the file and keeps it', async () => {
    office.put('a damaged.bundle', (await sealBundle(day(1), office.computer(1))).with(700, 1))
    office.put('b signature.bundle', await bytesOf((text) => text.replace('Ms T Teacher1', 'Ms T Pretender')))
    office.put('c newer.bundle', await bytesOf((text) => text.replace('"version":1', '"version":2')))
    const elsewhere = await makeOfficeIdentity()
    await office.send({ ...day(2), office: elsewhere.recipient }, office.computer(2), 'd key.bundle')
    office.put('e nonsense.bundle', Buffer.from('Forename,Surname\n'))
    await office.send(day(3, { schoolName: 'Elsewhere' }), office.computer(3), 'f school.bundle')
    await office.send(day(4, { isExample: true }), office.computer(4), 'g example.bundle')
    await office.send(day(5), office.computer(5, false), 'h unknown.bundle')
    await office.look()
    const { setAside, teachers } = await shown()
    const byFile = Object.fromEntries(setAside.map(({ fileName, reason }) => [fileName, reason]))
    expect(byFile).toEqual({
      'a damaged.bundle': 'damaged',
      'b signature.bundle': 'bad-signature',
      'c newer.bundle': 'newer',
      'd key.bundle': 'wrong-key',
      'e nonsense.bundle': 'not-a-bundle',
      'f school.bundle': 'other-school',
      'g example.bundle': 'example',
      'h unknown.bundle': 'unknown-device',
    })
    expect(teachers).toEqual([])
    expect(readdirSync(office.incoming)).toEqual([])
    expect(asideFiles().toSorted()).toEqual(Object.keys(byFile).toSorted())
    expect(office.reported).toEqual([])
  })

  it('takes a computer onto the list and its days in, after its fingerprint was compared', async () => {
    const key = office.computer(1, false)
    await office.send(day(1), key)
    await office.send(corrected(day(1), late), key)
    await office.look()
    const { setAside } = await shown()
    const { fingerprintOfKey } = await import('../../electron/exchange/bundle/office-identity.ts')
    expect(setAside.map(({ from }) => from?.fingerprint)).toEqual([
      fingerprintOfKey(key.publicKey),
      fingerprintOfKey(key.publicKey),
    ])
    await office.ask('office.take-in', { contentHash: setAside[0]?.contentHash ?? '' })
    expect(await reasons()).toEqual([])
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v2'])
    expect(asideFiles()).toEqual([])
    expect(readdirSync(office.incoming)).toHaveLength(2)
    await office.send(day(1, { date: '2021-01-19' }), key)
    await office.look()
    expect((await shown()).dates).toEqual(['2021-01-19', OFFICE_DATE])
  })

  it('asks again where a computer on the list signs with another key', async () => {
    office.computer(1)
    await office.send(day(1), makeSigningKey())
    await office.look()
    expect(await reasons()).toEqual(['other-key'])
    expect(await teachersIn()).toEqual([])
  })

  it('is all that a computer taken off the list signs from then on; what it sent stays', async () => {
    const key = office.computer(1)
    await office.send(day(1), key)
    await office.look()
    const { deviceId } = (await office.ask('office.devices', {})).devices[0] ?? { deviceId: '' }
    office.told.length = 0
    await office.ask('office.remove-device', { deviceId })
    expect(office.told.map(({ name }) => name)).toEqual(['office.changed'])
    expect((await office.ask('office.devices', {})).devices).toMatchObject([
      { name: 'LAPTOP-1', teacherName: 'Ms T Teacher1', removedAt: office.clock.now },
    ])
    await office.send(corrected(day(1), late), key)
    await office.look()
    expect(await reasons()).toEqual(['removed-device'])
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v1'])
    const again = await office.dispatch('office.remove-device', { deviceId })
    expect(again).toMatchObject({ ok: false, error: { code: 'not-listed' } })
  })

  it('takes a school’s other spelling for its own once told', async () => {
    await office.send(day(1, { schoolName: 'Crofton Junior School' }), office.computer(1))
    await office.look()
    const [file] = (await shown()).setAside
    await office.ask('office.take-in', { contentHash: file?.contentHash ?? '' })
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v1'])
    await office.send(day(2, { schoolName: 'CROFTON Junior School' }), office.computer(2))
    await office.look()
    expect(await reasons()).toEqual([])
  })

  it('refuses to take in what nobody can decide, and forgets a file on request', async () => {
    office.put('x.bundle', Buffer.from('nonsense'))
    await office.look()
    const [file] = (await shown()).setAside
    const contentHash = file?.contentHash ?? ''
    const reply = await office.dispatch('office.take-in', { contentHash })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-to-decide' } })
    await office.ask('office.dismiss', { contentHash })
    expect(await reasons()).toEqual([])
    expect(asideFiles()).toEqual(['x.bundle'])
  })

  it('keeps two files of one name apart', async () => {
    office.put('x.bundle', Buffer.from('nonsense'))
    await office.look()
    office.put('x.bundle', Buffer.from('other nonsense'))
    await createOfficeWatch(office.context, () => 0).look()
    expect(asideFiles().toSorted()).toEqual(['x (2).bundle', 'x.bundle'])
  })
})

describe('what was set aside, while its folder is away', () => {
  const restart = () => createOfficeWatch(office.context, () => 0)
  const away = () => `${office.folder}-away`
  const setAsideOne = async () => {
    const key = office.computer(1, false)
    await office.send(day(1), key)
    await office.look()
    expect(await reasons()).toEqual(['unknown-device'])
    return (await shown()).setAside[0]?.contentHash ?? ''
  }
  const chooseFolder = async (officeFolder: string) => {
    const { school } = await office.ask('app.status', {})
    if (!school) throw new Error('no school')
    await office.ask('school.save', { ...school, officeFolder })
  }

  it('stays on the list, and comes in when the folder is back', async () => {
    const contentHash = await setAsideOne()
    renameSync(office.folder, away())
    await restart().look()
    expect(await reasons()).toEqual(['unknown-device'])
    // The place where a share is mounted is often an empty folder while the share is away.
    mkdirSync(office.folder)
    await restart().look()
    expect(await reasons()).toEqual(['unknown-device'])
    rmSync(office.folder, { recursive: true })
    renameSync(away(), office.folder)
    await office.ask('office.take-in', { contentHash })
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v1'])
    expect(await reasons()).toEqual([])
  })

  it('is found again where it was lost with the choice of another folder', async () => {
    await setAsideOne()
    mkdirSync(join(away(), 'set aside'), { recursive: true })
    await chooseFolder(away())
    await office.look()
    expect(await reasons()).toEqual([])
    await chooseFolder(office.folder)
    await office.look()
    expect(await reasons()).toEqual(['unknown-device'])
    rmSync(away(), { recursive: true })
  })

  it('leaves the list when a person moved the file away, and when a person took it off', async () => {
    const contentHash = await setAsideOne()
    await office.ask('office.dismiss', { contentHash })
    await restart().look()
    expect(await reasons()).toEqual([])
    expect(asideFiles()).toHaveLength(1)
    office.put('x.bundle', Buffer.from('nonsense'))
    await office.look()
    expect(await reasons()).toEqual(['not-a-bundle'])
    rmSync(join(office.folder, 'set aside', 'x.bundle'))
    await restart().look()
    expect(await reasons()).toEqual([])
  })

  it('is read again whole, however many files there are', async () => {
    const contentHash = await setAsideOne()
    const store = office.context.session.store()
    for (let number = 0; number < 510; number += 1) {
      office.put(`x${number}.bundle`, Buffer.from(`nonsense ${number}`))
    }
    await office.look()
    expect((await shown()).setAside).toHaveLength(500)
    store.db.prepare('UPDATE office_set_aside SET at = at - 9999 WHERE content_hash = ?').run(contentHash)
    office.computer(2)
    await office.ask('office.take-in', { contentHash })
    expect(await teachersIn()).toEqual(['Ms T Teacher1 v1'])
  })
})

describe('a lesson two computers say is theirs', () => {
  const claim = (version = 1): DayBundle => {
    const joined = asSecondAdult(day(1), 2, [])
    const lessons = joined.lessons.map((one) => ({ ...one, isOwn: true }))
    return { ...joined, version, writtenAt: joined.writtenAt + version * 1000, lessons }
  }

  it.each(['at once', 'one after the other'])(
    'stays with the first, and waits for a person: %s',
    async (how) => {
      await office.send(day(1), office.computer(1), 'a.bundle')
      if (how === 'one after the other') await office.look()
      const other = office.computer(2)
      await office.send(claim(), other, 'b.bundle')
      await office.send(claim(2), other, 'c.bundle')
      await office.look()
      expect(await reasons()).toEqual(['two-owners', 'two-owners'])
      expect(await teachersIn()).toEqual(['Ms T Teacher1 v1'])
      await office.send(corrected(day(1), late), office.computer(1), 'd.bundle')
      await office.look()
      expect(await teachersIn()).toEqual(['Ms T Teacher1 v2'])
      const { setAside } = await shown()
      const file = setAside.find(({ fileName }) => fileName === 'b.bundle')
      await office.ask('office.take-in', { contentHash: file?.contentHash ?? '' })
      await createOfficeWatch(office.context, () => 0).look()
      expect(await reasons()).toEqual([])
      expect(await teachersIn()).toEqual(['Mr A Assistant2 v2', 'Ms T Teacher1 v2'])
    },
  )

  it('is no question where one of them only joined it', async () => {
    await office.send(asSecondAdult(day(1), 2, []), office.computer(2), 'a.bundle')
    await office.send(day(1), office.computer(1), 'b.bundle')
    await office.look()
    expect(await reasons()).toEqual([])
    expect(await teachersIn()).toEqual(['Mr A Assistant2 v1', 'Ms T Teacher1 v1'])
  })
})

describe('what is no file', () => {
  const merge = async (folder: string) => {
    const lines: string[] = []
    const say = (line: string) => void lines.push(line)
    const code = await mergeFolder(office.context, { do: 'merge', folder }, '/', { out: say, problem: say })
    return { code, lines }
  }

  it('is neither waited for nor followed, and names do nothing to the screen', async () => {
    const folder = join(office.folder, 'merge')
    mkdirSync(folder)
    const whole = await sealBundle(day(1), office.computer(1))
    writeFileSync(join(office.folder, 'elsewhere'), whole)
    symlinkSync(join(office.folder, 'elsewhere'), join(folder, 'b link.bundle'))
    execFileSync('mkfifo', [join(folder, 'a pipe.bundle')])
    writeFileSync(join(folder, 'c \u001b[2J\u202e.bundle'), 'nonsense')
    const { code, lines } = await merge(folder)
    expect(code).toBe(1)
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'a pipe.bundle',
      'b link.bundle',
      'c [2J.bundle',
      '0 taken in, 0 here already, 3 not taken in',
    ])
    expect(await teachersIn()).toEqual([])
  })

  it('takes the place of no folder of the office’s', async () => {
    const path = join(office.incoming, 'x.bundle')
    writeFileSync(path, 'nonsense')
    const gone = join(office.folder, 'gone')
    expect(await moveAside(gone, path)).toBeNull()
    expect(existsSync(gone)).toBe(false)
    symlinkSync(tmpdir(), join(office.folder, 'set aside'))
    expect(await moveAside(office.folder, path)).toBeNull()
    expect(existsSync(path)).toBe(true)
  })
})

describe('the office’s report', () => {
  const report = () => office.report()

  it('holds the whole school, once, and says what came since', async () => {
    const key = office.computer(1)
    await office.send(day(1), key)
    await office.send(day(2), office.computer(2))
    await office.look()
    const made = await report()
    expect(made).toMatchObject({ version: 1, lessons: 2, unchanged: false })
    expect(readdirSync(made.folder).toSorted()).toEqual([
      ...['Checks', 'Follow-up', 'Incidents', 'Packs', 'Participation', 'Points and rewards', 'Summary'].map(
        (sheet) => `${sheet} ${OFFICE_DATE}.csv`,
      ),
      `Whole school ${OFFICE_DATE}.pdf`,
      `Whole school ${OFFICE_DATE}.xlsx`,
      'manifest.json',
    ])
    const pages = readFileSync(join(made.folder, `Whole school ${OFFICE_DATE}.pdf`), 'utf8')
    expect(pages.match(/<section class="page/g)).toHaveLength(2)
    expect(pages).toContain('Ms T Teacher1')
    expect(pages).toContain('Ms T Teacher2')
    expect((await shown()).report).toMatchObject({ version: 1, isOutdated: false })
    expect(await report()).toMatchObject({ version: 1, unchanged: true })

    await office.send(corrected(day(1), late), key)
    await office.send(day(3), office.computer(3))
    await office.look()
    const { teachers, report: standing } = await shown()
    expect(standing?.isOutdated).toBe(true)
    expect(teachers.map(({ lessons }) => lessons[0]?.since)).toEqual(['changed', null, 'new'])
    expect(await report()).toMatchObject({ version: 2, lessons: 3, unchanged: false })
    expect((await shown()).teachers.map(({ lessons }) => lessons[0]?.since)).toEqual([null, null, null])
    expect(existsSync(made.folder)).toBe(true)
  })

  it('calls a lesson new that its teacher signed after the report, in whichever version it comes', async () => {
    const key = office.computer(1)
    const whole = day(1, { lessons: 2 })
    const [first] = whole.lessons
    if (!first) throw new Error('no lesson')
    await office.send({ ...whole, lessons: [first] }, key)
    await office.look()
    await report()
    await office.send({ ...whole, version: 2, writtenAt: whole.writtenAt + 1 }, key)
    await office.look()
    expect((await shown()).teachers[0]?.lessons.map(({ since }) => since)).toEqual([null, 'new'])
  })

  it('says truly what it leaves out, by the settings of the office’s computer', async () => {
    const { school } = await office.ask('app.status', {})
    if (!school) throw new Error('no school')
    const exportSettings = { ...school.exportSettings, leftOutSheets: ['Packs' as const] }
    await office.ask('school.save', { ...school, exportSettings })
    await office.send(day(1), office.computer(1))
    await office.look()
    const { folder } = await report()
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
    expect(manifest.leftOut).toContainEqual({
      sheet: 'Incidents',
      column: 'What happened',
      why: 'not for this reader',
    })
    expect(manifest.leftOut).toContainEqual({ sheet: 'Packs', column: null, why: 'left out by the school' })
    const book = await readExcelFile(join(folder, `Whole school ${OFFICE_DATE}.xlsx`))
    expect(book.map(({ sheet }) => sheet)).not.toContain('Packs')
  })

  it('becomes the next version where another computer of the office took the name meanwhile', async () => {
    await office.send(day(1), office.computer(1))
    await office.look()
    const here = officeFolderHere()
    office.context.officeFolder = () => ({
      ...here,
      put: async (wish) => {
        mkdirSync(join(office.folder, `${OFFICE_DATE} Whole school`), { recursive: true })
        return here.put(wish)
      },
    })
    expect(await report()).toMatchObject({ version: 2, unchanged: false })
  })

  it('does not wait for a share that does not answer', async () => {
    await office.send(day(1), office.computer(1))
    await office.look()
    const silence = { post: () => {}, onMessage: () => {}, onExit: () => {}, end: () => {} }
    const limits = { startMs: 1, actMs: 1, stopMs: 1 }
    office.context.officeFolder = () => limitedFolder(() => silence, limits)
    expect(await office.dispatch('office.report', { date: OFFICE_DATE })).toMatchObject({
      error: { code: 'no-answer' },
    })
    expect((await shown()).report).toBeNull()
  })

  it('goes on counting and shows the newest where earlier ones were filed away', async () => {
    const key = office.computer(1)
    await office.send(day(1), key)
    await office.look()
    const first = await report()
    rmSync(first.folder, { recursive: true })
    await office.send(corrected(day(1), late), key)
    await office.look()
    const second = await report()
    expect(second.version).toBe(2)
    // Written before the numbers went on: an older record of a higher number.
    const store = office.context.session.store()
    const of = { date: OFFICE_DATE, split: 'office' as const }
    rememberReport(store, of, {
      version: 7,
      revision: 0,
      madeAt: 1,
      folder: first.folder,
      lessonIds: [],
      contentHash: null,
      termsHash: null,
    })
    expect((await shown()).report).toMatchObject({ version: 2, isOutdated: false })
    expect(findReport(store, of)?.folder).toBe(second.folder)
  })

  it('is refused in words where nothing is in, or the folder is away', async () => {
    expect(await office.dispatch('office.report', { date: OFFICE_DATE })).toMatchObject({
      error: { code: 'nothing-in' },
    })
    await office.send(day(1), office.computer(1))
    await office.look()
    const { school } = await office.ask('app.status', {})
    if (!school) throw new Error('no school')
    await office.ask('school.save', { ...school, officeFolder: join(office.folder, 'nowhere') })
    expect(await office.dispatch('office.report', { date: OFFICE_DATE })).toMatchObject({
      error: { code: 'folder-missing' },
    })
  })

  it('changes no record of a teacher by a note, which stays as it was written', async () => {
    await office.send(day(1), office.computer(1))
    await office.look()
    const before = (await shown()).teachers[0]?.lessons[0]
    const lessonId = before?.lessonId ?? ''
    await office.ask('office.add-note', { date: OFFICE_DATE, lessonId, text: 'Asked about the late mark' })
    await office.ask('office.add-note', { date: OFFICE_DATE, lessonId: null, text: 'Snow' })
    const { teachers, notes } = await shown()
    expect(notes).toMatchObject([{ text: 'Snow', by: 'Ms J Reid' }])
    expect(teachers[0]?.lessons[0]).toEqual({
      ...before,
      notes: [expect.objectContaining({ text: 'Asked about the late mark' })],
    })
    const { db } = office.context.session.store()
    expect(() => db.exec('DELETE FROM office_note')).toThrow('append-only')
    expect(() => db.exec('UPDATE office_note SET at = 0')).toThrow('append-only')
    expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(0)
  })
})

describe('what is missing', () => {
  it('names the lessons of the timetable nobody sent, and the computers nothing came from', async () => {
    await office.importClass()
    await office.ask('timetable.save', { entry: await office.timetableWish(), approval: null })
    office.computer(8)
    await office.send(day(1), office.computer(1))
    await office.look()
    const { missing, silent } = await shown()
    expect(missing).toMatchObject([{ className: '5C', subject: 'Maths', teacherName: 'Ms J Reid' }])
    expect(silent.map(({ name }) => name)).toEqual(['LAPTOP-8'])
    // Teacher3 before Teacher29, and one teacher's LAPTOP-3 before LAPTOP-29.
    for (const number of [29, 3]) office.computer(number)
    for (const [at, name] of ['LAPTOP-30', 'LAPTOP-9'].entries()) {
      const { publicKey } = makeSigningKey()
      const device = { deviceId: idOf(900 + at), publicKey, name, teacherName: 'Ms A Teacher' }
      listOfficeDevice(office.context.session.store(), device, office.clock.now)
    }
    const inOrder = ['LAPTOP-9', 'LAPTOP-30', 'LAPTOP-3', 'LAPTOP-8', 'LAPTOP-29']
    expect((await shown()).silent.map(({ name }) => name)).toEqual(inOrder)
    const { devices } = await office.ask('office.devices', {})
    expect(devices.map(({ name }) => name)).toEqual([...inOrder.slice(0, 2), 'LAPTOP-1', ...inOrder.slice(2)])
  })

  it('calls no computer silent on a day without school, and says where there is no timetable', async () => {
    office.computer(8)
    const silentOn = async (date: string) => (await office.ask('office.day', { date })).silent.length
    expect(await silentOn('2021-01-15')).toBe(1)
    expect(await silentOn('2021-01-16')).toBe(0)
    const { school } = await office.ask('app.status', {})
    if (!school) throw new Error('no school')
    const closures = [{ name: 'Snow', from: '2021-01-15', until: '2021-01-15' }]
    await office.ask('school.save', { ...school, calendar: { ...school.calendar, closures } })
    expect(await silentOn('2021-01-15')).toBe(0)
    expect((await shown()).hasTimetable).toBe(false)
    await office.importClass()
    await office.ask('timetable.save', { entry: await office.timetableWish(), approval: null })
    expect((await shown()).hasTimetable).toBe(true)
  })
})
