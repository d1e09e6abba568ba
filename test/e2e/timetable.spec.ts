import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { makeLeader } from '../support/make-leader.ts'
import { tryExampleSchool } from '../support/journey.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

const calendar = (name: string) => join(projectRoot, 'test/fixtures/calendars', name)

test.describe.configure({ mode: 'serial' })

/** One morning of a leader with the timetable, in one example school. */
test.describe('the shared timetable', () => {
  const userData = makeUserData()
  let session: Session
  let main: Page

  test.beforeAll(async () => {
    session = await startSession({ userData })
    main = await tryExampleSchool(session)
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  const day = (name: string) => main.getByRole('region', { name })
  const openTimetable = () => main.getByRole('link', { name: 'Timetable', exact: true }).click()

  async function fillLesson(subject: string, from: string, until: string): Promise<void> {
    await main.getByRole('link', { name: 'Add a lesson' }).click()
    await main.getByLabel('Class').selectOption({ label: '5C' })
    await main.getByLabel('Subject').fill(subject)
    await main.getByLabel('From').fill(from)
    await main.getByLabel('Until').fill(until)
    await main.getByRole('button', { name: 'Save' }).click()
  }

  test('refuses a lesson outside the school day with the reason, until a leader’s approval is written down', async () => {
    await openTimetable()
    await takePictures(main, 'timetable-first')
    await fillLesson('Homework club', '15:45', '16:15')
    await expect(main.getByRole('alert')).toContainText(
      '15:45 to 16:15 is outside the school day, which is 08:45 to 15:30.',
    )
    await expect(main.getByLabel('Their reason')).toBeFocused()
    await takePictures(main, 'timetable-outside-day')
    await main.getByLabel('Their reason').fill('Agreed with parents for this term')
    await main.keyboard.press('Enter')
    await expect(
      day('Monday 18 January').getByRole('link', { name: /5C Homework club.*Approved/ }),
    ).toBeVisible()
  })

  test('refuses a clash by naming the other lesson', async () => {
    await fillLesson('Singing', '16:00', '16:30')
    await expect(main.getByRole('alert')).toContainText(
      '5C already has Homework club on Monday 18 January 2021',
    )
    await main.getByLabel('From').fill('14:30')
    await main.getByLabel('Until').fill('15:00')
    await main.getByRole('button', { name: 'Save' }).click()
    await expect(day('Monday 18 January').getByRole('link', { name: /5C Singing/ })).toBeVisible()
  })

  test('puts the lesson on Today by itself', async () => {
    await main.getByRole('link', { name: 'Today' }).click()
    await expect(main.getByRole('article', { name: '5C Singing, 14:30' })).toBeVisible()
  })

  test('moves one day, by keyboard alone, and shows where it went', async () => {
    await openTimetable()
    await day('Monday 18 January')
      .getByRole('link', { name: /5C Singing/ })
      .focus()
    await main.keyboard.press('Enter')
    const form = main.getByRole('form', { name: 'Only Monday 18 January' })
    await takePictures(main, 'timetable-lesson')
    await form.getByLabel('Move to').fill('2021-01-23')
    await form.getByLabel('Move to').press('Enter')
    await expect(form.getByRole('alert')).toContainText('Saturday 23 January 2021 is not a school day.')
    await form.getByLabel('Move to').fill('2021-01-20')
    await form.getByLabel('Move to').press('Enter')
    await expect(day('Wednesday 20 January').getByText('Moved from Monday 18 January')).toBeVisible()
    await expect(day('Monday 18 January').getByText('Moved to Wednesday 20 January')).toBeVisible()
    await main.getByRole('link', { name: 'Today' }).click()
    await expect(main.getByRole('heading', { name: /^Monday/ })).toBeVisible()
    await expect(main.getByRole('article', { name: /5C Singing/ })).toHaveCount(0)
  })

  test('shows a closed day, which a leader sets, and holds no lesson on it', async () => {
    await openTimetable()
    await main.getByRole('link', { name: 'School day and holidays' }).click()
    await expect(main.getByText('Only a leader changes these')).toBeVisible()
    await expect(main.getByRole('button', { name: 'Save' })).toHaveCount(0)
    await takePictures(main, 'timetable-school-day-teacher')
    await session.app.close()
    makeLeader(userData)
    session = await startSession({ userData })
    main = await session.window('main')
    await openTimetable()
    await main.getByRole('link', { name: 'School day and holidays' }).click()
    await main.getByRole('button', { name: 'Add a closed day' }).click()
    const closed = main.getByRole('group', { name: 'New closed day' })
    await closed.getByLabel('First day').fill('2021-01-25')
    await closed.getByLabel('Last day').fill('2021-01-25')
    await closed.getByLabel('Name').fill('INSET day')
    await main.getByRole('button', { name: 'Save' }).click()
    await expect(main.getByText('Saved', { exact: true })).toBeVisible()
    await takePictures(main, 'timetable-school-day')
    await openTimetable()
    await main.getByRole('link', { name: 'Week after' }).click()
    await expect(day('Monday 25 January').getByText('INSET day')).toBeVisible()
    await expect(day('Monday 25 January').getByRole('link')).toHaveCount(0)
  })

  test('refuses calendars that are none, and names what is broken in one that is', async () => {
    await openTimetable()
    await main.getByRole('link', { name: 'Import a calendar' }).click()
    await session.chooses(calendar('ten-thousand-repeats.ics'))
    const choose = main.getByRole('button', { name: 'Choose a calendar file' })
    await choose.click()
    await expect(main.getByRole('alert')).toContainText('repeats more than 1,000 times')
    await expect(main.getByRole('alert')).toContainText('Nothing was changed.')
    await takePictures(main, 'timetable-import-refused')
    await session.chooses(calendar('broken-rules.ics'))
    await choose.click()
    const warnings = main.getByRole('list', { name: 'What to check' })
    await expect(warnings).toContainText('“5C Broken frequency” has a broken repeat rule. It is left out.')
    await takePictures(main, 'timetable-import-broken')
    await main.getByRole('link', { name: 'Cancel' }).click()
    await expect(day('Tuesday 19 January').getByRole('link')).toHaveCount(5)
  })

  test('takes a calendar in after a preview', async () => {
    await main.getByRole('link', { name: 'Import a calendar' }).click()
    // The mornings are taken already; the end of the afternoon is free.
    const path = join(userData, 'in-afternoons.ics')
    const later = readFileSync(calendar('google-weekly.ics'), 'utf8')
      .replaceAll(/T(0930|1100)00/g, 'T150200')
      .replaceAll(/T(1010|1140)00/g, 'T152800')
    writeFileSync(path, later)
    await session.chooses(path)
    await main.getByRole('button', { name: 'Choose a calendar file' }).click()
    await expect(main.getByRole('rowheader', { name: 'Maths' }).first()).toBeVisible()
    await takePictures(main, 'timetable-import-preview')
    await main.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(main.getByText('2 added, 0 changed, 0 as before')).toBeVisible()
  })

  test('writes a calendar that reads back as what is there', async () => {
    await openTimetable()
    await session.chooses(userData)
    await main.getByRole('button', { name: 'Export as a calendar' }).click()
    await expect(main.getByText('The timetable was written')).toBeVisible()
    const [written] = readdirSync(userData).filter((name) => name.endsWith('.ics') && !name.startsWith('in-'))
    const path = join(userData, written ?? '')
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('SUMMARY:5C Homework club')
    expect(text).not.toContain('Agreed with parents')
    await main.getByRole('link', { name: 'Import a calendar' }).click()
    await session.chooses(path)
    await main.getByRole('button', { name: 'Choose a calendar file' }).click()
    await expect(main.getByRole('cell', { name: 'As before' })).toHaveCount(26)
    await expect(main.getByRole('list', { name: 'What to check' })).toHaveCount(0)
    await openTimetable()
    await takePictures(main, 'timetable-week')
  })

  test('shows a full week with long names', async () => {
    const subjects = ['Guided reading', 'Personal, social, health and economic education', 'Science', 'Art']
    const hours = ['10', '12', '14', '15']
    const events = subjects.map((subject, index) => {
      const at = (minute: string) => `20210201T${hours[index]}${minute}00`
      return `BEGIN:VEVENT\r\nUID:full-${index}\r\nDTSTART:${at('12')}\r\nDTEND:${at('28')}\r\nRRULE:FREQ=DAILY;COUNT=5\r\nSUMMARY:5C ${subject}\r\nEND:VEVENT`
    })
    const path = join(userData, 'full.ics')
    writeFileSync(path, ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n'))
    await main.getByRole('link', { name: 'Import a calendar' }).click()
    await session.chooses(path)
    await main.getByRole('button', { name: 'Choose a calendar file' }).click()
    await main.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(main.getByText('20 added, 0 changed, 0 as before')).toBeVisible()
    await openTimetable()
    for (let week = 0; week < 2; week += 1) await main.getByRole('link', { name: 'Week after' }).click()
    await expect(day('Friday 5 February').getByRole('link')).toHaveCount(7)
    await takePictures(main, 'timetable-full-week')
  })
})
