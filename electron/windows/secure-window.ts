import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron'

/** Every window of the app: sandboxed, isolated, without Node, hidden from screen sharing where the system can. */
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
    },
  })
  window.setContentProtection(true)
  return window
}
