import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { tryExampleSchool } from '../support/journey.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

/** Chromium's own made-up camera. Who may use it stays for the app to decide: `--use-fake-ui` is not given. */
const cameras = (count: number) => [`--use-fake-device-for-media-stream=device-count=${count}`]

const QUESTION = 'Is your background neutral?'
const WITHOUT = /look at your picture in the meeting instead, then confirm/

let userData: string
let session: Session
test.beforeEach(() => {
  userData = makeUserData()
})
test.afterEach(async () => {
  await session.app.close()
  removeUserData(userData)
})

/** The checklist, at a check that is not the camera's. */
async function openChecklist(extraArgs: readonly string[]): Promise<Page> {
  session = await startSession({ userData, extraArgs })
  const main = await tryExampleSchool(session)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await goTo(checklist, 'Chat to everyone', 'Does chat reach everyone?')
  return checklist
}
async function goTo(checklist: Page, title: string, question: string): Promise<void> {
  const checks = checklist.getByRole('navigation', { name: 'All checks' })
  await checks.getByRole('button', { name: title }).click()
  await expect(heading(checklist)).toHaveText(question)
}
const heading = (checklist: Page) => checklist.getByRole('heading', { level: 1 })

const goToCamera = (checklist: Page) => goTo(checklist, 'Neutral background', QUESTION)

async function confirmed(checklist: Page): Promise<void> {
  await checklist.keyboard.press('Enter')
  await expect(heading(checklist)).toHaveText('Can nothing personal be overheard?')
}

/** What a page of the app gets that asks for a device by itself. */
const asks = (page: Page, wish: { video?: boolean; audio?: boolean }): Promise<string> =>
  page.evaluate(
    (constraints) =>
      navigator.mediaDevices.getUserMedia(constraints).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop()
          return 'given'
        },
        (error: Error) => error.name,
      ),
    wish,
  )

/** The picture on screen: its width, and whether any of it differs from one moment to another. */
const watchPicture = (checklist: Page) =>
  checklist.locator('video').evaluate(async (element) => {
    const video = element as HTMLVideoElement
    const frame = () =>
      new Promise<string>((resolve) => {
        video.requestVideoFrameCallback(() => {
          const canvas = new OffscreenCanvas(64, 36)
          const pen = canvas.getContext('2d')
          pen?.drawImage(video, 0, 0, 64, 36)
          resolve(pen?.getImageData(0, 0, 64, 36).data.join(',') ?? '')
        })
      })
    const first = await frame()
    for (let frames = 0; frames < 200; frames += 1) {
      if ((await frame()) !== first) return { width: video.videoWidth, isMoving: true }
    }
    return { width: video.videoWidth, isMoving: false }
  })

/** Keeps hold of every track the page opens, so that a test can ask what became of it. */
const keepTracks = (checklist: Page) =>
  checklist.evaluate(() => {
    const kept: MediaStreamTrack[] = []
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      kept.push(...stream.getTracks())
      return stream
    }
    Object.assign(globalThis, { kept })
  })
const trackStates = (checklist: Page) =>
  checklist.evaluate(() =>
    (globalThis as unknown as { kept: MediaStreamTrack[] }).kept.map(({ kind, readyState }) => ({
      kind,
      readyState,
    })),
  )

