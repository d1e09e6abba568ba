import { expect, type Page, test } from '@playwright/test'
import { seriousIssues } from '../support/axe.ts'
import { answerChecks, startLesson, tapByKeys, tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, startSession } from '../support/session.ts'

test('axe finds no serious issue on any screen', async () => {
  test.slow()
  const userData = makeUserData()
  const session = await startSession({ userData })
  const check = async (page: Page, screen: string) => {
    expect(await seriousIssues(page), screen).toEqual([])
  }
  await check(await session.window('main'), 'welcome')
  const main = await tryExampleSchool(session)
  await check(main, 'today')
  const sidebar = main.getByRole('navigation', { name: 'Pages' })
  const goTo = (name: string) => sidebar.getByRole('link', { name, exact: true }).click()
  for (const [link, screen] of [
    ['End of day', 'end of day'],
    ['Timetable', 'timetable'],
    ['Classes', 'classes'],
    ['Packs', 'packs'],
    ['Staff', 'staff'],
    ['Settings', 'settings'],
    ['Policy', 'policy'],
  ] as const) {
    await goTo(link)
    await main.getByRole('heading', { name: link, level: 1 }).waitFor()
    await check(main, screen)
  }
  for (const [link, screen] of [
    ['Add a lesson', 'timetable lesson'],
    ['Import a calendar', 'timetable import'],
    ['School day and holidays', 'school day'],
  ] as const) {
    await goTo('Timetable')
    await main.getByRole('link', { name: link }).click()
    const isThere = main.getByRole('button', { name: /^(Save|Choose)/ })
    await isThere.or(main.getByText('Only a leader changes these')).first().waitFor()
    await check(main, screen)
  }
  await goTo('Classes')
  await main.getByRole('link', { name: /^5C/ }).click()
  await main.getByText('Aisha').first().waitFor()
  await check(main, 'class')
  await main.getByRole('link', { name: 'Aisha Karimi' }).click()
  await main.getByRole('heading', { name: /Aisha/, level: 1 }).waitFor()
  await check(main, 'pupil')
  await goTo('Settings')
  await main.getByRole('link', { name: 'Open the checklist' }).click()
  await main.getByRole('heading', { name: /checklist/i, level: 1 }).waitFor()
  await check(main, 'checklist editor')
  await goTo('Today')
  await main.getByRole('link', { name: /^Plan/ }).first().click()
  await main.getByRole('heading', { name: /Plan/, level: 1 }).waitFor()
  await check(main, 'plan')
  await goTo('Today')
  await main.getByRole('link', { name: 'Start a lesson' }).click()
  await main.getByLabel('Subject').waitFor()
  await check(main, 'start a lesson')
  await main.getByRole('link', { name: 'Today' }).click()

  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await check(checklist, 'checklist')
  await checklist.keyboard.press('n')
  await check(checklist, 'checklist reason')
  await checklist.keyboard.press('Escape')
  await answerChecks(checklist, 1)
  await check(checklist, 'waiting list')
  await checklist.keyboard.press('Control+a')
  await checklist.keyboard.press('Enter')
  await checklist.getByRole('button', { name: /Start the lesson/ }).waitFor()
  await check(checklist, 'admitted')
  const live = await startLesson(session, checklist)
  await tapByKeys(live, 'fr', '1')
  await tapByKeys(live, 'ha', '9')
  await live.keyboard.press('Escape')
  await live.keyboard.type('lu')
  await check(live, 'live panel')
  await live.keyboard.press('Escape')
  await live.keyboard.press('F2')
  await live.getByRole('button', { name: 'Full panel' }).waitFor()
  await check(live, 'strip')
  await live.keyboard.press('F4')
  await live.keyboard.press('F2')
  await live.getByRole('heading', { name: 'Safe to share' }).waitFor()
  await check(live, 'safe to share')
  await live.keyboard.press('F4')
  await live.getByRole('button', { name: 'End', exact: true }).click()
  await check(live, 'live panel, ending')
  await live.getByRole('button', { name: 'End for everyone' }).click()
  await main.getByRole('heading', { name: 'Sign off 5C Maths' }).waitFor()
  await check(main, 'sign-off')
  await main.getByRole('button', { name: /^Accept all/ }).click()
  await main.getByRole('button', { name: /^Sign off as/ }).click()
  await main.getByRole('heading', { name: /^Signed by/ }).waitFor()
  await check(main, 'signed')
  await session.app.close()
  removeUserData(userData)
})
