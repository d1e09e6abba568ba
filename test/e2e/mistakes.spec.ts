import { expect, test } from '@playwright/test'
import { answerChecks, startLesson, tapByKeys, tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, startSession, takePictures } from '../support/session.ts'

/** A teacher's slips, each taken back where it was made, each leaving its trace in the log. */
test('a wrong answer, a wrong admission and a wrong end are taken back', async () => {
  const userData = makeUserData()
  const session = await startSession({ userData })
  const main = await tryExampleSchool(session)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')

  await expect(checklist.getByText('6 of 13')).toBeVisible()
  await checklist.keyboard.press('Enter')
  await expect(checklist.getByText('7 of 13')).toBeVisible()
  await checklist.keyboard.press('Enter')
  await expect(checklist.getByText('8 of 13')).toBeVisible()
  await checklist.keyboard.press('Escape')
  await checklist.getByRole('button', { name: 'Not answered after all' }).click()
  await expect(checklist.getByText('7 of 13')).toBeVisible()

  await answerChecks(checklist, 1)
  await checklist.keyboard.press('Control+a')
  await checklist.keyboard.press('Enter')
  await checklist.getByRole('button', { name: 'Kofi Ampofo is not in' }).click()
  await expect(checklist.getByRole('checkbox', { name: 'Kofi Ampofo' })).toBeVisible()
  await takePictures(checklist, 'admit-one-taken-back')

  const live = await startLesson(session, checklist)
  await expect(live.getByRole('button', { name: /^Kofi, not in the meeting/ })).toBeVisible()
  await tapByKeys(live, 'fr', '1')
  await live.getByRole('button', { name: '2 adults' }).click()
  await live.getByRole('button', { name: /has left/ }).click()
  await expect(live.getByRole('alert')).toContainText('The second adult has gone.')
  await takePictures(live, 'live-second-adult-left')
  await live.keyboard.press('Escape')
  await live.keyboard.press('Control+z')
  await expect(live.getByRole('button', { name: '2 adults' })).toBeVisible()

  await live.getByRole('button', { name: 'End', exact: true }).click()
  await live.getByRole('button', { name: 'End for everyone' }).click()
  await main.getByRole('button', { name: 'Not over yet' }).click()
  const again = await session.window('live')
  await expect(again.getByRole('button', { name: /^Freya, 1 point/ })).toBeVisible()
  await session.app.close()
  removeUserData(userData)
})

test('the overlay and the panel stay above a full-screen meeting and out of its share', async () => {
  const userData = makeUserData()
  const session = await startSession({ userData })
  const main = await tryExampleSchool(session)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const standing = () =>
    session.app.evaluate(({ BrowserWindow }) =>
      Object.fromEntries(
        BrowserWindow.getAllWindows().map((window) => [
          /#\/(\w+)/.exec(window.webContents.getURL())?.[1] ?? '',
          window.isAlwaysOnTop(),
        ]),
      ),
    )
  const checklist = await session.window('checklist')
  expect(await standing()).toEqual({ today: false, checklist: true })
  await answerChecks(checklist, 1)
  await checklist.keyboard.press('Control+a')
  await checklist.keyboard.press('Enter')
  await startLesson(session, checklist)
  await expect.poll(standing).toEqual({ today: false, live: true })
  await session.app.close()
  removeUserData(userData)
})
