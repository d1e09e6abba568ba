import { hostname } from 'node:os'
import { app, BrowserWindow, dialog, shell } from 'electron'
import juniorSchool from '../assets/presets/junior-school.json' with { type: 'json' }
import { preset } from '../shared/domain/preset.ts'
import type { Context } from './ipc/context.ts'
import { createDispatch, type Dispatch } from './ipc/dispatch.ts'
import { createHandlers } from './ipc/handlers/all.ts'
import type { Log } from './log.ts'
import { openSchoolSession } from './store/school-session.ts'
import type { AppWindows } from './windows/app-windows.ts'

/** Opens the records and gives what answers the windows. */
export function openApp(windows: AppWindows, recordsFolder: string, log: Log): Dispatch {
  const context = createContext(windows, recordsFolder)
  endWell(context)
  return createDispatch(createHandlers(context), (command, error) => log.error(command, error))
}

function createContext(windows: AppWindows, recordsFolder: string): Context {
  return {
    session: openSchoolSession(recordsFolder),
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

/** Records are closed before the process ends, also when Windows shuts down, which skips `before-quit`. */
function endWell({ session }: Context): void {
  const close = () => session.close()
  const closeWith = (window: BrowserWindow) => window.on('session-end', close)
  app.on('will-quit', close)
  BrowserWindow.getAllWindows().forEach(closeWith)
  app.on('browser-window-created', (_event, window) => closeWith(window))
}
