import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  listOfficeDevice,
  listOfficeDevices,
  removeOfficeDevice,
} from '../../electron/store/office-devices-repository.ts'
import { findOfficeKey, listOfficeIdentities } from '../../electron/store/keys-repository.ts'
import { recoveryGroups } from '../../shared/domain/office-key.ts'
import { idOf } from '../support/day-fixture.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let office: WorkingSchool
let teacher: WorkingSchool
beforeEach(async () => {
  office = openWorkingSchool()
  teacher = openWorkingSchool()
  await office.begin()
  await teacher.begin()
})
afterEach(() => {
  office.end()
  teacher.end()
})

const useFolder = async (school: WorkingSchool, officeFolder: string) => {
  const { school: settings } = await school.ask('app.status', {})
  if (!settings) throw new Error('no school')
  await school.ask('school.save', { ...settings, officeFolder })
}
const identityOf = (school: WorkingSchool): string =>
  listOfficeIdentities(school.context.session.store())[0]?.identity ?? ''

describe('the office’s key', () => {
  it('is made once, lies in the folder as a text, and is taken in by a teacher after a look', async () => {
    await useFolder(office, office.folder)
    await useFolder(teacher, office.folder)
    expect(await teacher.ask('office.key', {})).toMatchObject({ inForce: null, isHere: false, text: null })
    expect(await teacher.ask('office.read-key', { from: 'folder' })).toMatchObject({ outcome: 'refused' })
    const made = await office.ask('office.make-key', {})
    expect(made.isHere).toBe(true)
    expect(office.context.preferences.view().preferences.isOffice).toBe(true)
    const again = await office.dispatch('office.make-key', {})
    expect(again).toMatchObject({ ok: false, error: { code: 'key-is-here' } })
    const { path } = await office.ask('office.save-key', {})
    expect(readFileSync(path, 'utf8')).toBe(made.text)
    expect(readFileSync(path, 'utf8')).not.toContain('SECRET')

    const found = await teacher.ask('office.read-key', { from: 'folder' })
    expect(found).toEqual({ outcome: 'found', ...made.inForce, isInForce: false })
    expect((await teacher.ask('office.key', {})).inForce).toBeNull()
    const taken = await teacher.ask('office.take-key', { recipient: made.inForce?.recipient ?? '' })
    expect(taken).toMatchObject({ inForce: made.inForce, isHere: false })
    expect(teacher.context.preferences.view().preferences.isOffice).toBe(false)
  })

  it('never goes to a window or a log with its secret half, and lies sealed in the records', async () => {
    const made = await office.ask('office.make-key', {})
    const identity = identityOf(office)
    expect(JSON.stringify([made, await office.ask('office.key', {}), office.told])).not.toContain('SECRET')
    office.context.session.store().db.pragma('wal_checkpoint(TRUNCATE)')
    const file = readFileSync(join(office.folder, 'school.sqlite')).toString('latin1')
    expect(file).not.toContain(identity.slice(20, 40))
    expect(file).toContain(made.inForce?.recipient ?? '?')
  })

  it('comes back from its printed copy on another computer', async () => {
    const made = await office.ask('office.make-key', {})
    office.chosen.folder = office.folder
    const { path } = await office.ask('office.print-key', {})
    const printed = [...readFileSync(path ?? '', 'utf8').matchAll(/<code>([A-Z0-9]{2,4})<\/code>/g)]
    const groups = printed.map(([, group]) => group ?? '')
    expect(groups).toEqual(recoveryGroups(identityOf(office)))
    const typed = groups.join(' ')
    expect(await teacher.ask('office.recover-key', { typed })).toMatchObject({
      outcome: 'recovered',
      view: { inForce: made.inForce, isHere: true },
    })
    expect(identityOf(teacher)).toBe(identityOf(office))
    expect(teacher.context.preferences.view().preferences.isOffice).toBe(true)
    const wrong = groups.with(6, groups[6] === 'QQQQ' ? 'QQQP' : 'QQQQ').join(' ')
    const refused = await teacher.ask('office.recover-key', { typed: wrong })
    expect(refused).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('Nothing was changed'),
    })
    const oneOff = `${typed.slice(0, 5)}${typed[5] === 'Q' ? 'P' : 'Q'}${typed.slice(6)}`
    expect(await teacher.ask('office.recover-key', { typed: oneOff })).toMatchObject({
      message: expect.stringContaining('group 2'),
    })
  })

  it('is printed into no folder that others read, and in place of no earlier copy', async () => {
    await office.ask('office.make-key', {})
    const shared = join(office.folder, 'office')
    const [inside, own] = [join(shared, 'inside'), join(office.folder, 'own')]
    for (const folder of [shared, inside, own]) mkdirSync(folder)
    await useFolder(office, shared)
    symlinkSync(inside, join(office.folder, 'link'))
    for (const folder of [shared, inside, join(office.folder, 'link')]) {
      office.chosen.folder = folder
      const reply = await office.dispatch('office.print-key', {})
      expect(reply).toMatchObject({ ok: false, error: { code: 'shared-folder' } })
    }
    expect([readdirSync(shared), readdirSync(inside)]).toEqual([['inside'], []])
    office.chosen.folder = own
    const copies = [await office.ask('office.print-key', {}), await office.ask('office.print-key', {})]
    expect(new Set(copies.map(({ path }) => path)).size).toBe(2)
    expect(readdirSync(own)).toHaveLength(2)
  })

  it('that is another replaces a teacher’s, but not the office’s own', async () => {
    const { inForce } = await office.ask('office.make-key', {})
    const [one, two] = [await teacher.ask('office.take-key', { recipient: inForce?.recipient ?? '' }), 'x']
    expect(one.inForce).toEqual(inForce)
    expect(await teacher.dispatch('office.take-key', { recipient: two })).toMatchObject({ ok: false })
    const other = openWorkingSchool()
    await other.begin()
    const newer = (await other.ask('office.make-key', {})).inForce?.recipient ?? ''
    other.end()
    // Even with a clock that was put back.
    teacher.clock.now -= 3_600_000
    expect((await teacher.ask('office.take-key', { recipient: newer })).inForce?.recipient).toBe(newer)
    expect(await office.dispatch('office.take-key', { recipient: newer })).toMatchObject({
      ok: false,
      error: { code: 'key-is-here' },
    })
    expect(findOfficeKey(office.context.session.store())).toBe(inForce?.recipient)
  })

  it('is refused in words where a text holds none, two, or a damaged one', async () => {
    const { text, inForce } = await office.ask('office.make-key', {})
    const damaged = (text ?? '').replace(inForce?.recipient ?? '', `${inForce?.recipient.slice(0, -1)}b`)
    for (const given of ['hello', damaged]) {
      expect(await teacher.ask('office.read-key', { from: 'text', text: given })).toMatchObject({
        outcome: 'refused',
        message: expect.stringContaining('Copy the whole text again'),
      })
    }
    await useFolder(teacher, teacher.folder)
    writeFileSync(join(teacher.folder, 'office-key.txt'), `${' '.repeat(5000)}${inForce?.recipient}`)
    expect(await teacher.ask('office.read-key', { from: 'folder' })).toMatchObject({ outcome: 'refused' })
  })
})

describe('the list of computers', () => {
  it('keeps a computer with its newest key, and whoever was taken off', () => {
    const store = office.context.session.store()
    const one = { deviceId: idOf(1), publicKey: 'a'.repeat(64), name: 'CJS-1', teacherName: 'Ms J Reid' }
    listOfficeDevice(store, one, 1)
    listOfficeDevice(store, { ...one, publicKey: 'b'.repeat(64) }, 2)
    const standings = () =>
      listOfficeDevices(store).map(({ publicKey, removedAt }) => [publicKey[0], removedAt])
    expect(standings()).toEqual([
      ['b', null],
      ['a', 2],
    ])
    removeOfficeDevice(store, { ...one, publicKey: 'b'.repeat(64) }, 3)
    expect(standings()).toEqual([
      ['b', 3],
      ['a', 2],
    ])
    listOfficeDevice(store, one, 4)
    expect(standings()).toEqual([
      ['a', null],
      ['b', 3],
    ])
    expect(listOfficeDevices(store)[0]).toMatchObject({ name: 'CJS-1', teacherName: 'Ms J Reid' })
  })
})
