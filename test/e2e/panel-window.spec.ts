import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ownPupils } from '../../shared/domain/example-school/names.ts'
import { answerChecks, startLesson, tapByKeys, tile, tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'
import { projectRoot } from '../support/runtime/project-root.ts'

let userData: string
let session: Session
test.beforeEach(async () => {
  userData = makeUserData()
  session = await startSession({ userData })
})
test.afterEach(async () => {
  await session.app.close()
  removeUserData(userData)
})

async function openLive(): Promise<Page> {
  const main = await tryExampleSchool(session)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await answerChecks(checklist, 1)
  await checklist.keyboard.press('Control+a')
  await checklist.keyboard.press('Enter')
  return startLesson(session, checklist)
}

const boundsOf = () =>
  session.app.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('#/live/'))
    return { bounds: window?.getBounds(), workArea: screen.getPrimaryDisplay().workArea }
  })

async function expectDocked(side: 'left' | 'right', width: number): Promise<void> {
  await expect
    .poll(async () => {
      const { bounds, workArea } = await boundsOf()
      return bounds && { ...bounds, fromRight: workArea.x + workArea.width - bounds.x - bounds.width }
    })
    .toMatchObject({ width, ...(side === 'left' ? { x: 0 } : { fromRight: 0 }) })
}

/** A picture of the window as it is on the screen, zoom and all. */
async function capture(name: string): Promise<void> {
  const png = await session.app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('#/live/'))
    return (await window?.webContents.capturePage())?.toPNG().toString('base64')
  })
  writeFileSync(join(projectRoot, 'pictures', `${name}.png`), Buffer.from(png ?? '', 'base64'))
}

/** Makes the panel's window so large, as a smaller screen would. */
const resize = (width: number, height: number) =>
  session.app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().includes('#/live/'))
        ?.setContentSize(...size),
    [width, height] as const,
  )

const highContrast = async (live: Page, name: string) => {
  await live.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await live.screenshot({ path: join(projectRoot, 'pictures', `${name}-high-contrast.png`) })
  await live.emulateMedia({ forcedColors: null })
}

const picturesOf = async (live: Page, name: string) => {
  await takePictures(live, name)
  await highContrast(live, name)
}

/** One adult and one pupil left. */
async function leaveOneWithOne(live: Page): Promise<void> {
  await live.keyboard.press('a')
  await live.keyboard.press('Enter')
  await live.getByRole('button', { name: /^Freya,/ }).click()
  await live.keyboard.press('Shift+X')
  await live.getByRole('button', { name: '2 adults' }).click()
  await live.getByRole('button', { name: /has left/ }).click()
  await live.getByText('One adult, one pupil').waitFor()
}

test('the panel docks left and right, narrows to a strip, and stands there again after a restart', async () => {
  let live = await openLive()
  await expectDocked('right', 352)
  await live.getByRole('button', { name: 'Window', exact: true }).click()
  await takePictures(live, 'live-window-dialog')
  await live.getByRole('button', { name: 'Left edge' }).click()
  await expectDocked('left', 352)
  await live.getByRole('button', { name: 'Done', exact: true }).click()

  await live.keyboard.press('F2')
  await expectDocked('left', 64)
  await live.getByRole('button', { name: /^Freya,/ }).waitFor()
  await picturesOf(live, 'live-strip-1080')
  // Two gestures from the strip: a pupil, a behaviour; then it is a strip again.
  await live.getByRole('button', { name: /^Freya,/ }).click()
  await expectDocked('left', 352)
  await live.getByRole('button', { name: 'Listening' }).click()
  await expectDocked('left', 64)
  await expect(live.getByRole('button', { name: /^Freya, 1 point/ })).toBeVisible()
  await live.getByRole('button', { name: 'Listening for the whole class' }).click()
  await expect(live.getByRole('button', { name: /^Freya, 2 points/ })).toBeVisible()
  await live.getByRole('button', { name: /^Undo/ }).click()
  await expect(live.getByRole('button', { name: /^Freya, 1 point/ })).toBeVisible()

  await session.app.close()
  session = await startSession({ userData })
  const main = await session.window('main')
  await main
    .getByRole('button', { name: /5C Maths/ })
    .first()
    .click()
  live = await session.window('live')
  await expectDocked('left', 64)
  await live.getByRole('button', { name: 'Full panel' }).click()
  await expectDocked('left', 352)
})

