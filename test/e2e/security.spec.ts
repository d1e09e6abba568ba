import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeUserData, removeUserData, type Session, startSession } from '../support/session.ts'

const userData = makeUserData()
let session: Session
let main: Page

test.beforeAll(async () => {
  session = await startSession({ userData, extraArgs: ['--use-fake-device-for-media-stream'] })
  main = await session.window('main')
})
test.afterAll(async () => {
  await session.app.close()
  removeUserData(userData)
})

test('pages have no Node, and one bridge of two functions', async () => {
  const seen = await main.evaluate(() => ({
    node:
      typeof (globalThis as Record<string, unknown>)['require'] +
      typeof (globalThis as Record<string, unknown>)['process'],
    bridge: Object.keys((globalThis as unknown as { api: object }).api).toSorted(),
  }))
  expect(seen).toEqual({ node: 'undefinedundefined', bridge: ['invoke', 'on'] })
})

test('every window is sandboxed and isolated', async () => {
  const preferences = await session.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // The preferences a window really runs with are not part of the published interface.
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = (
        window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag }
    }),
  )
  for (const one of preferences) {
    expect(one).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })
  }
})

test('no page goes elsewhere or opens a window', async () => {
  const before = main.url()
  await main.evaluate(() => {
    window.location.href = 'https://example.com/'
  })
  await main.evaluate(() => window.open('https://example.com/'))
  await main.evaluate(() => window.open('app://session/index.html'))
  await expect.poll(() => session.app.windows().length).toBe(1)
  expect(main.url()).toBe(before)
})

test('scripts and connections from outside are refused by the policy', async () => {
  const blocked = await main.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.hacked = true'
    document.head.append(script)
    const image = document.createElement('img')
    image.src = 'https://example.com/x.png'
    document.body.append(image)
    const reached = await fetch('https://example.com/').then(
      () => true,
      () => false,
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    return { reached, hacked: 'hacked' in window, directives: [...new Set(violations)].toSorted() }
  })
  expect(blocked).toEqual({
    reached: false,
    hacked: false,
    directives: ['connect-src', 'img-src', 'script-src-elem'],
  })
})

test('only files of the renderer are served', async () => {
  const answers = await main.evaluate(async () => {
    const paths = [
      '/index.html',
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/nothing.js',
    ]
    return Promise.all(
      paths.map((path) =>
        fetch(path).then(
          ({ status }) => status,
          () => 'refused',
        ),
      ),
    )
  })
  expect(answers).toEqual([200, 404, 404, 404, 404])
})

test('every permission is refused', async () => {
  const answer = await main.evaluate(() =>
    Promise.all([
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      ),
      Notification.requestPermission(),
    ]),
  )
  expect(answer).toEqual(['NotAllowedError', 'denied'])
})

test('a frame from elsewhere cannot call main', async () => {
  const { ok } = (await main.evaluate(() =>
    (globalThis as unknown as { api: { invoke(name: string, input: unknown): Promise<unknown> } }).api.invoke(
      'app.status',
      {},
    ),
  )) as { ok: boolean }
  expect(ok).toBe(true)
  const preload = join(projectRoot, 'out/preload/preload.cjs')
  const foreign = await session.app.evaluate(async ({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await window.loadURL('data:text/html,<h1>elsewhere</h1>')
    const reply: unknown = await window.webContents.executeJavaScript("window.api.invoke('app.status', {})")
    window.destroy()
    return reply
  }, preload)
  expect(foreign).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})
