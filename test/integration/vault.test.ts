import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addClass, addPupil, listPupils } from '../../electron/store/classes-repository.ts'
import { makeDeviceKey, readDeviceKey } from '../../electron/store/vault.ts'
import { idOf } from '../support/log-fixture.ts'
import { openTestSchool, type TestSchool } from '../support/test-school.ts'

let school: TestSchool
beforeEach(() => {
  school = openTestSchool()
})
afterEach(() => school.end())

const [classId, pupilId] = [idOf(1), idOf(2)]

function addMarigold() {
  const store = school.context.session.store()
  addClass(store, { id: classId, name: '5C', yearGroup: null })
  const identity = { legalForename: 'Marigold', legalSurname: 'Featherstonehaugh', contacts: [] }
  addPupil(store, { id: pupilId, classId, identity })
  return store
}

it('keeps no name readable in any file of the records', async () => {
  addMarigold()
  await school.ask('school.begin', { name: 'Unmistakable Primary', teacherName: 'Ms Peregrine' })
  await school.ask('staff.add', { name: 'Mr Wigglesworth' })
  for (const file of readdirSync(school.folder)) {
    const bytes = readFileSync(join(school.folder, file)).toString('latin1')
    for (const name of ['Marigold', 'Featherstonehaugh', 'Unmistakable', 'Peregrine', 'Wigglesworth']) {
      expect(bytes.includes(name), `${name} in ${file}`).toBe(false)
    }
  }
})

it('makes the key readable by this account alone', () => {
  expect(statSync(join(school.folder, 'device.key')).mode & 0o777).toBe(0o600)
})

it('reads a person no more once their key is destroyed, and everybody else still', () => {
  const store = addMarigold()
  const other = { legalForename: 'Ben', legalSurname: 'Ash', contacts: [] }
  addPupil(store, { id: idOf(3), classId, identity: other })
  expect(listPupils(store, classId)).toHaveLength(2)
  // By another hand, so that no key kept in memory opens it either.
  store.db.prepare('DELETE FROM vault_key WHERE subject = ?').run(pupilId)
  const sealed = store.db.prepare('SELECT sealed FROM pupil WHERE id = ?').get(pupilId) as { sealed: Buffer }
  expect(() => store.vault.unseal(pupilId, sealed.sealed)).toThrow('erased')
  const rest = store.db.prepare('SELECT sealed FROM pupil WHERE id = ?').get(idOf(3)) as { sealed: Buffer }
  expect(store.vault.unseal(idOf(3), rest.sealed)).toMatchObject({ legalForename: 'Ben' })
})

it("does not open one person's sealed text as another's, nor a changed one", () => {
  const { vault } = addMarigold()
  const sealed = vault.seal(pupilId, 'private')
  vault.seal(idOf(3), 'makes a key')
  expect(() => vault.unseal(idOf(3), sealed)).toThrow('authenticate')
  const changed = Buffer.from(sealed)
  changed.writeUInt8(changed.readUInt8(14) ^ 1, 14)
  expect(() => vault.unseal(pupilId, changed)).toThrow('authenticate')
})

it('takes no key file of the wrong length for a key', () => {
  const file = join(school.folder, 'another.key')
  expect(readDeviceKey(file)).toBeNull()
  const key = makeDeviceKey(file)
  expect(readDeviceKey(file)).toEqual(key)
  rmSync(file)
  expect(readDeviceKey(file)).toBeNull()
})