test('the picture moves on the camera check, and the camera is the app’s nowhere else', async () => {
  const checklist = await openChecklist(cameras(1))
  const main = await session.window('main')
  expect(await asks(checklist, { video: true })).toBe('NotAllowedError')

  await goToCamera(checklist)
  await expect(checklist.getByText('Only you see this. Nothing is recorded.')).toBeVisible()
  await expect(checklist.locator('video')).toBeVisible()
  const { width, isMoving } = await watchPicture(checklist)
  expect(width).toBeGreaterThan(0)
  expect(isMoving).toBe(true)

  expect(await asks(main, { video: true })).toBe('NotAllowedError')
  for (const page of [checklist, main]) {
    expect(await asks(page, { audio: true })).toBe('NotAllowedError')
    expect(await asks(page, { audio: true, video: true })).toBe('NotAllowedError')
  }
  expect(await asks(checklist, { video: true })).toBe('given')

  await confirmed(checklist)
  for (const page of [checklist, main]) expect(await asks(page, { video: true })).toBe('NotAllowedError')
  await checklist.keyboard.press('Escape')
  await expect(checklist.locator('video')).toBeVisible()
  await checklist.keyboard.press('n')
  await expect(checklist.locator('video')).toHaveCount(0)
  expect(await asks(checklist, { video: true })).toBe('NotAllowedError')
  await checklist.keyboard.press('Escape')

  await expect(checklist.locator('video')).toBeVisible()

  // The panel opens while the checklist shows its camera, and closes it.
  const lessonId = new URL(checklist.url()).hash.split('/').at(-1)
  await main.evaluate(
    (input) =>
      (globalThis as unknown as { api: { invoke(name: string, input: unknown): unknown } }).api.invoke(
        'window.open',
        input,
      ),
    { lessonId, show: 'live' },
  )
  const live = await session.window('live')
  for (const page of [live, main]) expect(await asks(page, { video: true })).toBe('NotAllowedError')
})

/**
 * Hides or shows the checklist window. The driver keeps every page visible in its own eyes, so what Chromium would tell
 * the page is told here; that it would is what the throttling asked for below stands for.
 */
async function setShown(checklist: Page, isShown: boolean): Promise<void> {
  const isTold = await session.app.evaluate(({ BrowserWindow }, isShown) => {
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().includes('#/checklist'),
    )
    if (isShown) window?.show()
    else window?.hide()
    return window?.webContents.getBackgroundThrottling()
  }, isShown)
  expect(isTold).toBe(true)
  await checklist.evaluate((isShown) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (isShown ? 'visible' : 'hidden'),
    })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isShown)
}

test('the camera stops as its check is left, and while the window is hidden', async () => {
  const checklist = await openChecklist(cameras(1))
  await keepTracks(checklist)
  await goToCamera(checklist)
  await expect(checklist.locator('video')).toBeVisible()
  const [live, ended] = ['live', 'ended'].map((readyState) => ({ kind: 'video', readyState }))
  expect(await trackStates(checklist)).toEqual([live])

  await setShown(checklist, false)
  await expect.poll(() => trackStates(checklist)).toEqual([ended])
  expect(await asks(checklist, { video: true })).toBe('NotAllowedError')
  await setShown(checklist, true)
  await expect.poll(() => trackStates(checklist)).toEqual([ended, live])
  await expect(checklist.locator('video')).toBeVisible()

  // In the very call that leaves the check, before anything else can run.
  const left = await checklist.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')]
    buttons.find((one) => one.textContent.startsWith('Yes, it is neutral'))?.click()
    return new Promise<string | undefined>((resolve) => {
      queueMicrotask(() =>
        resolve((globalThis as unknown as { kept: MediaStreamTrack[] }).kept.at(-1)?.readyState),
      )
    })
  })
  expect(left).toBe('ended')
  await expect(heading(checklist)).toHaveText('Can nothing personal be overheard?')

  await checklist.keyboard.press('Escape')
  await expect(checklist.locator('video')).toBeVisible()
  await checklist.reload()
  await expect(heading(checklist)).not.toHaveText(QUESTION)
  expect(await asks(checklist, { video: true })).toBe('NotAllowedError')
})

/** How files of pictures and films begin. */
const mediaBeginnings = ['ffd8ff', '89504e47', '47494638', '52494646', '1a45dfa3', '4f676753', '000001ba']
const isMedia = (bytes: Buffer): boolean =>
  mediaBeginnings.some((one) => bytes.toString('hex', 0, 4).startsWith(one)) ||
  bytes.toString('latin1', 4, 8) === 'ftyp'

