import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { setUpSchool } from '../support/journey.ts'
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
