import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { exportDay, pointsOf, tapByKeys, tile, tryExampleSchool } from '../support/journey.ts'
import { removeUserData, type Session, startSession, takePictures } from '../support/session.ts'
import { goLive, makeSharedFolder, openFromFolder, shareInFolder } from '../support/two-apps.ts'

test.describe.configure({ mode: 'serial' })

/** Two real apps with a data folder each, and a folder both see. */
test.describe('two adults, one lesson', () => {
  const folder = makeSharedFolder()
  const aside = `${folder}-away`
  let teacher: Session
  let second: Session
  let main: Page
  let live: Page
  let other: Page

  test.beforeAll(async () => {
    teacher = await startSession()
    second = await startSession()
  })
  test.afterAll(async () => {
    await teacher.app.close()
    await second.app.close()
    for (const session of [teacher, second]) removeUserData(session.userData)
    for (const one of [folder, aside]) rmSync(one, { recursive: true, force: true })
  })

  /** Both panels show these points of a pupil, without anybody doing anything. */
  const bothShow = async (label: string, points: number) => {
    for (const panel of [live, other]) await expect.poll(() => pointsOf(panel, label)).toBe(points)
  }
  /** What is worth how many points is the school's: read from the panel. */
  const tapWorth = async (panel: Page, name: string, label: string, key: string): Promise<number> => {
    const before = await pointsOf(panel, label)
    await tapByKeys(panel, name, key)
    await expect.poll(() => pointsOf(panel, label)).not.toBe(before)
    return (await pointsOf(panel, label)) - before
  }

  test('the teacher shares, the second adult joins with the code', async () => {
    test.slow()
    main = await tryExampleSchool(teacher)
    live = await goLive(teacher, main)
    const code = await shareInFolder(teacher, live, folder)
    await takePictures(live, 'live-share')
    await live.getByRole('button', { name: 'Done', exact: true }).click()

    const joining = await openFromFolder(second, { name: 'Mrs T Okafor', folder, code: 'aaaa-aaaa-aaaa' })
    await expect(joining.getByText(/code does not open this file/)).toBeVisible()
    await takePictures(joining, 'join-wrong-code')
    await joining.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '))
    await joining.getByRole('button', { name: 'Open the lesson' }).click()
    await expect(joining.getByLabel('Who are you?')).toBeVisible()
    await takePictures(joining, 'join-who')
    await expect(joining.getByLabel('Who are you?').locator('option:checked')).toHaveText('Mrs T Okafor')
    await joining.getByRole('button', { name: 'Join and open the panel' }).click()
    other = await second.window('live')
    await expect(tile(other, 'Freya')).toBeVisible()
    const today = await second.window('main')
    await expect(today.getByRole('heading', { name: 'With a colleague' })).toBeVisible()
    await takePictures(today, 'today-with-a-colleague')
    await expect(live.getByRole('button', { name: /Mrs T Okafor’s computer: \d+ s ago/ })).toBeVisible()
    await takePictures(live, 'live-shared')
    await takePictures(other, 'live-joined')
  })

  test('taps on either reach both, and so does an undo', async () => {
    const first = await tapWorth(live, 'fre', 'Freya', '1')
    await bothShow('Freya', first)
    const more = await tapWorth(other, 'fre', 'Freya', '5')
    await bothShow('Freya', first + more)
    await other.keyboard.press('Control+z')
    await bothShow('Freya', first)
    await live.keyboard.press('Control+z')
    await bothShow('Freya', 0)
    await bothShow('Zoe', await tapWorth(live, 'zoe', 'Zoe', '1'))
  })

  test('a folder that vanishes stops nobody, and is seen; back again, nothing is missing', async () => {
    renameSync(folder, aside)
    const freya = await tapWorth(live, 'fre', 'Freya', '1')
    const omar = await tapWorth(other, 'oma', 'Omar', '2')
    await expect(
      live.getByRole('button', { name: /Waiting for the shared folder: 1 entry not sent/ }),
    ).toBeVisible()
    await expect(other.getByRole('button', { name: /Waiting for the shared folder/ })).toBeVisible()
    await expect(live.getByText(/· saved/)).toBeVisible()
    await takePictures(live, 'live-folder-away')
    expect(await pointsOf(other, 'Freya')).toBe(0)
    renameSync(aside, folder)
    await bothShow('Freya', freya)
    await bothShow('Omar', omar)
    await expect(live.getByRole('button', { name: /Mrs T Okafor’s computer/ })).toBeVisible()
  })

  test('half a file is left alone and said', async () => {
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.lesson'))
    const copy = join(folder, name.replace('.lesson', ' (copy).lesson'))
    writeFileSync(copy, readFileSync(join(folder, name)).subarray(0, 900))
    await expect(live.getByRole('button', { name: 'A file is not whole yet' })).toBeVisible()
    const amara = await tapWorth(other, 'ama', 'Amara', '1')
    await bothShow('Amara', amara)
    rmSync(copy)
    await expect(live.getByRole('button', { name: /Mrs T Okafor’s computer/ })).toBeVisible()
  })

  test('ending by the second adult ends both, the teacher signs, totals are the same in the export', async () => {
    test.slow()
    const labels = ['Freya', 'Omar', 'Amara', 'Zoe']
    const shown = await Promise.all(labels.map((label) => pointsOf(live, label)))
    expect(await Promise.all(labels.map((label) => pointsOf(other, label)))).toEqual(shown)
    await other.getByRole('button', { name: 'End', exact: true }).click()
    await other
      .getByRole('alertdialog')
      .getByRole('button', { name: 'End for everyone' })
      .click()
      .catch(() => undefined)
    await expect(live.getByText(/This lesson has ended/)).toBeVisible()
    const today = await second.window('main')
    await expect(today.getByRole('article', { name: /with Ms J Reid/ })).toContainText('Ended')

    await live
      .getByRole('button', { name: 'Sign off' })
      .click()
      .catch(() => undefined)
    await main.getByRole('button', { name: /Accept all/ }).click()
    await main.getByRole('button', { name: /^Sign off as/ }).click()
    await expect(main.getByRole('heading', { name: /Signed by/ })).toBeVisible()
    const office = join(teacher.userData, 'office')
    mkdirSync(office)
    await teacher.chooses(office)
    await main.getByRole('link', { name: 'Settings' }).click()
    await main.getByRole('button', { name: 'Choose the folder', exact: true }).click()
    await expect(main.getByText(office)).toBeVisible()
    await main.getByRole('link', { name: 'Today' }).click()
    await exportDay(main)
    await expect(main.getByText(/exported to the office/)).toBeVisible()
    const [day = ''] = readdirSync(office)
    const csv = readFileSync(join(office, day, 'Points and rewards 2021-01-18.csv'), 'utf8')
    const [header = '', ...rows] = csv.split('\r\n')
    const at = header.split(',').indexOf('Points')
    const exported = labels.map((label) => Number(rows.find((row) => row.includes(label))?.split(',')[at]))
    expect(exported).toEqual(shown)
  })

  test('the second computer lets go of the lesson, and of every name', async () => {
    const today = await second.window('main')
    await today.getByRole('button', { name: /^Remove from this computer/ }).click()
    await takePictures(today, 'today-remove-joined')
    await today.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await expect(today.getByRole('heading', { name: 'With a colleague' })).toHaveCount(0)
    expect(existsSync(join(second.userData, 'records', 'school.sqlite'))).toBe(true)
  })
})
