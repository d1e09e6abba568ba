import { expect, type Page, test } from '@playwright/test'
import { passOver, tryExampleSchool } from '../support/journey.ts'
import { makeLeader } from '../support/make-leader.ts'
import { makeUserData, removeUserData, startSession, takePictures } from '../support/session.ts'

const turnTo = (main: Page, page: string) =>
  main.getByRole('navigation').getByRole('link', { name: page, exact: true }).click()

async function openPolicy(main: Page): Promise<void> {
  await turnTo(main, 'Policy')
  await main.getByRole('heading', { name: 'Policy', level: 1 }).waitFor()
  await main.getByRole('radio', { name: /^All 45/ }).waitFor()
}

const clause = (main: Page, name: string) => main.getByRole('listitem', { name, exact: true })

test('a teacher reads how each clause is met and how today’s lessons stand', async () => {
  const userData = makeUserData()
  const session = await startSession({ userData })
  const main = await tryExampleSchool(session)
  await openPolicy(main)
  await expect(main.getByRole('heading', { level: 3 })).toHaveCount(45)
  await expect(main.getByRole('table')).toHaveCount(0)
  await expect(clause(main, 'Chat for all to see')).toContainText('0 of 3 lessons today: done.')
  await takePictures(main, 'policy')

  await turnTo(main, 'Today')
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  const question = checklist.getByRole('heading', { level: 1 })
  for (let guard = 0; guard < 20; guard += 1) {
    const asked = (await question.textContent()) ?? ''
    if (asked.startsWith('Does every pupil have the resources')) break
    await checklist.keyboard.press('Enter')
    await expect(question).not.toHaveText(asked)
  }
  await passOver(checklist, 'Two packs go out at noon')
  await openPolicy(main)
  await expect(clause(main, 'Resources before the lesson')).toContainText(
    '0 of 3 lessons today: done. 5C Maths: passed over, “Two packs go out at noon”.',
  )
  await main.getByRole('radio', { name: /^All/ }).focus()
  await main.keyboard.press('ArrowRight')
  await expect(clause(main, 'Resources before the lesson')).toBeVisible()
  await expect(clause(main, 'Chat for all to see')).toHaveCount(0)
  await takePictures(main, 'policy-attention')
  await main.keyboard.press('ArrowRight')
  await expect(clause(main, 'Quality of teaching')).toContainText('To come with visits to lessons.')
  await takePictures(main, 'policy-planned')
  await session.app.close()
  removeUserData(userData)
})

test('a leader sees what was passed over, and is told of the review until there is a new date', async () => {
  const userData = makeUserData()
  const first = await startSession({ userData })
  await tryExampleSchool(first)
  await first.app.close()
  makeLeader(userData)

  const session = await startSession({ userData })
  const main = await session.window('main')
  const dueLine = main.getByText('The policy is past its review date')
  await main.getByRole('heading', { name: /^Monday/ }).waitFor()
  await expect(dueLine).toHaveCount(0)
  await openPolicy(main)
  const table = main.getByRole('table')
  await expect(table.getByRole('row').nth(1)).toContainText('January 2021')
  await takePictures(main, 'policy-leader')

  const setReview = async (date: string) => {
    await turnTo(main, 'Settings')
    await main.getByLabel('Review by').fill(date)
    await main.getByRole('button', { name: 'Save the dates' }).click()
    await main.getByText('Saved', { exact: true }).waitFor()
  }
  await setReview('2021-01-15')
  await turnTo(main, 'Today')
  await expect(dueLine).toBeVisible()
  await takePictures(main, 'today-policy-review')
  await main.getByRole('link', { name: 'Open the policy' }).click()
  await main.getByRole('link', { name: 'Set a new date' }).waitFor()
  await takePictures(main, 'policy-past-review')
  await setReview('2023-01-01')
  await takePictures(main, 'settings-policy-dates')
  await turnTo(main, 'Today')
  await main.getByRole('heading', { name: /^Monday/ }).waitFor()
  await expect(dueLine).toHaveCount(0)
  await session.app.close()
  removeUserData(userData)
})
