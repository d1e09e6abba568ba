import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answerChecks, finishDay, startLesson, tile, tryExampleSchool } from '../support/journey.ts'
import { pagesOf } from '../support/pdf.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

test.describe.configure({ mode: 'serial' })

/** Sets the panel's height, as on a screen of that height, and says how much of the thirty tiles is out of sight, px. */
async function hiddenAtHeight(session: Session, live: Page, height: number): Promise<number> {
  await session.app.evaluate(({ BrowserWindow }, wanted) => {
    const panel = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('/live/'))
    panel?.setContentSize(352, wanted)
  }, height)
  await expect.poll(() => live.evaluate(() => window.innerHeight)).toBe(height)
  const pupils = live.getByRole('region', { name: 'Pupils' })
  return pupils.evaluate((element) => element.scrollHeight - element.clientHeight)
}

/** One lesson of the example school in which everything that can be marked is. */
test.describe('marks, the ladder, incidents and notes', () => {
  const userData = makeUserData()
  const office = join(userData, 'office')
  let session: Session
  let live: Page

  test.beforeAll(async () => {
    mkdirSync(office)
    session = await startSession({ userData })
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  const mark = async (name: string, label: string) => {
    await tile(live, name).click()
    await live.getByRole('region', { name: 'Marks' }).getByRole('button', { name: label }).click()
  }
  const isShown = (name: string, words: string) =>
    expect(tile(live, name)).toHaveAttribute('aria-label', new RegExp(words))

  test('a camera agreed on is off by agreement from admission', async () => {
    const main = await tryExampleSchool(session)
    await main.getByRole('link', { name: 'Classes', exact: true }).click()
    await main.getByRole('link', { name: /^5C/ }).click()
    await main.getByRole('link', { name: /^Dylan/ }).click()
    const form = main.getByRole('form', { name: 'Camera' })
    await form.getByRole('checkbox').check()
    await form.getByLabel('Why').fill('A carer is in view')
    await form.getByLabel('Agreed by').fill('Mrs L Osei, with his mother')
    await form.getByLabel(/^Last day/).fill('2021-02-12')
    await form.getByRole('button', { name: 'Save camera' }).click()
    await expect(form.getByText(/^May be off until 12 February 2021/)).toBeVisible()
    await form.scrollIntoViewIfNeeded()
    await takePictures(main, 'pupil-camera')

    await main.getByRole('link', { name: 'Today' }).click()
    await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
    const checklist = await session.window('checklist')
    await answerChecks(checklist, 2)
    await checklist.keyboard.press('Control+a')
    await expect(checklist.getByText('30 of 30 waiting')).toBeVisible()
    await checklist.keyboard.press('Enter')
    live = await startLesson(session, checklist)
    await isShown('Dylan', 'camera off by agreement')
    await isShown('Freya', '^Freya, 0 points, not yet noticed$')
  })

  test('each mark is made by mouse, and thirty pupils stay in view', async () => {
    await mark('Freya', 'Contributed')
    await mark('Freya', 'Camera off')
    await mark('Freya', 'Mute')
    await mark('Freya', 'Right name')
    await mark('Freya', 'Kit missing')
    await live.getByRole('textbox', { name: 'What is missing' }).fill('ruler')
    await live.getByRole('button', { name: 'Say it' }).click()
    await mark('Freya', 'Task done')
    await mark('Freya', 'Attitude')
    await live.getByRole('region', { name: 'Attitude: Freya' }).getByRole('button', { name: 'Good' }).click()
    await isShown('Freya', '1 contribution, camera off, equipment missing, task done')
    await mark('George', 'Left')
    await isShown('George', 'not in the meeting')
    await mark('George', 'Back')
    await isShown('George', '^George, 0 points, came back, not yet noticed$')
    await mark('Isaac', 'Task done')
    await mark('Isaac', 'Task partly')

    await tile(live, 'Freya').click()
    expect(await hiddenAtHeight(session, live, 1040)).toBeLessThanOrEqual(0)
    await takePictures(live, 'live-marks-1920x1080')
    expect(await hiddenAtHeight(session, live, 768)).toBeLessThanOrEqual(0)
    await takePictures(live, 'live-marks-1366x768')
    await live.getByRole('button', { name: 'Attitude' }).click()
    await takePictures(live, 'live-attitude-1366x768')
    await hiddenAtHeight(session, live, 1040)
    await takePictures(live, 'live-attitude-1920x1080')
    await live.keyboard.press('Escape')
  })

  test('no tile moves away from under the next tap when somebody is chosen', async () => {
    const places = () =>
      live
        .getByRole('region', { name: 'Pupils' })
        .getByRole('button')
        .evaluateAll((tiles) => tiles.map((one) => Math.round(one.getBoundingClientRect().top)))
    await live.keyboard.press('Escape')
    for (const height of [1040, 900, 768, 728]) {
      await hiddenAtHeight(session, live, height)
      const before = await places()
      await tile(live, 'Freya').click()
      await expect(
        live.getByRole('region', { name: 'Marks' }).getByRole('button', { name: 'Note' }),
      ).toBeEnabled()
      expect(await places(), `at ${height} px`).toEqual(before)
      await live.keyboard.press('Escape')
      await expect(tile(live, 'Freya')).toHaveAttribute('aria-pressed', 'false')
    }
  })

  test('each mark is made by key', async () => {
    const byKey = async (letter: string, words: string) => {
      await live.keyboard.type('han')
      await live.keyboard.press(`Shift+${letter}`)
      await isShown('Hana', words)
    }
    await byKey('C', 'camera off')
    await byKey('G', 'camera off by agreement')
    await byKey('E', 'equipment missing')
    await byKey('K', 'task done')
    await live.keyboard.type('han')
    await live.keyboard.press('Shift+H')
    await live.keyboard.press('3')
    await expect(live.getByText('Attitude: Needs focus')).toBeVisible()
    await live.keyboard.type('han')
    await live.keyboard.press('Shift+N')
    await expect(live.getByText('Name put right: Hana')).toBeVisible()
    await live.keyboard.type('han')
    await live.keyboard.press('Shift+M')
    await expect(live.getByText('Reminded to mute: Hana')).toBeVisible()
    await byKey('X', 'not in the meeting')
    await byKey('L', 'came back')
    await byKey('I', 'incident raised')
    await live.keyboard.press('Control+z')
    await expect(tile(live, 'Hana')).not.toHaveAttribute('aria-label', /incident/)
  })

  test('the step that reaches a leader raises an incident by one tap, and one undo takes both back', async () => {
    const step = async () => {
      await live.keyboard.type('lei')
      await live.keyboard.press('9')
    }
    await step()
    await step()
    await expect(live.getByText('Leila: Warning (2 of 4)')).toBeVisible()
    await step()
    await step()
    await expect(live.getByText('Leila: Senior leader (4 of 4), incident raised')).toBeVisible()
    await isShown('Leila', 'Senior leader \\(4 of 4\\), incident raised')
    await takePictures(live, 'live-ladder-1920x1080')
    await live.keyboard.press('Control+z')
    await isShown('Leila', '^Leila, 0 points, Time out \\(3 of 4\\)$')
    await step()
    await mark('Isaac', 'Incident')
    await isShown('Isaac', 'incident raised')
  })

  test('notes are kept while the lesson runs', async () => {
    await live.keyboard.press('n')
    await live.keyboard.press('Enter')
    await live.keyboard.type('fr1 Ask how the bar model went')
    await takePictures(live, 'live-note-1920x1080')
    await live.keyboard.press('Enter')
    await expect(live.getByText('Note kept')).toBeVisible()
    await isShown('Freya', '^Freya, 0 points')
    await tile(live, 'Kofi').click()
    await live.getByRole('region', { name: 'Marks' }).getByRole('button', { name: 'Note' }).click()
    await live.getByRole('textbox', { name: 'Note' }).fill('Adds the denominators')
    await hiddenAtHeight(session, live, 768)
    await takePictures(live, 'live-note-1366x768')
    await live.getByRole('button', { name: 'Misconception' }).click()
    await expect(live.getByText('Note kept')).toBeVisible()
  })

  test('are completed at signing off', async () => {
    await live.getByRole('button', { name: 'End', exact: true }).click()
    await live
      .getByRole('alertdialog')
      .getByRole('button', { name: 'End for everyone' })
      .click()
      .catch(() => undefined)
    const main = await session.window('main')
    await main.getByRole('heading', { name: 'Sign off 5C Maths' }).waitFor()
    await expect(main.getByText(/2 incidents not described/)).toBeVisible()
    await takePictures(main, 'sign-off-incidents')
    await main
      .getByRole('textbox', { name: /^What happened: Leila/ })
      .fill('Spoke over others after a time out')
    await main.getByRole('button', { name: /^Make a follow-up: fr1 Ask how/ }).click()
    await expect(main.getByText('Follow-up:')).toBeVisible()
    await expect(main.getByText(/1 incident not described/)).toBeVisible()
    await expect(main.getByText('Equipment missing: ruler · Name put right')).toBeVisible()
    await expect(main.getByRole('combobox', { name: /^Camera of Dylan/ })).toHaveValue('off-by-agreement')
    await main.getByRole('button', { name: /^Accept all/ }).click()
    await main.getByRole('button', { name: /^Sign off as/ }).click()
    await main.getByRole('heading', { name: /^Signed by/ }).waitFor()
    await main.getByRole('link', { name: 'Back to Today' }).click()
    await expect(main.getByText('1 incident is not described yet')).toBeVisible()
  })

  test('reach the office, and come back when the class is next prepared', async () => {
    const main = await session.window('main')
    await finishDay(main)
    await session.chooses(office)
    await main.getByRole('button', { name: 'Choose the folder' }).click()
    await main.getByRole('button', { name: 'Export the day' }).click()
    await expect(main.getByText('One lesson exported to the office')).toBeVisible()
    const folder = join(office, '2021-01-18 Ms J Reid')
    const incidents = readFileSync(join(folder, 'Incidents 2021-01-18.csv'), 'utf8').trim().split(/\r?\n/)
    expect(incidents).toHaveLength(3)
    expect(incidents[1]).toMatch(/Ladder: Senior leader \(4 of 4\).*Leila/)
    expect(incidents[2]).toMatch(/Escalated by an adult.*Isaac/)
    // What happened is for leaders.
    expect(incidents.join('')).not.toMatch(/Time out|Spoke over others/)
    expect(pagesOf(join(folder, 'Lessons 2021-01-18.pdf'))).toHaveLength(1)

    await main.getByRole('link', { name: 'Today', exact: true }).click()
    await main
      .getByRole('link', { name: /^Plan.*5C/ })
      .first()
      .click()
    await expect(main.getByText('Adds the denominators')).toBeVisible()
    await expect(main.getByText('fr1 Ask how the bar model went')).toBeVisible()
  })
})
