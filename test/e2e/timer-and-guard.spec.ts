import { expect, type Page, test } from '@playwright/test'
import { answerChecks, startLesson, tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

let userData: string
let session: Session
let live: Page

test.beforeEach(async () => {
  userData = makeUserData()
  session = await startSession({ userData })
  live = await goLive(session)
})
test.afterEach(async () => {
  await session.app.close().catch(() => undefined)
  removeUserData(userData)
})

/** The first lesson of the example school, live, with a second adult and everybody in who was waiting. */
async function goLive(one: Session): Promise<Page> {
  const main = await tryExampleSchool(one)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await one.window('checklist')
  await answerChecks(checklist, 1)
  await checklist.keyboard.press('Control+a')
  await checklist.keyboard.press('Enter')
  const panel = await startLesson(one, checklist)
  await panel.setViewportSize({ width: 352, height: 1040 })
  return panel
}

const timer = (page: Page) => page.getByRole('region', { name: 'Timer' })
const popover = (page: Page) => page.getByRole('region', { name: 'Start a timer' })

/** The computer's clock is put forward or back, as a person or a time server would. */
const changeClock = (byMs: number) =>
  session.app.evaluate((_electron, by) => {
    const before = Date.now
    Date.now = () => before() + by
  }, byMs)

const tellPower = (event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen', sleptMs = 0) =>
  session.app.evaluate(
    ({ powerMonitor }, { name, by }) => {
      const before = Date.now
      Date.now = () => before() + by
      powerMonitor.emit(name)
    },
    { name: event, by: sleptMs },
  )

/** The timer as the panel shows it, asked of the window itself: the driver loses a page that crashes. */
const timerOfCrashed = () =>
  session.app.evaluate(async ({ BrowserWindow }) => {
    const panel = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('#/live/'))
    if (!panel || panel.webContents.isCrashed()) return ''
    const read = `document.querySelector('[aria-label="Timer"][class*="line"]')?.textContent ?? ''`
    // A page that goes away while it is asked never answers.
    const noAnswer = new Promise<string>((resolve) => setTimeout(() => resolve(''), 500))
    return Promise.race([panel.webContents.executeJavaScript(read) as Promise<string>, noAnswer])
  })

/** Opens the timer by its key: T may begin a name here, and then waits for a pause. */
async function openTimer(): Promise<void> {
  await live.keyboard.press('t')
  await popover(live).waitFor()
}

test('a phase runs by key and by mouse, and outlives a crash of the window and of the app', async () => {
  await openTimer()
  await takePictures(live, 'timer-popover')
  await live.keyboard.press('1')
  await expect(timer(live)).toContainText(/\d\d:\d\d left/)
  const phase = (await timer(live).getByRole('button').first().textContent())?.replace(/\d.*/, '') ?? ''
  await takePictures(live, 'timer-running')

  await timer(live).getByRole('button').first().click()
  await popover(live).getByRole('button', { name: '10 min' }).click()
  await expect(timer(live)).toContainText(/Timer(10:00|09:5\d) left/)

  await openTimer()
  await live.keyboard.press('1')
  await expect(timer(live)).toContainText(phase)
  await expect(live.getByText(/· saved/)).toBeVisible()
  await session.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(timerOfCrashed).toContain(phase)
  await session.kill()
  session = await startSession({ userData, clock: '2021-01-18T09:50:00Z' })
  const main = await session.window('main')
  await main.getByRole('button', { name: /^Back to the lesson/ }).click()
  live = await session.window('live')
  await live.setViewportSize({ width: 352, height: 1040 })
  await expect(timer(live)).toContainText(`${phase} is over`)
  await takePictures(live, 'timer-over')
  await timer(live)
    .getByRole('button', { name: /^Next: / })
    .click()
  await expect(timer(live)).toContainText(/\d\d:\d\d left/)
  await timer(live).getByRole('button', { name: 'Stop the timer' }).click()
  await expect(timer(live)).toHaveCount(0)
})

test('the picker gives everybody in a turn, then begins a new round', async () => {
  const pick = live.getByRole('button', { name: 'Pick a pupil' })
  const name = live.locator('strong', { hasText: /’s turn$/ })
  const inMeeting = await live
    .getByRole('region', { name: 'Pupils' })
    .getByRole('button', { name: /^(?!.*not in the meeting)/ })
    .count()
  expect(inMeeting).toBeGreaterThan(20)
  const turns: string[] = []
  for (let turn = 0; turn < inMeeting; turn += 1) {
    if (turn === 0) await live.keyboard.press('r')
    else await pick.click()
    const rest = inMeeting - 1 - turn
    await expect(
      live.getByText(rest === 0 ? 'last of the round' : `${rest} left`, { exact: true }),
    ).toBeVisible()
    turns.push((await name.textContent()) ?? '')
  }
  expect(new Set(turns).size).toBe(inMeeting)
  await pick.click()
  await expect(live.getByText(`Round 2, ${inMeeting - 1} left`)).toBeVisible()
  await takePictures(live, 'picker')
  const label = ((await name.textContent()) ?? '').replace('’s turn', '')
  await live.keyboard.press('0')
  await expect(live.getByRole('button', { name: new RegExp(`^${label},.*1 contribution`) })).toBeVisible()
  await pick.click()
  const passed = (await name.textContent()) ?? ''
  await live.getByRole('button', { name: 'Not now' }).click()
  await expect(name).not.toHaveText(passed)
})

test('the guard: the second adult gone, then one pupil left, each with its two actions', async () => {
  await live.getByRole('button', { name: '2 adults' }).click()
  await live.getByRole('button', { name: /has left/ }).click()
  const alert = live.getByRole('alert')
  await expect(alert).toContainText('The second adult has gone.')
  await takePictures(live, 'guard-second-adult-gone')
  await live.emulateMedia({ forcedColors: 'active' })
  await takePictures(live, 'guard-high-contrast')
  await live.emulateMedia({ forcedColors: null })
  await live.keyboard.press('F1')
  const sheet = live.getByRole('dialog')
  const over = sheet.getByRole('button', { name: 'Second adult is back' })
  await expect(over).toBeVisible()
  await takePictures(live, 'guard-over-dialog')
  await over.click()
  await expect(live.getByRole('button', { name: '2 adults' })).toBeAttached()
  await expect(live.getByText('The second adult has gone.')).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Close' }).click()

  await live.getByRole('button', { name: '2 adults' }).click()
  await live.getByRole('button', { name: /has left/ }).click()
  await live.getByRole('button', { name: 'Whole class' }).click()
  await live.getByRole('button', { name: /^Freya,/ }).click()
  await live.keyboard.press('Shift+X')
  await expect(live.getByRole('alert')).toContainText('One adult, one pupil.')
  await takePictures(live, 'guard-one-pupil')
  await live.getByRole('alert').getByRole('button', { name: 'End for everyone' }).click()
  await takePictures(live, 'guard-ending')
  await live.getByRole('button', { name: 'End for everyone' }).click()
  await expect((await session.window('main')).getByRole('heading', { name: /5C Maths/ })).toBeVisible()
})

test('a clock that is put forward and back moves nothing in the lesson and is told plainly', async () => {
  await openTimer()
  await live.getByLabel('Minutes, 1 to 60').fill('30')
  await live.keyboard.press('Enter')
  await expect(timer(live)).toContainText(/(30:00|29:5\d) left/)
  for (const [by, word] of [
    [3_600_000, 'put forward'],
    [-7_200_000, 'put back'],
  ] as const) {
    await changeClock(by)
    await expect(live.getByText(new RegExp(`clock was ${word} by \\d hours?$`))).toBeVisible()
    await expect(timer(live)).toContainText(/(30:00|29:\d\d) left/)
  }
  await takePictures(live, 'clock-changed')
  await live.keyboard.type('fr')
  await live.keyboard.press('Shift+L')
  await expect(live.getByText(/· saved/)).toBeVisible()
  await expect(live.getByText('That was not recorded')).toHaveCount(0)
  await live.getByRole('button', { name: 'Seen' }).click()
  await expect(live.getByText(/clock was put back/)).toHaveCount(0)
})

test('ten minutes asleep, and a locked screen, pause the display and never the clock', async () => {
  await openTimer()
  await live.getByLabel('Minutes, 1 to 60').fill('30')
  await live.keyboard.press('Enter')
  await expect(timer(live)).toContainText(/(30:00|29:5\d) left/)
  await tellPower('suspend')
  await expect(timer(live)).toContainText('paused while asleep')
  await tellPower('resume', 600_000)
  await expect(timer(live)).toContainText(/(20:00|19:\d\d) left/)
  await expect(live.getByText('The computer slept for 10 minutes')).toBeVisible()
  await takePictures(live, 'woken-up')
  await live.getByRole('button', { name: 'Seen' }).click()

  await tellPower('lock-screen')
  await expect(timer(live)).toContainText('paused while the screen is locked')
  await takePictures(live, 'timer-paused')
  await tellPower('unlock-screen')
  await expect(timer(live)).toContainText(/(20:00|19:\d\d) left/)
})
