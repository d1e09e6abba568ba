import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { listOfficeDevice } from '../../electron/store/office-devices-repository.ts'
import { isProblem, openStore } from '../../electron/store/open-store.ts'
import { setUpSchool } from '../support/journey.ts'
import { pagesOf } from '../support/pdf.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { runHeadlessApp } from '../support/run-headless.ts'
import { makeUserData, removeUserData, startSession, takePictures } from '../support/session.ts'
import { openWorkingSchool } from '../support/working-school.ts'

const AFTERNOON = '2021-01-18T15:45:00Z'
const userData = makeUserData()
const [office, records] = [join(userData, 'office'), join(userData, 'records')]
const identityFile = join(userData, 'office-identity.txt')

test.describe.configure({ mode: 'serial' })
const officeData = makeUserData()
test.afterAll(() => {
  for (const one of [userData, officeData]) removeUserData(one)
})

const atOffice = (...words: string[]) => runHeadlessApp(words, { userData: officeData, clock: AFTERNOON })
const ordered = (...words: string[]) => runHeadlessApp(words, { userData, clock: AFTERNOON })

/** As one click in the Office view does, after the fingerprints were compared. */
function listTheOnlyComputer(officeRecords: string, incoming: string): void {
  const store = openStore(officeRecords, 'school')
  if (isProblem(store)) throw new Error(store.code)
  const [name = ''] = readdirSync(incoming)
  const plain = execFileSync('age', ['-d', '-i', identityFile, join(incoming, name)]).toString()
  const { deviceId, publicKey } = JSON.parse(plain.split('\n')[0] ?? '') as Record<
    'deviceId' | 'publicKey',
    string
  >
  listOfficeDevice(store, { deviceId, publicKey, name: 'CJS-114', teacherName: 'Ms J Reid' }, 0)
  store.close()
}

/** Records with one lesson signed off on the day, and another still open, as the app itself writes them. */
test.beforeAll(async () => {
  for (const folder of [office, records]) mkdirSync(folder, { mode: 0o700 })
  execFileSync('age-keygen', ['-o', identityFile], { stdio: 'ignore' })
  const recipient = execFileSync('age-keygen', ['-y', identityFile]).toString().trim()
  writeFileSync(join(office, 'office-key.txt'), `Key: ${recipient}\n`)
  const school = openWorkingSchool()
  await school.begin()
  await school.importClass()
  const { school: settings } = await school.ask('app.status', {})
  if (!settings) throw new Error('no school')
  await school.ask('school.save', { ...settings, officeFolder: office })
  await school.finishLesson()
  school.context.session.close()
  for (const name of ['school.sqlite', 'device.key']) {
    copyFileSync(join(school.folder, name), join(records, name))
  }
  school.end()
})

test('the office’s key is taken in from the folder after a look at its fingerprint', async () => {
  const session = await startSession({ userData })
  const main = await session.window('main')
  await main.getByRole('link', { name: 'Settings' }).click()
  const section = main.getByRole('region', { name: 'The office’s key' })
  await section.scrollIntoViewIfNeeded()
  await takePictures(main, 'office-key-none')
  await section.getByRole('button', { name: 'Look in the office’s folder' }).click()
  await expect(section.getByText('Fingerprint of the key found')).toBeVisible()
  await takePictures(main, 'office-key-found')
  await section.getByRole('button', { name: 'It is the same: seal days for it' }).click()
  await expect(section.getByText('Days are sealed for this key')).toBeVisible()
  await section.getByText('This is the office’s computer').click()
  await section.getByRole('button', { name: 'Type in a printed key' }).click()
  await section.getByRole('textbox').fill('QPZR Y9X8')
  await section.getByRole('button', { name: 'Take the key in' }).click()
  await expect(section.getByRole('alert')).toContainText('these are 8')
  await takePictures(main, 'office-key-typed')

  const whileOpen = await ordered('--export-day', '2021-01-18')
  expect([whileOpen.code, whileOpen.out, readdirSync(office)]).toEqual([3, '', ['office-key.txt']])
  expect(whileOpen.problem).toContain('is open on this computer, so this was not done')
  await expect(main.getByText('was already open')).toHaveCount(0)
  await session.app.close()
})

