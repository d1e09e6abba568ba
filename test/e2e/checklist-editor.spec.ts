import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { seriousIssues } from '../support/axe.ts'
import { passOver, setUpSchool } from '../support/journey.ts'
import { makeLeader } from '../support/make-leader.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

const classList = join(projectRoot, 'test/fixtures/class-lists/5c-30-pupils.csv')

test.describe.configure({ mode: 'serial' })

/** A school whose leader words the checklist twice, with a lesson begun in between. */
test.describe('the checklist in a leader’s hands', () => {
  const userData = makeUserData()
  let session: Session

  test.beforeAll(async () => {
    session = await startSession({ userData })
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  const openEditor = async (): Promise<Page> => {
    const main = await session.window('main')
    await main.getByRole('link', { name: 'Settings' }).click()
    await main.getByRole('link', { name: 'Open the checklist' }).waitFor()
    await takePictures(main, 'settings-checklist')
    await main.getByRole('link', { name: 'Open the checklist' }).click()
    await main.getByRole('heading', { name: 'Versions' }).waitFor()
    return main
  }
  const reword = async (main: Page, from: string, to: string, version: number) => {
    await main.getByRole('button', { name: new RegExp(`^\\d+ ?${from}`) }).click()
    await main.getByLabel('Title in the list').fill(to)
    await main.getByRole('button', { name: `Save as version ${version}` }).click()
    await expect(main.getByText(`Version ${version} is in force`)).toBeVisible()
  }
  const startLesson = async (main: Page, subject: string): Promise<Page> => {
    await main.getByRole('link', { name: 'Today' }).click()
    await main.getByRole('link', { name: 'Start a lesson' }).first().click()
    await main.getByLabel('Subject').fill(subject)
    await main.getByLabel('Learning intention').fill('Fractions of amounts')
    await main.getByLabel('Why is it outside the timetable?').fill('Moved from Friday')
    await main.getByRole('button', { name: 'Start with the checks' }).click()
    const checklist = await session.window('checklist')
    await checklist.getByText(`5C ${subject}`).waitFor()
    return checklist
  }
  const rowOf = (checklist: Page, title: string) =>
    checklist.getByRole('navigation', { name: 'All checks' }).getByRole('button', { name: title })

  test('is read by a teacher, who cannot change it', async () => {
    const welcome = await setUpSchool(session, 'Ms J Reid', 'Crofton Junior School')
    await session.chooses(classList)
    await welcome.getByRole('button', { name: /^Choose (a|another) file/ }).click()
    await welcome.getByRole('button', { name: 'Import 30 pupils' }).click()
    await expect(welcome.getByText(/30 pupils? added|30 added|Added 30|30 new/i).first()).toBeVisible()
    const main = await openEditor()
    await expect(main.getByText('A leader edits these.')).toBeVisible()
    await expect(main.getByRole('button', { name: /Move|Save|Add/ })).toHaveCount(0)
    await takePictures(main, 'checklist-editor-teacher')
    expect(await seriousIssues(main)).toEqual([])
    await session.app.close()
    makeLeader(userData)
    session = await startSession({ userData })
  })

  test('is reworded, reordered and added to by a leader, by keyboard, as the next version', async () => {
    const main = await openEditor()
    await takePictures(main, 'checklist-editor')
    await main.getByRole('button', { name: /^\d+ ?Chat to everyone/ }).focus()
    await main.keyboard.press('Enter')
    await main.keyboard.press('Alt+ArrowUp')
    await main.getByLabel('Title in the list').fill('Open chat')
    await main.getByRole('checkbox', { name: 'Required' }).press('Space')
    await takePictures(main, 'checklist-editor-open')
    await main.getByLabel('Title of a new check').fill('Pets and deliveries out of the room')
    await main.keyboard.press('Enter')
    await expect(main.getByLabel('Explanation')).toBeFocused()
    await takePictures(main, 'checklist-editor-problem')
    expect(await seriousIssues(main)).toEqual([])
    await main.keyboard.type('No animal, no parcel, no visitor for the length of the lesson.')
    await main.getByRole('link', { name: 'Today' }).click()
    await takePictures(main, 'checklist-editor-leaving')
    await main.keyboard.press('Escape')
    await takePictures(main, 'checklist-editor-unsaved')
    await main.getByRole('button', { name: 'Save as version 2' }).press('Enter')
    await expect(main.getByText('Version 2 is in force')).toBeVisible()
    await takePictures(main, 'checklist-editor-saved')
  })

  test('keeps the wording a lesson was begun under, and gives the newest to the next', async () => {
    const main = await session.window('main')
    const checklist = await startLesson(main, 'Maths')
    await rowOf(checklist, 'Open chat').click()
    await takePictures(checklist, 'checklist-optional')
    await checklist.keyboard.press('n')
    await rowOf(checklist, 'Pets and deliveries').click()
    await passOver(checklist, 'The cat will not leave')
    await expect(rowOf(checklist, 'Open chat')).toContainText('optional, skipped')
    await takePictures(checklist, 'checklist-skipped')

    await openEditor()
    await reword(main, 'Open chat', 'Chat for all', 3)
    await main.getByText('The 14 checks as they were worded').last().click()
    await main.getByRole('heading', { name: 'Versions' }).scrollIntoViewIfNeeded()
    await main.getByRole('heading', { name: /^Version 1/ }).scrollIntoViewIfNeeded()
    await takePictures(main, 'checklist-editor-history')
    await main.getByRole('link', { name: 'Today' }).click()
    await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
    await checklist.reload()
    await expect(rowOf(checklist, 'Open chat')).toContainText('optional, skipped')
    await expect(rowOf(checklist, 'Pets and deliveries')).toContainText('The cat will not leave')
    await expect(rowOf(checklist, 'Chat for all')).toHaveCount(0)

    const next = await startLesson(main, 'English')
    await expect(rowOf(next, 'Chat for all')).toBeVisible()
    await expect(rowOf(next, 'Open chat')).toHaveCount(0)
  })
})
