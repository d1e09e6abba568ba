import { writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { passOver, setUpSchool, tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

test.describe.configure({ mode: 'serial' })

const computer = hostname()
const { username } = userInfo()
const question = (checklist: Page) => checklist.getByRole('heading', { level: 1 })
const row = (checklist: Page, name: string) =>
  checklist
    .getByRole('navigation', { name: 'All checks' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
const goTo = (main: Page, page: string) => main.getByRole('link', { name: page, exact: true }).click()

/** Starts a lesson on the spot, up to its first check. */
async function prepare(session: Session, subject: string): Promise<Page> {
  const main = await session.window('main')
  await goTo(main, 'Today')
  await main.getByRole('link', { name: 'Start a lesson' }).first().click()
  await main.getByLabel('Subject').fill(subject)
  await main.getByLabel('Learning intention').fill('Fractions of amounts')
  await main.getByLabel('Why is it outside').fill('Moved from yesterday')
  await main.getByRole('button', { name: 'Start with the checks' }).click()
  const checklist = await session.window('checklist')
  await expect(checklist.getByText(`5C ${subject}`)).toBeVisible()
  return checklist
}

async function addTraining(main: Page, topic: string, expires: string): Promise<void> {
  const form = main.getByRole('form', { name: /^Add a training of/ })
  await form.getByLabel('Training').selectOption({ label: topic })
  await form.getByLabel('Taken on').fill('2020-01-06')
  await form.getByLabel('Counts until').fill(expires)
  await form.getByRole('button', { name: 'Add the training' }).click()
  await expect(
    main
      .getByRole('table')
      .getByRole('row', { name: new RegExp(`^${topic}`) })
      .first(),
  ).toBeVisible()
}

/** A teacher whose training ran out, at a computer the school does not know yet (head.training, staff.conduct, staff.school-device). */
test.describe('what staff must have in order', () => {
  const userData = makeUserData()
  let session: Session
  let checklist: Page

  test.beforeAll(async () => {
    session = await startSession({ userData })
    const main = await setUpSchool(session, 'Ms J Reid', 'Crofton Junior School')
    const file = join(userData, 'class.csv')
    writeFileSync(file, 'Forename,Surname,Class\nAda,Lovelace,5C\nAlan,Turing,5C\n')
    await session.chooses(file)
    await main.getByRole('button', { name: 'Choose a file' }).click()
    await main.getByRole('button', { name: 'Import 2 pupils' }).click()
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  test('a computer that is not on the school’s list is a mismatch, until it is added', async () => {
    const main = await session.window('main')
    await goTo(main, 'Settings')
    await main.getByLabel('Names of the computers').fill('CJS-900')
    await main.getByRole('button', { name: 'Save the devices' }).click()
    await expect(main.getByText('Saved', { exact: true })).toBeVisible()
    await takePictures(main, 'settings-devices')
    checklist = await prepare(session, 'Maths')
    await expect(row(checklist, 'School laptop')).toContainText(`${computer} is not on the school’s list`)
    await expect(checklist.getByRole('button', { name: 'Yes, my own profile' })).toBeHidden()
    await takePictures(checklist, 'check-device-mismatch')

    await main.getByRole('link', { name: 'Settings' }).click()
    await main.getByRole('button', { name: 'Add this computer' }).click()
    await expect(row(checklist, 'School laptop')).toContainText(`signed in as ${username}: is that you?`)
    await checklist.getByRole('button', { name: 'Yes, my own profile' }).waitFor()
    await checklist.keyboard.press('Enter')
    await expect(row(checklist, 'School laptop')).toContainText(`${computer}, your own profile`)
  })

  test('overdue training is not ticked, says which, and is passed over with a reason only', async () => {
    const main = await session.window('main')
    await row(checklist, 'Training in date').click()
    await expect(row(checklist, 'Training in date')).toContainText('Online safety: not recorded')
    await checklist.keyboard.press('n')
    await checklist.keyboard.press('Enter')
    await expect(checklist.getByText('Say why in a few words, then press Enter.')).toBeVisible()
    await checklist.keyboard.press('Escape')
    await passOver(checklist, 'The course is on Friday')
    await expect(row(checklist, 'Training in date')).toContainText('Not applicable: The course is on Friday')
    await row(checklist, 'Training in date').click()
    await checklist.getByRole('button', { name: 'Not answered after all' }).click()

    await checklist.getByRole('button', { name: 'Open the staff page' }).click()
    await expect(main.getByRole('heading', { name: 'Staff', level: 1 })).toBeVisible()
    await main.getByRole('button', { name: /^Ms J Reid/ }).click()
    await addTraining(main, 'Online safety', '2021-01-03')
    await expect(row(checklist, 'Training in date')).toContainText(
      'Online safety: overdue since 3 January 2021',
    )
    await takePictures(main, 'staff-training-overdue')
    await takePictures(checklist, 'check-training-overdue')
  })

  test('training is ticked by the app as soon as it is in date', async () => {
    const main = await session.window('main')
    await addTraining(main, 'Video platform', '2022-01-05')
    await addTraining(main, 'Safeguarding', '')
    await addTraining(main, 'Online safety', '2022-01-05')
    await expect(row(checklist, 'Training in date')).toContainText('All in date')
    await expect(checklist.getByText(/^Seen at .*: All in date/)).toBeVisible()
    await expect(main.getByRole('button', { name: /^Ms J Reid/ })).toContainText('Training in date')
  })

  test('the code of conduct is read and acknowledged once in the term', async () => {
    await row(checklist, 'Code of conduct').click()
    await expect(
      checklist.getByRole('region', { name: 'Code of conduct' }).getByRole('listitem'),
    ).toHaveCount(4)
    await takePictures(checklist, 'check-conduct')
    await checklist.keyboard.press('Enter')
    await expect(row(checklist, 'Code of conduct')).toContainText('Acknowledged, Spring term 2021')
    const next = await prepare(session, 'Reading')
    await expect(row(next, 'Code of conduct')).toContainText('Acknowledged, Spring term 2021')
    await expect(row(next, 'Training in date')).toContainText('All in date')
    checklist = next
  })

  test('the account of a colleague is not one’s own', async () => {
    const main = await session.window('main')
    await goTo(main, 'Settings')
    await main.getByLabel('Your name').fill('Mr T Bellweather-Featherstonehaugh')
    await main.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(main.getByText('Saved', { exact: true })).toBeVisible()
    const other = await prepare(session, 'Science')
    await expect(question(other)).toHaveText('Is this a school laptop?')
    await other.getByRole('button', { name: 'Yes, my own profile' }).waitFor()
    await other.keyboard.press('Enter')
    await expect(other.getByRole('alert')).toContainText(`${username} is the own profile of Ms J Reid.`)
    await takePictures(other, 'check-account-of-another')
    await passOver(other, 'Cover, agreed with the office')
    await expect(row(other, 'School laptop')).toContainText('Not applicable: Cover, agreed with the office')
  })

  test('the first leader is named by anyone, and decides from then on', async () => {
    const main = await session.window('main')
    await goTo(main, 'Staff')
    await expect(main.getByText('No leader is named yet')).toBeVisible()
    const add = main.getByRole('region', { name: 'Add somebody' })
    await add.getByLabel('Name').fill('Mrs H Ashdown')
    await add.getByLabel('Role').selectOption('Leader')
    await add.getByRole('button', { name: 'Add to the list' }).click()
    await expect(main.getByText('No leader is named yet')).toBeHidden()
    await expect(main.getByRole('region', { name: 'Overdue' })).toBeHidden()
    await takePictures(main, 'staff-list')
    await goTo(main, 'Settings')
    await expect(main.getByText('Only a leader changes this.')).toHaveCount(8)
    await takePictures(main, 'settings-not-a-leader')
    await main.getByLabel('Your name').fill('Mrs H Ashdown')
    await main.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(main.getByText('Only a leader changes this.')).toHaveCount(0)
    await goTo(main, 'Staff')
    await expect(main.getByRole('region', { name: 'Overdue' })).toContainText('Mr T Bellweather')
    await main.getByRole('button', { name: /^Mrs H Ashdown/ }).click()
    await takePictures(main, 'staff-leader')
    const form = main.getByRole('form', { name: 'Name and role of Mrs H Ashdown' })
    await form.getByLabel('Role').selectOption('Teacher')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(main.getByRole('alert')).toContainText('Mrs H Ashdown is the only leader.')
  })
})

test('the planned second adult is waited for, and in with one key', async () => {
  const userData = makeUserData()
  const session = await startSession({ userData })
  const main = await tryExampleSchool(session)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await expect(row(checklist, 'School laptop')).toContainText('your own profile')
  await row(checklist, 'Second adult').click()
  await expect(row(checklist, 'Second adult')).toContainText(/Waiting for M/)
  const planned = checklist.getByRole('radio').first()
  await expect(planned).toBeChecked()
  await takePictures(checklist, 'check-second-adult-planned')
  await checklist.keyboard.press('w')
  await expect(question(checklist)).not.toHaveText('Who is your second adult?')
  await expect(row(checklist, 'Second adult')).toContainText(/Waiting for M/)
  await checklist.getByText('I have a concern').click()
  await expect(checklist.getByText(/^Safeguarding lead: .* Nothing about it is kept here\.$/)).toBeVisible()
  await takePictures(checklist, 'check-concern')
  await row(checklist, 'Second adult').click()
  await planned.waitFor()
  await checklist.keyboard.press('Enter')
  await expect(row(checklist, 'Second adult')).not.toContainText('Waiting for')
  await row(checklist, 'Second adult').click()
  await expect(checklist.getByRole('radio').first()).toBeChecked()
  await expect(checklist.getByText(/, since 09:\d\d/)).toBeVisible()
  await session.app.close()
  removeUserData(userData)
})
