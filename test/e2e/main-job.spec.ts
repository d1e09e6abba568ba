import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import {
  answerChecks,
  exportDay,
  finishDay,
  passOver,
  pointsOf,
  setUpSchool,
  startLesson,
  tapByKeys,
  tile,
} from '../support/journey.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'
import { pagesOf } from '../support/pdf.ts'
import { openWithLibreOffice } from '../support/libreoffice.ts'

const realClassList = join(
  projectRoot,
  'test/fixtures/class-lists/roster_nhs-class-import_valid_mixed-dates.csv',
)

test.describe.configure({ mode: 'serial' })

/** One teacher's afternoon, from the first start to the office, on one data folder. */
test.describe('the main job on a real class list', () => {
  const userData = makeUserData()
  const office = join(userData, 'office')
  let session: Session

  test.beforeAll(async () => {
    mkdirSync(office)
    session = await startSession({ userData, clock: '2021-01-18T10:05:00Z' })
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  test('imports the class list after a preview', async () => {
    const welcome = await session.window('main')
    await takePictures(welcome, 'welcome-first-start')
    const main = await setUpSchool(session, 'Ms J Reid', 'Crofton Junior School')
    await takePictures(main, 'import-before')
    await session.chooses(null)
    await main.getByRole('button', { name: 'Choose a file' }).click()
    await expect(main.getByRole('heading', { name: 'Import a class list' })).toBeVisible()
    await session.chooses(realClassList)
    await main.getByRole('button', { name: /^Choose (a|another) file/ }).click()
    await expect(main.getByRole('rowheader', { name: /Jenny Clarke/ })).toBeVisible()
    await expect(main.getByText(/CHILD_NHS_NUMBER/).first()).toBeVisible()
    await takePictures(main, 'import-preview')
    await main.getByRole('button', { name: 'Import 4 pupils' }).click()
    await expect(main.getByText(/4 pupils? added|4 added|Added 4|4 new/i).first()).toBeVisible()
    await takePictures(main, 'import-done')
    await main.getByRole('link', { name: 'Classes', exact: true }).click()
    await expect(main.getByRole('link', { name: /ABC/ })).toBeVisible()
    await takePictures(main, 'classes-imported')
  })

  test('starts a lesson on the spot, with its reason', async () => {
    const main = await session.window('main')
    await main.getByRole('link', { name: 'Today' }).click()
    await takePictures(main, 'today-empty')
    await main.getByRole('link', { name: 'Start a lesson' }).first().click()
    await main.getByLabel('Class').selectOption({ label: 'ABC (2 pupils)' })
    await main.getByLabel('Subject').fill('Maths')
    await main.getByLabel('Learning intention').fill('Fractions of amounts')
    await takePictures(main, 'start-lesson')
    await main.getByRole('button', { name: 'Start with the checks' }).click()
    await expect(main.getByLabel('Why is it outside the timetable?')).toBeFocused()
    await main.getByLabel('Why is it outside the timetable?').fill('Moved from Friday')
    await main.getByRole('button', { name: 'Start with the checks' }).click()
    await session.window('checklist')
  })

  test('goes through the checks without a second adult, and keeps the reasons', async () => {
    const checklist = await session.window('checklist')
    await takePictures(checklist, 'checklist-first')
    await checklist.keyboard.press('Enter')
    await expect(checklist.getByRole('heading', { level: 1 })).toHaveText(/school account/)
    await checklist.keyboard.press('n')
    await takePictures(checklist, 'checklist-reason')
    await checklist.keyboard.press('Escape')
    await passOver(checklist, 'Joined from the school office')
    await expect(checklist.getByText('3 of 13')).toBeVisible()
    await answerChecks(checklist, null)
    await takePictures(checklist, 'admit-nobody-waiting')
  })

  test('does not admit one pupil alone, and says why', async () => {
    const checklist = await session.window('checklist')
    await checklist.keyboard.type('jen')
    await checklist.keyboard.press('Enter')
    await expect(checklist.getByText('1 of 2 waiting')).toBeVisible()
    await checklist.keyboard.press('Enter')
    await expect(checklist.getByText(/Wait until at least two pupils are waiting/).first()).toBeVisible()
    await takePictures(checklist, 'admit-one-waiting')
    await expect(checklist.getByRole('list', { name: 'Pupils in the meeting' })).toHaveCount(0)
    await checklist.keyboard.type('ji')
    await checklist.keyboard.press('Enter')
    await checklist.keyboard.press('Enter')
    await expect(checklist.getByRole('list', { name: 'Pupils in the meeting' })).toBeVisible()
    await takePictures(checklist, 'admit-both-in')
    const live = await startLesson(session, checklist)
    await expect(live.getByText('No second adult: end for everyone together.')).toBeVisible()
  })

  test('keeps every acknowledged tap when it is killed in the middle of the lesson', async () => {
    const live = await session.window('live')
    for (let tap = 0; tap < 12; tap += 1) await tapByKeys(live, 'jen', String((tap % 6) + 1))
    for (let tap = 0; tap < 5; tap += 1) await tapByKeys(live, 'jim', '1')
    await tapByKeys(live, 'jim', '0')
    await live.keyboard.press('Control+z')
    await expect(live.getByText(/· saved/)).toBeVisible()
    const before = [await pointsOf(live, 'Jenny'), await pointsOf(live, 'Jim')]
    expect(before).toEqual([14, 5])
    await session.kill()

    session = await startSession({ userData, clock: '2021-01-18T10:20:00Z' })
    const main = await session.window('main')
    await takePictures(main, 'today-live-after-restart')
    await main.getByRole('button', { name: /^Back to the lesson/ }).click()
    const again = await session.window('live')
    expect([await pointsOf(again, 'Jenny'), await pointsOf(again, 'Jim')]).toEqual(before)
    await expect(tile(again, 'Jim')).not.toHaveAttribute('aria-label', /contribution/)
    await takePictures(again, 'live-two-pupils')
  })

  test('raises the alert when one pupil is left with one adult', async () => {
    const live = await session.window('live')
    await live.keyboard.type('jim')
    await live.keyboard.press('Shift+X')
    await expect(live.getByRole('alert')).toContainText('One adult, one pupil')
    await takePictures(live, 'live-one-pupil-alert')
    await live.getByRole('button', { name: 'End for everyone' }).click()
    await takePictures(live, 'live-end-question')
    await live.getByRole('alertdialog').getByRole('button', { name: 'End for everyone' }).click()
    await expect((await session.window('main')).getByRole('heading', { name: /ABC Maths/ })).toBeVisible()
  })

  test('is signed off only when every pupil is accounted for', async () => {
    const main = await session.window('main')
    await takePictures(main, 'sign-off-open')
    await expect(main.getByRole('button', { name: /^Sign off as/ })).toBeDisabled()
    await expect(main.getByText(/Say for 2 pupils whether they took part/)).toBeVisible()
    await main.getByRole('button', { name: /Accept all/ }).click()
    await main.getByRole('button', { name: 'All tasks done' }).click()
    await main.getByRole('button', { name: /^Sign off as Ms J Reid/ }).click()
    await expect(main.getByRole('heading', { name: /Signed by Ms J Reid/ })).toBeVisible()
    await takePictures(main, 'sign-off-signed')
  })

  test('exports the day to the office, with the numbers the screen showed', async () => {
    const main = await session.window('main')
    await main.getByRole('link', { name: 'Back to Today' }).click()
    await finishDay(main)
    await session.chooses(office)
    await main.getByRole('button', { name: 'Choose the folder' }).click()
    await main.getByRole('button', { name: 'Export the day' }).click()
    await expect(main.getByText('One lesson exported to the office')).toBeVisible()
    await takePictures(main, 'end-of-day-exported')

    const [folder = ''] = readdirSync(office)
    expect(folder).toBe('2021-01-18 Ms J Reid')
    const files = readdirSync(join(office, folder))
    expect(files).toContain('manifest.json')
    const pdf = join(office, folder, 'Lessons 2021-01-18.pdf')
    const pages = pagesOf(pdf)
    for (const words of [
      'Crofton Junior School',
      'ABC: Maths',
      'Jenny Clarke',
      'Moved from Friday',
      'Nobody is free',
    ]) {
      expect(pages[0]).toContain(words)
    }
    expect(pages).toHaveLength(1)
    const xlsx = join(office, folder, 'Session participation 2021-01-18.xlsx')
    const workbook = await openWithLibreOffice(xlsx)
    const rows = await workbook.sheet('Points and rewards')
    await workbook.close()
    const header = rows.find((row) => row.includes('Points')) ?? []
    const shown = (surname: string) => rows.find((row) => row.includes(surname))?.[header.indexOf('Points')]
    expect([shown('Clarke'), shown('Smith')]).toEqual(['14', '5'])
  })

  test('writes a correction as version 2, beside the first', async () => {
    const main = await session.window('main')
    await main.getByRole('button', { name: 'Export the day' }).click()
    await expect(main.getByText(/nothing has changed since the last export/)).toBeVisible()
    await main.getByRole('link', { name: /^View: ABC Maths/ }).click()
    await main.getByRole('button', { name: 'Correct something' }).click()
    const participation = main.getByRole('radiogroup', { name: 'Participation of Jenny Clarke' })
    await participation.getByRole('radio', { name: 'Absent' }).check()
    await main.getByRole('button', { name: /^Sign off as/ }).click()
    await main.getByRole('link', { name: 'Back to Today' }).click()
    await exportDay(main)
    await expect(main.getByText('One lesson exported to the office, version 2')).toBeVisible()
    expect(readdirSync(office).toSorted()).toEqual(['2021-01-18 Ms J Reid', '2021-01-18 Ms J Reid v2'])
  })
})