test('a day is exported without windows, as from the screen, and its bundle opens with age', async () => {
  const done = await ordered('--export-day', '2021-01-18')
  expect(done.code).toBe(0)
  expect(done.problem).not.toContain('Not signed off')
  expect(done.out).toContain('2021-01-18: 1 lesson exported, version 1')
  const folder = join(office, '2021-01-18 Ms J Reid')
  expect(readFileSync(join(folder, 'Lessons 2021-01-18.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  const [name = ''] = readdirSync(join(office, 'incoming'))
  const plain = execFileSync('age', ['-d', '-i', identityFile, join(office, 'incoming', name)]).toString()
  expect(JSON.parse(plain.split('\n')[1] ?? '')).toMatchObject({
    teacher: { name: 'Ms J Reid' },
    lessons: [{ isOwn: true }],
  })

  const again = await ordered('--export-day', '2021-01-18')
  expect([again.code, readdirSync(join(office, 'incoming'))]).toEqual([0, [name]])
  expect(again.out).toContain('there already, version 1')
  const out = join(userData, 'elsewhere')
  mkdirSync(out)
  expect((await ordered('--export-day=2021-01-18', `--out=${out}`)).code).toBe(0)
  expect(readdirSync(out).toSorted()).toEqual(['2021-01-18 Ms J Reid', 'incoming'])
})

test('the office makes its key and keeps it on paper', async () => {
  const session = await startSession({ userData: officeData })
  await setUpSchool(session, 'Mrs T Office', 'Crofton')
  const main = await session.window('main')
  await main.getByRole('link', { name: 'Settings' }).click()
  const section = main.getByRole('region', { name: 'The office’s key' })
  await section.getByText('This is the office’s computer').click()
  await section.getByRole('button', { name: 'Type in a printed key' }).click()
  const [, secret = ''] = /AGE-SECRET-KEY-1(\w+)/.exec(readFileSync(identityFile, 'utf8')) ?? []
  await section.getByRole('textbox').fill(secret.toLowerCase().replaceAll(/(.{4})/g, '$1 '))
  await section.getByRole('button', { name: 'Take the key in' }).click()
  await expect(section.getByText('The key is kept on this computer')).toBeVisible()
  await session.chooses(officeData)
  await section.getByRole('button', { name: 'Make the recovery copy' }).click()
  await expect(section.getByText('Print it, lock the paper away')).toBeVisible({ timeout: 20_000 })
  await takePictures(main, 'office-key-kept')
  await session.app.close()
  const pdf = join(officeData, 'Office key recovery copy.pdf')
  const text = pagesOf(pdf).join('\n')
  const printed = [...text.matchAll(/\b[A-Z0-9]{4}\b/g)].map(([group]) => group).join('')
  expect(printed).toContain(secret.slice(0, 56))
  mkdirSync(join(projectRoot, 'pictures'), { recursive: true })
  copyFileSync(pdf, join(projectRoot, 'pictures/office-key-recovery.pdf'))
})

test('the office takes days in without windows', async () => {
  const incoming = join(office, 'incoming')
  // Its computer is not on the list yet: named, with what to do, and left where it is.
  const unknown = await atOffice('--merge', incoming)
  expect([unknown.code, unknown.out.trim()]).toEqual([1, '0 taken in, 0 here already, 1 not taken in'])
  expect(unknown.problem).toContain('not on the office’s list yet')
  listTheOnlyComputer(join(officeData, 'records'), incoming)
  const taken = await atOffice('--merge', incoming)
  expect([taken.code, taken.out.trim()]).toEqual([0, '1 taken in, 0 here already, 0 not taken in'])
  expect((await atOffice('--merge', incoming)).out.trim()).toBe('0 taken in, 1 here already, 0 not taken in')
})

test('the office reports what is in without windows, for itself and for leaders', async () => {
  const out = join(officeData, 'reports')
  mkdirSync(out)
  const report = await atOffice('--report', '2021-01-18..2021-01-22', '--out', out)
  expect([report.code, report.out.includes('2021-01-18: 1 lesson')]).toEqual([0, true])
  expect(readdirSync(out)).toHaveLength(1)
  const leaders = await atOffice('--report', '2021-01-18', '--split', 'leaders', '--out', out)
  expect([leaders.code, leaders.out.includes('Whole school leaders')]).toEqual([0, true])
  const nowhere = await atOffice('--report=2021-01-18', '--split=leaders')
  expect([nowhere.code, nowhere.problem.includes('leaders’ folder')]).toEqual([1, true])
  expect((await atOffice('--report', '2021-02-01', '--out', out)).code).toBe(1)
})

test('what is not done ends with its own code and says why', async () => {
  const nowhere = await ordered('--export-day', '2021-01-18', '--out', join(userData, 'gone'))
  expect([nowhere.code, nowhere.problem.includes('The folder cannot be found')]).toEqual([1, true])
  const nothing = await ordered('--export-day', '2021-01-19')
  expect([nothing.code, nothing.problem.includes('Sign off a lesson first')]).toEqual([1, true])
  const wrong = await ordered('--export-day', 'yesterday')
  expect([wrong.code, wrong.problem.includes('A day is written like 2021-01-18')]).toEqual([2, true])
  rmSync(join(records, 'device.key'))
  const locked = await ordered('--export-day', '2021-01-18')
  expect([locked.code, locked.problem.includes('device.key')]).toEqual([4, true])
})
