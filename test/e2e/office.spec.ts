import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { sealBundle } from '../../electron/exchange/bundle/seal-bundle.ts'
import { makeSigningKey } from '../../electron/exchange/bundle/signing-key.ts'
import { listOfficeDevice } from '../../electron/store/office-devices-repository.ts'
import { openSchoolSession } from '../../electron/store/school-session.ts'
import { asSecondAdult, corrected, dayOf, OFFICE_DATE, teacherIdOf } from '../support/office-fixture.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

test.describe.configure({ mode: 'serial' })

const SCHOOL = 'Hilltop Junior School'
const AFTERNOON = '2021-01-18T15:45:00Z'

/** So much that the pages of thirty teachers come to more than 2 MB, as those of a large school do. */
const withMuchText = (day: ReturnType<typeof dayOf>) => ({
  ...day,
  lessons: day.lessons.map((one) => ({
    ...one,
    lesson: { ...one.lesson, learningIntention: 'To compare and order fractions. '.repeat(800) },
  })),
})

/** The office's computer on an afternoon: from its first start to the whole school's report. */
test.describe('the office', () => {
  const userData = makeUserData()
  const folder = join(userData, 'office folder')
  const incoming = join(folder, 'incoming')
  const key = makeSigningKey()
  let session: Session
  let main: Page
  let recipient = ''

  const start = async () => {
    session = await startSession({ userData, clock: AFTERNOON })
    main = await session.window('main')
  }
  const send = async (day: ReturnType<typeof dayOf>, name = `${day.device.name} v${day.version}.bundle`) => {
    // As a computer writes it: hidden, then in one step.
    writeFileSync(join(incoming, `.${name}`), await sealBundle(day, key))
    renameSync(join(incoming, `.${name}`), join(incoming, name))
  }
  const day = (teacher: number, options: Parameters<typeof dayOf>[2] = {}) =>
    dayOf(teacher, recipient, { schoolName: SCHOOL, ...options })

  test.beforeAll(async () => {
    mkdirSync(folder)
    await start()
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  test('is offered at the first start, and says what is to be done first', async () => {
    await main.getByRole('button', { name: 'This is the school office’s computer' }).click()
    await takePictures(main, 'office-first-start')
    await main.getByLabel('Your name').fill('Mrs O Office')
    await main.getByLabel('School').fill(SCHOOL)
    await main.getByRole('button', { name: 'Go on to the Office view' }).click()
    await expect(main.getByText('Choose the office’s folder first')).toBeVisible()
    await main.getByRole('link', { name: 'Open Settings' }).click()
    await session.chooses(folder)
    await main.getByRole('button', { name: 'Choose the folder', exact: true }).click()
    await main.getByRole('button', { name: 'Make the office’s key' }).click()
    await main.getByRole('button', { name: 'Put the key into the office’s folder' }).click()
    await expect.poll(() => existsSync(join(folder, 'office-key.txt'))).toBe(true)
    recipient = /age1\w+/.exec(readFileSync(join(folder, 'office-key.txt'), 'utf8'))?.[0] ?? ''
    await main.getByRole('region', { name: 'The office’s computer' }).scrollIntoViewIfNeeded()
    await takePictures(main, 'office-settings')
    await main.getByRole('link', { name: 'Office', exact: true }).click()
    await expect(main.getByText('No teacher’s day has come in yet')).toBeVisible()
    await takePictures(main, 'office-empty')
  })

  test('takes a new computer in after its fingerprint is compared, and sets aside what is damaged', async () => {
    await expect.poll(() => existsSync(incoming)).toBe(true)
    await send(day(1))
    const damaged = (await sealBundle(day(2), key)).with(900, 7)
    writeFileSync(join(incoming, '2021-01-18 LAPTOP-2 v1.bundle'), damaged)
    await expect(main.getByText('This day is damaged: it does not hold what was written.')).toBeVisible()
    await expect(main.getByText('This computer is not on the office’s list yet.')).toBeVisible()
    await takePictures(main, 'office-set-aside')
    await main.getByRole('button', { name: 'Compare and take in' }).click()
    await takePictures(main, 'office-compare')
    await main.getByRole('button', { name: 'It is the same: take it in' }).click()
    await expect(main.getByRole('row', { name: /4K: Mathematics/ })).toContainText('28 of 29')
    expect(readdirSync(join(folder, 'set aside'))).toEqual(['2021-01-18 LAPTOP-2 v1.bundle'])
  })

  test('marks a correction that comes in after the report', async () => {
    await main.getByRole('button', { name: 'Make the day’s report' }).click()
    await expect(main.getByText('The day’s report is made: 2 lessons')).toBeVisible({ timeout: 30_000 })
    await main.getByRole('button', { name: 'Add a note to 4K, Mathematics' }).click()
    await main.getByLabel('Your note').fill('Asked Ms Teacher1 about the late mark')
    await takePictures(main, 'office-note')
    await main.getByRole('dialog').getByRole('button', { name: 'Add the note' }).click()
    await send(corrected(day(1), (pupilId) => ({ kind: 'late', pupilId, value: { minutes: 9 } })))
    await expect(main.getByText('Changed since the report')).toBeVisible({ timeout: 20_000 })
    await expect(main.getByText('The last report is not up to date')).toBeVisible()
    await takePictures(main, 'office-changed')
  })

  test('holds thirty teachers, long names and a second adult', async () => {
    await session.app.close()
    const records = openSchoolSession(join(userData, 'records'), () => undefined)
    for (let teacher = 3; teacher <= 40; teacher += 1) {
      const about = { name: `LAPTOP-${teacher}`, teacherName: `Ms T Teacher${teacher}` }
      const device = { deviceId: teacherIdOf(teacher, 7), publicKey: key.publicKey, ...about }
      listOfficeDevice(records.store(), device, 0)
    }
    records.close()
    await start()
    for (let teacher = 3; teacher <= 31; teacher += 1) {
      const long = 'Ms Aleksandra Wiktoria Featherstonehaugh-Cholmondeley-Wolfeschlegelsteinhausen'
      const open = { lessonId: teacherIdOf(teacher, 99), className: '6B', subject: 'Art', endsAt: 2 }
      const stillOpen = { ...open, startsAt: Date.UTC(2021, 0, 18, 14, 20), state: 'ended' as const }
      const whole = withMuchText(day(teacher, teacher === 5 ? { teacherName: long } : {}))
      await send(teacher === 7 ? { ...whole, stillOpen: [stillOpen] } : whole)
    }
    await send(asSecondAdult(day(33), 34, []))
    await main.getByRole('link', { name: 'Office', exact: true }).click()
    await expect(main.getByText(/^Monday 18 January 2021 · 31 teachers/)).toBeVisible({ timeout: 60_000 })
    await takePictures(main, 'office-thirty')
    await main.getByText('Teacher’s own not in').first().scrollIntoViewIfNeeded()
    await takePictures(main, 'office-second-adult')
    await main.getByRole('heading', { name: 'Not in yet' }).scrollIntoViewIfNeeded()
    await takePictures(main, 'office-not-in-yet')
    await main.getByText(/^The office’s computers: 39 computers/).click()
    await main.getByRole('table', { name: 'Computers on the list' }).scrollIntoViewIfNeeded()
    await takePictures(main, 'office-computers')
    await main.getByRole('button', { name: 'Take LAPTOP-40 of Ms T Teacher40 off the list' }).click()
    await takePictures(main, 'office-take-off')
    await main.getByRole('button', { name: 'Take it off' }).click()
    await expect(main.getByRole('table', { name: 'Computers taken off the list' })).toContainText('LAPTOP-40')
  })

  test('prints every lesson of thirty teachers into one report', async () => {
    await main.getByRole('button', { name: 'Make the day’s report' }).click()
    await expect(main.getByText(/^The day’s report is made: 60 lessons, version 2/)).toBeVisible({
      timeout: 90_000,
    })
    const pdf = join(folder, `${OFFICE_DATE} Whole school v2`, `Whole school ${OFFICE_DATE}.pdf`)
    const info = execFileSync('pdfinfo', [pdf]).toString()
    expect(info).toMatch(/Pages: +60\n/)
    expect(info).toMatch(/Tagged: +yes/)
    copyFileSync(pdf, join(projectRoot, 'pictures/whole-school.pdf'))
  })

  test('makes no report again as new that was moved away', async () => {
    await takePictures(main, 'office-report-made')
    renameSync(join(folder, `${OFFICE_DATE} Whole school v2`), join(userData, 'filed'))
    await main.getByRole('button', { name: 'Make the day’s report' }).click()
    await expect(
      main.getByText('Exactly this was made as version 2: nothing was written again'),
    ).toBeVisible()
    await takePictures(main, 'office-report-moved-away')
  })

  test('makes the leaders’ report apart from its own, where a person says', async () => {
    await main.getByRole('radio', { name: 'Leaders' }).click()
    await takePictures(main, 'office-leaders')
    const leaders = join(userData, 'leaders')
    mkdirSync(leaders)
    await session.chooses(leaders)
    await main.getByRole('button', { name: 'Make the leaders’ report' }).click()
    await expect(main.getByText('The leaders’ report is made: 60 lessons')).toBeVisible({ timeout: 60_000 })
    await takePictures(main, 'office-leaders-made')
    const made = join(leaders, `${OFFICE_DATE} Whole school leaders`)
    expect(readdirSync(made)).toContain(`Whole school for leaders ${OFFICE_DATE}.xlsx`)
    expect(readdirSync(made).filter((name) => name.endsWith('.pdf'))).toEqual([])
    expect(readdirSync(folder).filter((name) => name.includes('leaders'))).toEqual([])
  })
})
