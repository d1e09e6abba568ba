import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
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
