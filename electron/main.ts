import { join } from 'node:path'
import { app } from 'electron'
import { createCameraPermission } from './camera-permission.ts'
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
/** Until there are windows, the first of them asks by itself. */
let tellFileAsked = () => {}

// How macOS names the file, before and after the app is ready.
app.on('open-file', (event, path) => {
  event.preventDefault()
  if (openedFile.isNamedIn([path], '/')) tellFileAsked()
})

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else {
  process.stderr.write(
    'Session Companion is already open on this computer; its window was brought forward.\n',
  )
  app.quit()
}

/**
 * The window comes first. The records, the contract and all that answers it are loaded once the window has its
 * script, side by side with the window drawing itself, or as soon as it asks.
 */
function start(): void {
  const camera = createCameraPermission()
  denyByDefault(camera)
  const windows = createAppWindows(createPlacement(paths.placement), camera)
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
