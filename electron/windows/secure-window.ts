import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions, dialog, nativeTheme } from 'electron'

/**
 * Every window of the app: sandboxed, isolated, without Node, hidden from screen sharing where the system can. One
 * whose process crashes comes back where it was: what it showed is in main.
 */
export function createSecureWindow(options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Session Companion',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17181c' : '#f6f6f8',
    ...options,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
      // The tone at the end of a timer also where nobody has clicked yet; it sounds only where it was asked for.
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
  window.setContentProtection(true)
  window.webContents.on('will-prevent-unload', (event) => {
    if (!staysOpen(window)) event.preventDefault()
  })
  let cameBackAt = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    // Once; a page that falls over again at once would do so for ever.
    if (Date.now() - cameBackAt < CRASH_LOOP_MS) return
    cameBackAt = Date.now()
    window.webContents.reload()
  })
  return window
}

const CRASH_LOOP_MS = 5000

/** A window holds something that is not on disk yet: whoever closes it is asked. */
const staysOpen = (window: BrowserWindow): boolean =>
  dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'Something here is not saved yet',
    detail:
      'Taps are still being tried; a checklist waits for you to save it. What was saved before is safe. Closing now loses what is shown as not saved.',
    buttons: ['Keep it open', 'Close and lose them'],
    defaultId: 0,
    cancelId: 0,
  }) === 0
