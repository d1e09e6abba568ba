import { join } from 'node:path'
import { app } from 'electron'
import { createCameraPermission } from './camera-permission.ts'
import { firstPage } from './first-page.ts'
import { EXIT, isOrder, type Order, readWords, USAGE } from './headless/read-words.ts'
import type { Dispatch } from './ipc/dispatch.ts'
import { registerIpc } from './ipc/register.ts'
import { createLog } from './log.ts'
import { setUpMenu } from './menu.ts'
import { createOpenedFile } from './opened-file.ts'
import { settlePaths } from './paths.ts'
import { denyByDefault, registerScheme, serveRenderer } from './security.ts'
import { type AppWindows, createAppWindows } from './windows/app-windows.ts'
import { createPlacement } from './windows/placement.ts'

const paths = settlePaths()
registerScheme()
// All windows show the same pages: one process for them takes a fifth less memory beside the meeting (docs/adr/0001).
app.commandLine.appendSwitch('process-per-site')
// The fields for days and times follow this, not the system: 18/01/2021 and 15:45, as the school writes them.
app.commandLine.appendSwitch('lang', 'en-GB')
setUpMenu()
const renderer = serveRenderer(join(import.meta.dirname, '../renderer'))
const openedFile = createOpenedFile(process.argv, process.cwd())
const ALREADY_OPEN = 'Session Companion is already open on this computer; its window was brought forward.\n'
const ALREADY_OPEN_FOR_ORDERS =
  'Session Companion is open on this computer, so this was not done: do it there, or close it first. Nothing was changed.\n'
/** Until there are windows, the first of them asks by itself. */
let tellFileAsked = () => {}

// How macOS names the file, before and after the app is ready.
app.on('open-file', (event, path) => {
  event.preventDefault()
  if (openedFile.isNamedIn([path], '/')) tellFileAsked()
})

const words = readWords(process.argv)
if (words && 'misunderstood' in words) {
  process.stderr.write(`${words.misunderstood} Nothing was done.\n${USAGE}\n`)
  app.exit(EXIT.misunderstood)
} else if (!app.requestSingleInstanceLock()) {
  process.stderr.write(words ? ALREADY_OPEN_FOR_ORDERS : ALREADY_OPEN)
  if (words) app.exit(EXIT.alreadyOpen)
  else app.quit()
} else {
  void app.whenReady().then(words ? () => startWithoutWindows(words.order) : start)
}

/** The same records, rules and writing, from the command line (docs/formats.md). */
async function startWithoutWindows(order: Order): Promise<void> {
  denyByDefault(createCameraPermission())
  const { startHeadless } = await import('./headless/start-headless.ts')
  await startHeadless(order, paths)
}

/**
 * The window comes first. The records, the contract and all that answers it are loaded once the window has its
 * script, side by side with the window drawing itself, or as soon as it asks.
 */
function start(): void {
  const camera = createCameraPermission()
  denyByDefault(camera)
  const windows = createAppWindows(createPlacement(paths.placement), camera, () =>
    firstPage(paths.preferences),
  )
  let opened: Promise<Dispatch> | null = null
  const open = () =>
    (opened ??= import('./open-app.ts').then(({ openApp }) =>
      openApp(windows, paths, createLog(paths.logs), openedFile),
    ))
  renderer.handleRequests(() => void open())
  registerIpc(open)
  windows.openMain()
  goOnWhenAskedAgain(windows)
  tellFileAsked = () => windows.tell('file.asked', {})
  app.on('window-all-closed', () => app.quit())
}

/** A second start brings the one that is open forward and says so. */
function goOnWhenAskedAgain(windows: AppWindows): void {
  app.on('second-instance', (_event, words, folder) => {
    if (isOrder(words)) return
    windows.openMain()
    if (openedFile.isNamedIn(words, folder)) tellFileAsked()
    else {
      windows.tell('notice', {
        message: 'Session Companion was already open. This is it; nothing was started twice.',
      })
    }
  })
  app.on('activate', () => windows.openMain())
}
