import { expect, test } from '@playwright/test'
import { answerChecks, pasteNames, startLesson, tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, startSession, takePictures } from '../support/session.ts'

const panel = `Participants (8)
Ms J Reid (Host, me)
Waiting room (7)
Aisha Karimi
Alfie Brackley (Guest)
Lulu
iPad de Siobhan
Zoe's iPad
Dragon Slayer 99
Kofi Ampofo`

test('the names waiting are pasted, asked about, kept out and remembered', async () => {
  const userData = makeUserData()
  const session = await startSession({ userData })
  const main = await tryExampleSchool(session)

  await main.getByRole('link', { name: 'Classes' }).click()
  await main.getByRole('link', { name: /^5C/ }).click()
  await main.getByRole('link', { name: 'Kofi Ampofo' }).click()
  await main.getByRole('checkbox', { name: 'Does not take part in live lessons' }).check()
  await main.getByLabel('Told by').fill('His mother, by telephone')
  await main.getByRole('button', { name: 'Save taking part' }).click()
  await expect(main.getByText(/^Does not take part since 18 January 2021/)).toBeVisible()
  await takePictures(main, 'pupil-does-not-take-part')
  await main.getByRole('link', { name: '5C' }).click()
  await expect(main.getByRole('link', { name: /Kofi Ampofo\s*Does not take part/ })).toBeVisible()
  await takePictures(main, 'class-with-joining-marks')

  await main.getByRole('link', { name: 'Today' }).click()
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await answerChecks(checklist, 'planned')
  await expect(checklist.getByText('0 of 29 waiting')).toBeVisible()
  await takePictures(checklist, 'waiting-list-empty')

  await pasteNames(session, checklist, 'x\u0000y')
  await expect(checklist.getByRole('alert')).toContainText('not text')
  await takePictures(checklist, 'waiting-list-refused')
  await checklist.getByRole('button', { name: 'Seen' }).click()

  await pasteNames(session, checklist, panel)
  await expect(checklist.getByRole('heading', { level: 1 })).toHaveText(
    "“Zoe's iPad”: is this Zoe Kowalczyk?",
  )
  await takePictures(checklist, 'waiting-list-question')
  await checklist.keyboard.press('Enter')
  await expect(checklist.getByText('5 of 29 waiting')).toBeVisible()
  const out = checklist.getByRole('list', { name: 'Not expected: do not admit' })
  await expect(out.getByRole('listitem')).toHaveCount(2)
  await expect(out).toContainText('Dragon Slayer 99')
  await expect(out).toContainText('who does not take part')
  await expect(checklist.getByRole('checkbox', { name: /^Kofi/ })).toHaveCount(0)
  await expect(checklist.getByRole('checkbox', { name: /^Leila Haddow as “Lulu”/ })).toBeChecked()
  await takePictures(checklist, 'waiting-list-sorted')
  await checklist.keyboard.press('Enter')
  await expect(checklist.getByText('5 in · 0 of 24 more waiting')).toBeVisible()
  await takePictures(checklist, 'waiting-list-admitted')

  const live = await startLesson(session, checklist)
  await expect(live.getByRole('button', { name: /^Zoe, 0 points/ })).toBeVisible()
  await expect(live.getByRole('button', { name: /^Kofi,/ })).toHaveCount(0)
  await live.getByRole('button', { name: 'End', exact: true }).click()
  await live.getByRole('button', { name: 'End for everyone' }).click()
  await main.getByRole('heading', { name: 'Sign off 5C Maths' }).waitFor()
  await expect(main.getByRole('radio', { name: /^Absent/ })).toHaveCount(29)
  await takePictures(main, 'sign-off-does-not-take-part')

  await main.getByRole('link', { name: 'Classes' }).click()
  await main.getByRole('link', { name: /^5C/ }).click()
  await main.getByRole('link', { name: /^Zoe Kowalczyk/ }).click()
  await expect(main.getByRole('list', { name: 'Shared devices' })).toContainText("Zoe's iPad")
  await session.app.close()
  removeUserData(userData)
})
