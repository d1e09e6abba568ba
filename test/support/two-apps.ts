import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { answerChecks, setUpSchool, startLesson } from './journey.ts'
import type { Session } from './session.ts'

/** A folder two computers share. */
export const makeSharedFolder = (): string => mkdtempSync(join(tmpdir(), 'session-companion-shared-'))

/** Takes the example's first lesson to live, with its planned second adult; resolves to the panel. */
export async function goLive(session: Session, main: Page): Promise<Page> {
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await answerChecks(checklist, 'planned')
  await checklist.keyboard.press('Control+a')
  await checklist.keyboard.press('Enter')
  return startLesson(session, checklist)
}

/** Shares the lesson of the panel in a folder; resolves to its code. */
export async function shareInFolder(session: Session, live: Page, folder: string): Promise<string> {
  await live.getByRole('button', { name: /adults?$/ }).click()
  await live.getByRole('button', { name: /^Share with/ }).click()
  const code = live.getByRole('status', { name: /^Code for/ })
  await expect(code).toHaveText(/^\w{4}-\w{4}-\w{4}$/)
  await session.chooses(folder)
  await live.getByRole('button', { name: 'Choose the folder' }).click()
  await expect(live.getByText('Nobody has joined yet').first()).toBeVisible()
  return (await code.textContent()) ?? ''
}

/** Sets a second computer up under a name and tries a code on the shared folder. */
export async function openFromFolder(
  session: Session,
  { name, folder, code }: { name: string; folder: string; code: string },
): Promise<Page> {
  await setUpSchool(session, name, 'Another School')
  const main = await session.window('main')
  await main.getByRole('link', { name: 'Today' }).click()
  await main.getByRole('link', { name: 'Join a lesson' }).click()
  await session.chooses(folder)
  await main.getByRole('button', { name: 'Choose the shared folder' }).click()
  await main.getByLabel('Code').fill(code.toLowerCase())
  await main.getByRole('button', { name: 'Open the lesson' }).click()
  return main
}