/** What Chromium and the app write at their end, whatever was done. */
const writtenAtTheEnd = ['Network Persistent State', 'Preferences', 'window-placement.json']

test('nothing of the picture is left on disk, and nothing in the app could record it', async () => {
  const filesOf = () =>
    readdirSync(userData, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
  const checklist = await openChecklist(cameras(1))
  const before = new Set(filesOf())
  await goToCamera(checklist)
  await expect(checklist.locator('video')).toBeVisible()
  expect((await watchPicture(checklist)).isMoving).toBe(true)
  await confirmed(checklist)
  await session.app.close()
  const added = filesOf().filter((file) => !before.has(file))
  expect(added.map((file) => basename(file)).filter((name) => !writtenAtTheEnd.includes(name))).toEqual([])
  expect(filesOf().filter((file) => isMedia(readFileSync(file)))).toEqual([])

  const scripts = readdirSync(join(projectRoot, 'out'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.c?js$/.test(file),
  )
  expect(scripts.length).toBeGreaterThan(3)
  const recording = /MediaRecorder|ImageCapture|captureStream|MediaStreamTrackProcessor|drawImage|capturePage/
  const able = scripts.filter((file) => recording.test(readFileSync(join(projectRoot, 'out', file), 'utf8')))
  expect(able).toEqual([])
})

test('one of several cameras can be chosen, and is kept in the window', async () => {
  const checklist = await openChecklist(cameras(2))
  await goToCamera(checklist)
  const choice = checklist.getByRole('combobox', { name: 'Which camera' })
  await expect(choice.locator('option')).toHaveCount(2)
  const [first, second] = await choice.locator('option').allTextContents()
  await expect(choice.locator('option:checked')).toHaveText(first ?? '')
  await takePictures(checklist, 'camera-choice')
  await choice.selectOption(second ?? '')
  await expect(checklist.locator('video')).toBeVisible()
  await expect(choice.locator('option:checked')).toHaveText(second ?? '')
  await choice.focus()
  await choice.press('n')
  await expect(checklist.getByRole('textbox')).toHaveCount(0)
  await confirmed(checklist)
  await checklist.keyboard.press('Escape')
  await expect(choice.locator('option:checked')).toHaveText(second ?? '')
})

test('without any camera the check says so and goes on', async () => {
  const checklist = await openChecklist([])
  await goToCamera(checklist)
  await expect(checklist.getByRole('status').filter({ hasText: 'No camera was found' })).toHaveText(WITHOUT)
  await takePictures(checklist, 'camera-missing')
  await confirmed(checklist)
})

test('a camera that is refused, busy or unplugged is said so, and can be tried again', async () => {
  const checklist = await openChecklist(cameras(1))
  const says = (title: string) =>
    expect(checklist.getByRole('status').filter({ hasText: title })).toHaveText(WITHOUT)
  const tryAgain = () => checklist.getByRole('button', { name: 'Try again' }).click()
  /** The next opening fails as another program's hold on it makes it fail. */
  await checklist.evaluate(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = () => {
      mediaDevices.getUserMedia = open
      return Promise.reject(new DOMException('Could not start video source', 'NotReadableError'))
    }
  })
  await goToCamera(checklist)
  await says('Another program is using the camera')
  await takePictures(checklist, 'camera-busy')

  await tryAgain()
  await expect(checklist.locator('video')).toBeVisible()
  await takePictures(checklist, 'camera-picture')
  await checklist.locator('video').evaluate((element) => {
    const [track] = ((element as HTMLVideoElement).srcObject as MediaStream).getTracks()
    track?.dispatchEvent(new Event('ended'))
  })
  await says('The camera stopped')
  await takePictures(checklist, 'camera-ended')

  await session.app.evaluate(({ session }) =>
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false)),
  )
  await tryAgain()
  await says('This computer does not allow the camera here')
  await takePictures(checklist, 'camera-refused')
  await confirmed(checklist)
})