test('the safe view has no pupil in it, in any way, and stays for the lesson', async () => {
  const live = await openLive()
  await tapByKeys(live, 'fr', '1')
  await live.keyboard.type('ge')
  await live.keyboard.press('F4')
  await live.getByRole('heading', { name: 'Safe to share' }).waitFor()
  const expectNoName = async () => {
    const page = await live.evaluate(() => document.documentElement.outerHTML + document.title)
    for (const { forename, surname } of ownPupils) {
      expect(page).not.toMatch(new RegExp(`\\b(${forename}|${surname})\\b`, 'i'))
    }
  }
  await expectNoName()
  expect(await live.title()).toBe('Session Companion')
  await expect(live.getByText('30 of 30')).toBeVisible()
  await live.keyboard.press('1')
  await expectNoName()
  await live.getByRole('button', { name: /^Undo/ }).click()
  await expectNoName()
  await picturesOf(live, 'live-safe-1080')
  await resize(352, 728)
  await takePictures(live, 'live-safe-768')
  await live.keyboard.press('F2')
  await expectDocked('right', 64)
  await expect(live.getByText('30 in')).toBeVisible()
  await expectNoName()
  await picturesOf(live, 'live-safe-strip')
  await live.reload()
  await expect(live.getByText('30 in')).toBeVisible()
  await expectNoName()
  await live.keyboard.press('F4')
  await expect(live.getByRole('button', { name: /^Freya, 1 point/ })).toBeVisible()
})

test('the guard cannot be missed in any view, and brings a minimised panel back', async () => {
  const live = await openLive()
  const window = (act: 'hide' | 'isVisible') =>
    session.app.evaluate(
      ({ BrowserWindow }, name) =>
        BrowserWindow.getAllWindows()
          .find((one) => one.webContents.getURL().includes('#/live/'))
          ?.[name](),
      act,
    )
  await window('hide')
  expect(await window('isVisible')).toBe(false)
  await leaveOneWithOne(live)
  await expect.poll(() => window('isVisible')).toBe(true)
  await picturesOf(live, 'live-guard-1080')
  await live.keyboard.press('F4')
  await expect(live.getByRole('alert')).toContainText('One adult, one pupil')
  await picturesOf(live, 'live-guard-safe')
  await live.keyboard.press('F4')
  await live.keyboard.press('F2')
  await expect(live.getByRole('alert')).toContainText('One adult, one pupil')
  await picturesOf(live, 'live-guard-strip')
  await live.getByRole('button', { name: 'End for everyone' }).click()
  await live.getByRole('alertdialog').waitFor()
  await live.getByRole('button', { name: 'Not yet', exact: true }).click()
  await expectDocked('right', 64)
})

/** Ctrl (Cmd on a Mac) with a key, as the keyboard sends it: the driver's keys never reach the window itself. */
const zoomBy = (keyCode: string) =>
  session.app.evaluate(({ BrowserWindow }, key) => {
    const modifiers: 'meta'[] | 'control'[] = process.platform === 'darwin' ? ['meta'] : ['control']
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('#/live/'))
      ?.webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers })
  }, keyCode)

test('thirty tiles need no scrolling on either screen, and 200% is usable', async () => {
  const live = await openLive()
  const tiles = live.getByRole('region', { name: 'Pupils' })
  const measure = () =>
    tiles.evaluate((area) => ({
      isScrolling: area.scrollHeight > area.clientHeight,
      tiles: area.querySelectorAll('button').length,
      lowest: Math.min(
        ...[...area.querySelectorAll('button')].map((one) => one.getBoundingClientRect().height),
      ),
      isPanelCut: document.querySelector('footer')!.getBoundingClientRect().bottom > window.innerHeight + 0.5,
      buttonsOutside: [...document.querySelectorAll('button')].filter(
        (one) => one.getBoundingClientRect().right > window.innerWidth,
      ).length,
    }))
  for (const [name, height] of [
    ['1080', 1040],
    ['768', 728],
  ] as const) {
    await resize(352, height)
    await expect.poll(() => live.evaluate(() => window.innerHeight)).toBe(height)
    const measured = await measure()
    expect({ name, ...measured }).toMatchObject({
      isScrolling: false,
      tiles: 30,
      isPanelCut: false,
      buttonsOutside: 0,
    })
    expect(measured.lowest).toBeGreaterThanOrEqual(32)
    await picturesOf(live, `live-full-${name}`)
    await live.getByRole('button', { name: /^Freya,/ }).click()
    const withMarks = await measure()
    expect({ name, ...withMarks }).toMatchObject({
      isScrolling: false,
      isPanelCut: false,
      buttonsOutside: 0,
    })
    expect(withMarks.lowest).toBeGreaterThanOrEqual(32)
    await takePictures(live, `live-marks-${name}`)
    await live.keyboard.press('Escape')
  }
  for (const _ of [1, 2, 3, 4, 5]) await zoomBy('=')
  await expectDocked('right', 704)
  await expect.poll(() => live.evaluate(() => window.innerWidth)).toBe(352)
  await capture('live-full-200')
  await tapByKeys(live, 'zo', '1')
  await expect(tile(live, 'Zoe')).toHaveAttribute('aria-label', /1 point/)
  await tile(live, 'Zoe').scrollIntoViewIfNeeded()
  await expect(tile(live, 'Zoe')).toBeInViewport()
  await zoomBy('0')
  await expectDocked('right', 352)
})

