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
  comeBack(window)
  return window
}

/** A page that fell over within this time of coming back, ms, would do so for ever if it came back at once. */
const CRASH_LOOP_MS = 10_000
const LONGEST_PAUSE_MS = 30_000

/**
 * Loads the page again when its process has crashed: at once, and after a pause that doubles each time it falls over
 * soon after. It never gives up, because the lesson goes on.
 */
function comeBack(window: BrowserWindow): void {
  let cameBackAt = 0
  let pauseMs = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const isSoonAgain = Date.now() - cameBackAt < CRASH_LOOP_MS
    pauseMs = isSoonAgain ? Math.min(Math.max(500, pauseMs * 2), LONGEST_PAUSE_MS) : 0
    setTimeout(() => {
      if (window.isDestroyed()) return
      cameBackAt = Date.now()
      window.webContents.reload()
    }, pauseMs)
  })
}

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
