import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Database from 'better-sqlite3'
import {
  answerChecks,
  finishDay,
  pointsOf,
  setUpSchool,
  startLesson,
  tapByKeys,
  tryExampleSchool,
} from '../support/journey.ts'
import { appEnvironment } from '../support/runtime/app-environment.ts'
import { pagesOf } from '../support/pdf.ts'
import { provideElectron } from '../support/runtime/electron.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

let userData: string
let session: Session

test.beforeEach(() => {
  userData = makeUserData()
})
test.afterEach(async () => {
  await session.app.close()
  removeUserData(userData)
})

const fixture = (name: string) => join(projectRoot, 'test/fixtures/class-lists', name)

async function goLive(): Promise<Page> {
  session = await startSession({ userData })
  const main = await tryExampleSchool(session)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await answerChecks(checklist, 1)
  await checklist.keyboard.press('Control+a')
  await checklist.keyboard.press('Enter')
  return startLesson(session, checklist)
}

test('a file that is no class list gets its own message, and nothing is changed', async () => {
  session = await startSession({ userData })
  const main = await setUpSchool(session, 'Ms J Reid', 'Crofton Junior School')
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(userData, name)
    writeFileSync(path, content)
    return path
  }
  const huge = file('huge.csv', 'Forename,Surname\n')
  truncateSync(huge, 21 * 1024 * 1024)
  const refusals: readonly [string, RegExp][] = [
    [file('empty.csv', ''), /empty/i],
    [
      file('picture.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
      /picture|image/i,
    ],
    [file('notes.csv', 'Dear all,\nplease find the list below.\n'), /name/i],
    [huge, /20 MB/],
    [fixture('zoom_2020-09_report_preamble_rejoins.csv'), /Zoom/],
    [join(userData, 'gone.csv'), /could not be opened/],
  ]
  for (const [path, words] of refusals) {
    await session.chooses(path)
    await main.getByRole('button', { name: /^Choose (a|another) file/ }).click()
    const alert = main.getByRole('alert')
    await expect(alert).toContainText(words)
    await expect(main.getByText(/nothing (was|has been) changed/i).first()).toBeVisible()
    if (path.endsWith('preamble_rejoins.csv')) await takePictures(main, 'import-refused')
  }
  await main.getByRole('link', { name: 'Classes', exact: true }).click()
  await expect(main.getByRole('link', { name: 'Import a class list' }).first()).toBeVisible()
  await takePictures(main, 'classes-empty')
})

test('a missing office folder is said, nothing is lost, and it works once the folder is there', async () => {
  const live = await goLive()
  const office = join(userData, 'office')
  await live.getByRole('button', { name: 'End', exact: true }).click()
  await live.getByRole('button', { name: 'End for everyone' }).click()
  const main = await session.window('main')
  await main.getByRole('button', { name: /^Accept all/ }).click()
  await main.getByRole('button', { name: /^Sign off as/ }).click()
  await main.getByRole('link', { name: 'Back to Today' }).click()
  await finishDay(main)
  await session.chooses(office)
  await main.getByRole('button', { name: 'Choose the folder' }).click()
  await main.getByRole('button', { name: 'Export the day' }).click()
  await expect(main.getByText('Not exported yet: the day waits')).toBeVisible()
  await expect(main.getByText(/nothing is lost/)).toBeVisible()
  await takePictures(main, 'end-of-day-waits')
  mkdirSync(office)
  await expect(main.getByText('With the office', { exact: true }), 'it goes by itself').toBeVisible({
    timeout: 30_000,
  })
  const pdf = join(office, '2021-01-18 Ms J Reid', 'Lessons 2021-01-18.pdf')
  expect(pagesOf(pdf), 'thirty pupils, every check answered').toHaveLength(1)
})

test('a tap that cannot be written stays on screen as not saved, and is saved when it can be', async () => {
  const live = await goLive()
  const other = new Database(join(userData, 'records', 'example.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  await tapByKeys(live, 'fr', '1')
  await expect(live.getByText('1 tap not saved, trying again')).toBeVisible()
  expect(await pointsOf(live, 'Freya')).toBe(1)
  await takePictures(live, 'live-tap-not-saved')
  const written = () =>
    (
      other
        .prepare("SELECT count(*) AS n FROM event WHERE kind = 'award' AND at > ?")
        .get(Date.UTC(2021, 0, 18)) as { n: number }
    ).n
  expect(written()).toBe(0)
  other.exec('COMMIT')
  await expect(live.getByText('1 tap not saved, trying again')).toBeHidden()
  expect(written()).toBe(1)
  other.close()
  expect(await pointsOf(live, 'Freya')).toBe(1)
})

test('windows whose process crashes are back where they were', async () => {
  const live = await goLive()
  await tapByKeys(live, 'fr', '5')
  await expect(live.getByText(/· saved/)).toBeVisible()
  const textOfLive = () =>
    session.app.evaluate(async ({ BrowserWindow }) => {
      const panel = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('#/live/'))
      if (!panel || panel.webContents.isCrashed()) return ''
      const read = "document.querySelector('[aria-label^=\"Freya,\"]')?.getAttribute('aria-label') ?? ''"
      // A page that goes away while it is asked never answers.
      const noAnswer = new Promise<string>((resolve) => setTimeout(() => resolve(''), 500))
      return Promise.race([panel.webContents.executeJavaScript(read) as Promise<string>, noAnswer])
    })
  expect(await textOfLive()).toContain('Freya, 2 points')
  const crashed = session.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer()
  })
  await crashed
  await expect.poll(textOfLive).toContain('Freya, 2 points')
  const open = await session.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(open).toBe(2)
})

test('a second start brings the first forward and says so', async () => {
  session = await startSession({ userData })
  const main = await session.window('main')
  const { executable, argumentsBeforeApp } = await provideElectron()
  const env = appEnvironment({ DISPLAY: await session.app.evaluate(() => process.env['DISPLAY'] ?? '') })
  const second = spawn(executable, [...argumentsBeforeApp, `--user-data-dir=${userData}`, projectRoot], {
    env,
  })
  let said = ''
  second.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const code = await new Promise((resolve) => second.on('exit', resolve))
  expect(code).toBe(0)
  expect(said).toContain('already open')
  await expect(main.getByText(/was already open/)).toBeVisible()
  await takePictures(main, 'welcome-second-start')
  await main.getByRole('button', { name: 'Close' }).click()
  await expect(main.getByText(/was already open/)).toBeHidden()
})

test.describe('records that cannot be opened', () => {
  const records = () => join(userData, 'records')
  const database = () => join(records(), 'school.sqlite')

  test('of a newer version', async () => {
    mkdirSync(records())
    const db = new Database(database())
    db.pragma('user_version = 99')
    db.close()
    const before = readFileSync(database())
    session = await startSession({ userData })
    const main = await session.window('main')
    await expect(main.getByRole('alert')).toContainText('need a newer Session Companion')
    await expect(main.getByRole('alert')).toContainText('Nothing was changed or lost')
    await takePictures(main, 'problem-newer-version')
    expect(readFileSync(database())).toEqual(before)
  })

  test('that are damaged', async () => {
    mkdirSync(records())
    writeFileSync(database(), 'this is not a database, whatever its name says. '.repeat(300))
    session = await startSession({ userData })
    const main = await session.window('main')
    await expect(main.getByRole('alert')).toContainText('cannot be read')
    await takePictures(main, 'problem-unreadable')
    await expect(main.getByRole('button', { name: 'Close Session Companion' })).toBeFocused()
  })
})
