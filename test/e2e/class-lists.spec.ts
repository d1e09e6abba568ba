import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { setUpSchool } from '../support/journey.ts'
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

test('a workbook comes in, its columns are put right, and the next list shows who has left', async () => {
  session = await startSession({ userData })
  const main = await setUpSchool(session, 'Ms J Reid', 'Crofton Junior School')
  const fixtures = join(projectRoot, 'test/fixtures/class-lists')

  await session.chooses(join(fixtures, 'xlsx_table-at-c5_notes-beside.xlsx'))
  await main.getByRole('button', { name: 'Choose a file' }).click()
  await expect(main.getByRole('button', { name: /^Import 4 pupils/ })).toBeVisible()
  await main.getByRole('combobox', { name: 'What Known As means' }).selectOption('Not used')
  await expect(main.getByText('Amelia Clarke')).toBeVisible()
  await expect(main.getByText('As you said for files with these headings.')).toBeVisible()
  await takePictures(main, 'import-columns')
  await main.getByRole('button', { name: /^Import 4 pupils/ }).click()
  await expect(main.getByText('4 new.')).toBeVisible()

  const odd = join(userData, 'odd.csv')
  writeFileSync(odd, 'Fam,Giv,Class\nPatel,Aarav,5C\nKhan,Aisha,5C\nWright,Ethan,5C\n')
  await session.chooses(odd)
  await main.evaluate(() => {
    location.hash = '#/classes'
  })
  await main.getByRole('link', { name: 'Import a class list' }).first().click()
  await main.getByRole('button', { name: 'Choose a file' }).click()
  await main.getByRole('combobox', { name: 'What Fam means' }).selectOption('Legal surname')
  await takePictures(main, 'import-unnamed')
  await main.getByRole('combobox', { name: 'What Giv means' }).selectOption('Legal forename')
  await expect(main.getByRole('list', { name: 'Here, but not in the file' })).toContainText('Amelia Clarke')
  await main.getByRole('checkbox', { name: /^They have left/ }).check()
  await takePictures(main, 'import-left')
  await main.getByRole('button', { name: /^Import 3 pupils/ }).click()
  await expect(main.getByText('1 new, 2 left, 2 unchanged.')).toBeVisible()
})

/** Drops what stands at a path, as the system's file manager would: a page can make no folder by itself. */
async function dropPath(main: Page, path: string): Promise<void> {
  const devtools = await main.context().newCDPSession(main)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data })
}

/** Pastes as a spreadsheet does: its cells as text, and a picture of them. */
const paste = (main: Page, text: string): Promise<void> =>
  main.evaluate((cells) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', cells)
    clipboardData.items.add(new File(['picture'], 'image.png', { type: 'image/png' }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)

test('a folder of a OneRoster export is chosen or dropped, and a table is pasted from a spreadsheet', async () => {
  session = await startSession({ userData })
  const main = await setUpSchool(session, 'Ms J Reid', 'Crofton Junior School')
  const folder = join(projectRoot, 'test/fixtures/oneroster/oneroster-1.1')

  await takePictures(main, 'import-start')
  await session.chooses(folder)
  await main.getByRole('button', { name: 'Choose a OneRoster folder' }).click()
  await expect(main.getByRole('heading', { name: 'oneroster-1.1' })).toBeVisible()
  await main.getByRole('button', { name: 'Cancel' }).click()

  await dropPath(main, folder)
  await expect(main.getByRole('heading', { name: 'oneroster-1.1' })).toBeVisible()
  await takePictures(main, 'import-dropped-folder')
  await main.getByRole('button', { name: 'Cancel' }).click()
  await dropPath(main, join(projectRoot, 'test/fixtures/reports'))
  await expect(main.getByRole('alert')).toContainText('This is a folder without a OneRoster export in it.')
  await takePictures(main, 'import-wrong-folder')
  await main.getByRole('button', { name: 'Close' }).click()

  await session.chooses(join(projectRoot, 'test/fixtures/class-lists/5c-30-pupils.csv'))
  await main.getByRole('button', { name: 'Choose a file' }).click()
  await expect(main.getByRole('button', { name: /^Import 30 pupils/ })).toBeVisible()
  await takePictures(main, 'import-30-pupils')
  await main.getByRole('button', { name: /^Import 30 pupils/ }).click()
  await expect(main.getByText('30 new.')).toBeVisible()
  await takePictures(main, 'import-done')

  const header = 'Forename\tSurname\tClass\tSEN'
  await paste(main, `${header}\nAmelia\tClarke\t5C\t\nZoé\tNewcomer-Featherstonehaugh\t5C\tK\n`)
  await expect(main.getByRole('heading', { name: 'Pasted table' })).toBeVisible()
  await expect(main.getByText('Zoé Newcomer-Featherstonehaugh')).toBeVisible()
  await expect(main.getByRole('checkbox', { name: /^They have left/ })).toBeInViewport()
  await takePictures(main, 'import-pasted')
})
