import { hostname } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import juniorSchool from '../assets/presets/junior-school.json' with { type: 'json' }
import { preset } from '../shared/domain/preset.ts'
import type { Context } from './ipc/context.ts'
import { createDispatch } from './ipc/dispatch.ts'
import { createHandlers } from './ipc/handlers/all.ts'
import { registerIpc } from './ipc/register.ts'
import { createLog } from './log.ts'
import { setUpMenu } from './menu.ts'
import { settlePaths } from './paths.ts'
import { denyByDefault, registerScheme, serveRenderer } from './security.ts'
import { openSchoolSession } from './store/school-session.ts'
import { type AppWindows, createAppWindows } from './windows/app-windows.ts'
import { createPlacement } from './windows/placement.ts'

const paths = settlePaths()
registerScheme()
setUpMenu()

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else {
  process.stderr.write(
    'Session Companion is already open on this computer; its window was brought forward.\n',
  )
  app.quit()
}

function start(): void {
  denyByDefault()
  serveRenderer(join(import.meta.dirname, '../renderer'))
  const windows = createAppWindows(createPlacement(paths.placement))
  windows.openMain()
  const context = createContext(windows)
  const log = createLog(paths.logs)
  registerIpc(createDispatch(createHandlers(context), (command, error) => log.error(command, error)))
  goOnWhenAskedAgain(windows)
  endWell(context)
}

/** The window is loading while the records open: on two cores the one does not wait for the other. */
function createContext(windows: AppWindows): Context {
  return {
    session: openSchoolSession(paths.records),
    windows,
    preset: preset.parse(juniorSchool),
    appVersion: app.getVersion(),
    deviceName: hostname(),
    hiddenFromSharing: process.platform === 'win32',
    now: Date.now,
    quit: () => app.quit(),
    chooseFile: async () => {
      const { filePaths } = await dialog.showOpenDialog({
        title: 'Choose a class list',
        properties: ['openFile'],
        filters: [
          { name: 'Class lists (CSV)', extensions: ['csv', 'txt'] },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      return filePaths[0] ?? null
    },
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog({
        title: "Choose the office's folder",
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },
    reveal: (path) => shell.showItemInFolder(path),
    printPdf: async (html) => (await import('./windows/print-pdf.ts')).printPdf(html),
  }
}

/** A second start brings the one that is open forward and says so. */
function goOnWhenAskedAgain(windows: AppWindows): void {
  app.on('second-instance', () => {
    windows.openMain()
    windows.tell('notice', {
      message: 'Session Companion was already open. This is it; nothing was started twice.',
    })
  })
  app.on('activate', () => windows.openMain())
}

/** Records are closed before the process ends, also when Windows shuts down, which skips `before-quit`. */
function endWell({ session }: Context): void {
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => session.close())
  const closeWith = (window: BrowserWindow) => window.on('session-end', () => session.close())
  BrowserWindow.getAllWindows().forEach(closeWith)
  app.on('browser-window-created', (_event, window) => closeWith(window))
}
