import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ownPupils } from '../../shared/domain/example-school/names.ts'
import { answerChecks, passOver, pasteNames, startLesson, tryExampleSchool } from '../support/journey.ts'
import { pagesOf } from '../support/pdf.ts'
import { makeUserData, removeUserData, startSession, takePictures } from '../support/session.ts'

/** Presses Tab until the control of that name has the focus; fails where it can't be reached. */
async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  const isMet = async () => {
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) return false
    const label = (await focused.getAttribute('aria-label')) ?? (await focused.innerText().catch(() => ''))
    return typeof name === 'string' ? label.trim() === name : name.test(label)
  }
  for (let presses = 0; presses < 120; presses += 1) {
    if (await isMet()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No way by Tab to ${String(name)}`)
}

/** The whole job on the example school, from the first start to the office, without a pointer. */
test('the main job by keyboard alone', async () => {
  const userData = makeUserData()
  const office = join(userData, 'office')
  mkdirSync(office)
  const session = await startSession({ userData })
  const main = await session.window('main')
  await tabTo(main, 'Try it with an example school')
  await main.keyboard.press('Enter')
  await main.getByRole('heading', { name: 'Monday 18 January' }).waitFor()
  await takePictures(main, 'today-planned')
  await tabTo(main, 'Get ready: 5C Maths')
  await main.keyboard.press('Enter')

  const checklist = await session.window('checklist')
  const question = checklist.getByRole('heading', { level: 1 })
  await expect(question).toHaveText('Does every pupil have the resources?')
  await checklist.keyboard.press('Enter')
  await expect(question).toHaveText('Is your background neutral?')
  await checklist.keyboard.press('Escape')
  await expect(question).toHaveText('Does every pupil have the resources?')
  await passOver(checklist, 'Set up by the school office')
  const keys = await answerChecks(checklist, 2)
  expect(keys).toBeLessThanOrEqual(12)
  await takePictures(checklist, 'admit-thirty-away')
  await checklist.keyboard.press('Control+a')
  await expect(checklist.getByText('30 of 30 waiting')).toBeVisible()
  await takePictures(checklist, 'admit-thirty-waiting')
  await checklist.keyboard.type('zoe')
  await checklist.keyboard.press('Enter')
  await checklist.keyboard.press('Enter')
  const live = await startLesson(session, checklist)

  await live.keyboard.type('fr1')
  await live.keyboard.type('fr1')
  await live.keyboard.press('u')
  await live.keyboard.press('Enter')
  await expect(live.getByRole('button', { name: /^Freya, 1 point/ })).toBeVisible()
  await live.keyboard.type('a5')
  await expect(live.getByRole('button', { name: /^Freya, 3 points/ })).toBeVisible()
  await expect(live.getByRole('button', { name: /^Zoe, not in the meeting, 0 points/ })).toBeVisible()
  await live.keyboard.press('Control+z')
  await expect(live.getByRole('button', { name: /^Freya, 1 point/ })).toBeVisible()
  await live.keyboard.type('zo')
  await live.keyboard.press('Shift+L')
  await expect(live.getByRole('button', { name: /^Zoe, not in/ })).toHaveCount(0)
  await takePictures(live, 'live-thirty')
  await live.keyboard.press('Escape')
  await live.keyboard.press('F1')
  await expect(live.getByRole('dialog')).toBeVisible()
  await takePictures(live, 'live-keys')
  await live.keyboard.press('Escape')
  await tabTo(live, 'End')
  await live.keyboard.press('Enter')
  await tabTo(live, 'End for everyone')
  await live.keyboard.press('Enter').catch(() => undefined)

  await main.getByRole('heading', { name: 'Sign off 5C Maths' }).waitFor()
  await takePictures(main, 'sign-off-thirty')
  await tabTo(main, /^Accept all/)
  await main.keyboard.press('Enter')
  await tabTo(main, 'All tasks done')
  await main.keyboard.press('Enter')
  await main.keyboard.press('Control+Enter')
  await main.getByRole('heading', { name: /^Signed by/ }).waitFor()
  await tabTo(main, 'Back to Today')
  await main.keyboard.press('Enter')
  await tabTo(main, 'Finish the day')
  await main.keyboard.press('Enter')
  await session.chooses(office)
  await tabTo(main, 'Choose the folder')
  await main.keyboard.press('Enter')
  await main.getByRole('button', { name: 'Export the day' }).waitFor()
  await tabTo(main, 'Export the day')
  await main.keyboard.press('Enter')
  await expect(main.getByText('One lesson exported to the office')).toBeVisible()
  expect(readdirSync(office)).toEqual(['2021-01-18 Ms J Reid'])
  const pdf = join(office, '2021-01-18 Ms J Reid', 'Lessons 2021-01-18.pdf')
  expect(pagesOf(pdf)).toHaveLength(1)

  await tabTo(main, 'Remove the example')
  await main.keyboard.press('Enter')
  await expect(main.getByRole('heading', { name: 'Welcome to Session Companion' })).toBeVisible()
  expect(readdirSync(join(userData, 'records')).filter((name) => name.startsWith('example'))).toEqual([])
  await session.app.close()
  removeUserData(userData)
})

const fromTheMeeting = [
  'Participants (31)',
  'Ms J Reid (Host, me)',
  'Waiting room (30)',
  ...ownPupils.map(({ forename, surname }) => `${forename} ${surname}`),
].join('\n')

test('a prepared lesson is ready to admit in at most twelve keys when all is well', async () => {
  const userData = makeUserData()
  const session = await startSession({ userData })
  const main = await tryExampleSchool(session)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  const keys = await answerChecks(checklist, 'planned')
  await pasteNames(session, checklist, fromTheMeeting)
  await expect(checklist.getByRole('button', { name: /^Admit 30 pupils/ })).toBeEnabled()
  expect(keys + 1).toBeLessThanOrEqual(12)
  await takePictures(checklist, 'waiting-list-thirty-expected')
  await checklist.keyboard.press('Enter')
  await expect(checklist.getByRole('heading', { level: 1 })).toHaveText('Everybody is in')
  await session.app.close()
  removeUserData(userData)
})
