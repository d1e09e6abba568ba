import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { dropFile } from '../support/drop-file.ts'
import { setUpSchool, tryExampleSchool } from '../support/journey.ts'
import { appEnvironment } from '../support/runtime/app-environment.ts'
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

async function openImport(): Promise<Page> {
  session = await startSession({ userData })
  return setUpSchool(session, 'Ms J Reid', 'Crofton Junior School')
}

/** A class list as large as is read, so that there is time to look at its reader. */
function writeLargeList(): string {
  const path = join(userData, 'large.csv')
  const rows = Array.from({ length: 19_000 }, (_, at) => `Pupil${at},Example${at},5C,${'x'.repeat(900)}`)
  writeFileSync(path, ['Forename,Surname,Class,Remarks', ...rows].join('\n'))
  return path
}

/** The process the app reads a file in; undefined while there is none. */
const readerPid = (): Promise<number | undefined> =>
  session.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Session Companion file reader')?.pid,
  )

/** Chooses a large list and holds its reader still once it is reading. */
async function holdReader(main: Page): Promise<number> {
  await session.chooses(writeLargeList())
  await main.getByRole('button', { name: /^Choose (a|another) file/ }).click()
  await main.getByText(/^(Opening the file|Reading what is in it)/).waitFor({ state: 'attached' })
  const pid = await readerPid()
  if (pid === undefined) throw new Error('The reader was done before it could be held.')
  process.kill(pid, 'SIGSTOP')
  return pid
}

test('a file is read in a process of its own, which can be stopped, and whose end is not the app’s', async () => {
  const main = await openImport()

  const stopped = await holdReader(main)
  await takePictures(main, 'import-reading')
  await main.getByRole('button', { name: 'Stop reading' }).click()
  await expect(main.getByText('You see what would change before anything is written.')).toBeVisible()
  process.kill(stopped, 'SIGCONT')
  await expect.poll(readerPid).toBeUndefined()

  const killed = await holdReader(main)
  process.kill(killed, 'SIGKILL')
  await expect(main.getByRole('alert')).toContainText(/could not be read to its end\. Nothing was changed/)

  const list = join(userData, '5c.csv')
  writeFileSync(list, 'Forename,Surname,Class\nAda,Lovelace,5C\nAlan,Turing,5C\n')
  await session.chooses(list)
  await main.getByRole('button', { name: 'Choose another file' }).click()
  await expect(main.getByRole('button', { name: /^Import 2 pupils/ })).toBeVisible()
  await expect.poll(readerPid).toBeUndefined()
})

const fixture = (name: string) => readFileSync(join(projectRoot, 'test/fixtures', name))

test('a file dropped or a table pasted on any page leads to where it belongs', async () => {
  session = await startSession({ userData })
  const main = await tryExampleSchool(session)

  await dropFile(main, '5c.csv', Buffer.from('Forename,Surname,Class\nAda,Lovelace,5C\n'), false)
  await expect(main.getByText('Drop it here')).toBeVisible()
  await takePictures(main, 'drop-here')
  await dropFile(main, '5c.csv', Buffer.from('Forename,Surname,Class\nAda,Lovelace,5C\n'))
  await expect(main.getByText('Drop it here')).toBeHidden()
  await expect(main.getByRole('heading', { name: 'Import a class list' })).toBeVisible()
  await expect(main.getByRole('button', { name: /^Import 1 pupil/ })).toBeVisible()

  await dropFile(main, 'lessons.ics', fixture('calendars/google-weekly.ics'))
  await expect(main.getByRole('heading', { name: 'Import a calendar' })).toBeVisible()
  await expect(main.getByText('Check what would change. Nothing is written yet.')).toBeVisible()

  await dropFile(main, 'photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  await expect(main.getByRole('alert')).toContainText('File: photo.png')
  await expect(main.getByRole('alert')).toContainText('Nothing was changed')
  await takePictures(main, 'drop-refused')
  await main.getByRole('button', { name: 'Close' }).click()
  await expect(main.getByRole('alert')).toBeHidden()

  await session.app.evaluate(({ clipboard }) =>
    clipboard.writeText('Forename\tSurname\tClass\nGrace\tHopper\t6A\nAda\tLovelace\t6A'),
  )
  await main.getByRole('link', { name: 'Classes', exact: true }).click()
  await main.getByRole('heading', { name: 'Classes' }).waitFor()
  await main.keyboard.press('Control+v')
  await expect(main.getByRole('button', { name: /^Import 2 pupils/ })).toBeVisible()
})

/** A second start with a file, as by a double click; it ends by itself, having handed its words to the first. */
async function startAgain(file: string): Promise<void> {
  const { executable, argumentsBeforeApp } = await provideElectron()
  const env = appEnvironment({ DISPLAY: await session.app.evaluate(() => process.env['DISPLAY'] ?? '') })
  const words = [...argumentsBeforeApp, `--user-data-dir=${userData}`, projectRoot, file]
  await once(spawn(executable, words, { env, stdio: 'ignore' }), 'exit')
}

test('the app’s own lesson file opens the app, or the one that is open, at joining', async () => {
  const file = join(userData, 'Maths.lesson')
  const header = { format: 'session-companion-lesson', version: 1 }
  writeFileSync(file, `${JSON.stringify(header)}\nsealed`)
  const first = await startSession({ userData })
  session = first
  const main = await tryExampleSchool(first)
  await startAgain(file)
  await expect(main.getByRole('heading', { name: 'Join a lesson' })).toBeVisible()
  await expect(main.getByText(file)).toBeVisible()
  await first.app.close()

  session = await startSession({ userData, extraArgs: [file] })
  const again = await session.window('main')
  await expect(again.getByRole('heading', { name: 'Join a lesson' })).toBeVisible()
})