test('a touch awards', async () => {
  const live = await openLive()
  const client = await live.context().newCDPSession(live)
  const touch = async (name: RegExp | string) => {
    const box = await live.getByRole('button', { name }).first().boundingBox()
    if (!box) throw new Error(`nothing to touch: ${String(name)}`)
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await client.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await touch(/^Freya,/)
  await touch('Listening')
  await expect(live.getByRole('button', { name: /^Freya, 1 point/ })).toBeVisible()
})

test('shortcuts are off until chosen, work from outside, and say so when another program holds the keys', async () => {
  const live = await openLive()
  const isHeld = (keys: string) =>
    session.app.evaluate(({ globalShortcut }, one) => globalShortcut.isRegistered(one), keys)
  const main = await session.window('main')
  await main.getByRole('link', { name: 'Settings' }).click()
  const section = main.getByRole('region', { name: 'Shortcuts from any program' })
  await expect(section.getByText('Off', { exact: true })).toHaveCount(5)

  await session.app.evaluate(({ globalShortcut }) =>
    globalShortcut.register('Control+Alt+H', () => undefined),
  )
  await section.getByRole('button', { name: /^Choose keys: Safe/ }).click()
  await main.keyboard.press('Control+Alt+h')
  await expect(section.getByRole('alert')).toContainText('Another program holds these keys')
  await section.scrollIntoViewIfNeeded()
  await takePictures(main, 'settings-shortcuts')

  await section.getByRole('button', { name: /^Choose keys: Safe/ }).click()
  await main.keyboard.press('Control+Alt+j')
  await expect(section.getByRole('alert')).toHaveCount(0)
  expect(await isHeld('Control+Alt+J')).toBe(true)
  await section.getByRole('button', { name: /^Choose keys: Undo/ }).click()
  await main.keyboard.press('Control+Alt+j')
  await expect(section.getByRole('alert')).toContainText('already belong')
  await section.getByRole('button', { name: /^Switch off: Safe/ }).click()
  await section.getByRole('button', { name: /^Switch off: Undo/ }).click()
  await expect(section.getByText('Off', { exact: true })).toHaveCount(5)
  expect(await isHeld('Control+Alt+J')).toBe(false)
  await expect(live.getByRole('button', { name: 'Strip' })).toBeVisible()
})

test('a sign in the tray hides names and comes without costing the start', async () => {
  const watchMenus = () =>
    session.app.evaluate(({ Tray }) => {
      const made = globalThis as { menu?: Electron.Menu | null }
      const set = Tray.prototype.setContextMenu
      Tray.prototype.setContextMenu = function (menu) {
        made.menu = menu
        set.call(this, menu)
      }
    })
  // The debugger may lose an answer while the app starts: watching twice does no harm.
  await expect(watchMenus).toPass()
  const live = await openLive()
  const menu = () =>
    session.app.evaluate(() =>
      (globalThis as { menu?: Electron.Menu | null }).menu?.items.map(({ label, enabled }) => ({
        label,
        enabled,
      })),
    )
  await expect.poll(menu).toEqual(
    ['Show the panel', 'Safe to share', '', 'Open the main window', 'Quit'].map((label) => ({
      label,
      enabled: true,
    })),
  )
  const click = (label: string) =>
    session.app.evaluate((_electron, wanted) => {
      const { menu: made } = globalThis as { menu?: Electron.Menu | null }
      made?.items.find((one) => one.label === wanted)?.click()
    }, label)
  await click('Safe to share')
  await live.getByRole('heading', { name: 'Safe to share' }).waitFor()
  await click('Safe to share')
  await tile(live, 'Freya').waitFor()
})

test('the panel moves to a display that is left, and back when its own returns', async () => {
  await openLive()
  /** The second stands right of the first; `count` of them are there. */
  const showDisplays = (count: 1 | 2, told: 'display-added' | 'display-removed') =>
    session.app.evaluate(
      ({ screen }, [shown, event]) => {
        const known = screen.getPrimaryDisplay()
        const display = (id: number, bounds: Electron.Rectangle) => ({
          ...known,
          id,
          bounds,
          workArea: { ...bounds, height: bounds.height - 40 },
        })
        const both = [
          display(known.id, { x: 0, y: 0, width: 1000, height: 800 }),
          display(77, { x: 1000, y: 0, width: 900, height: 700 }),
        ]
        screen.getAllDisplays = () => both.slice(0, shown)
        screen.emit(event, {}, both[1], [])
      },
      [count, told] as const,
    )
  const at = async () => (await boundsOf()).bounds
  await showDisplays(2, 'display-added')
  await expect.poll(at).toEqual({ x: 648, y: 0, width: 352, height: 760 })
  // Dropped by hand near the left edge of the second display.
  await new Promise((settle) => setTimeout(settle, 1100))
  await session.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('#/live/'))
      ?.setBounds({ x: 1080, y: 20, width: 352, height: 600 }),
  )
  await expect.poll(at).toEqual({ x: 1000, y: 0, width: 352, height: 660 })
  await showDisplays(1, 'display-removed')
  await expect.poll(at).toEqual({ x: 0, y: 0, width: 352, height: 760 })
  await showDisplays(2, 'display-added')
  await expect.poll(at).toEqual({ x: 1000, y: 0, width: 352, height: 660 })
})
