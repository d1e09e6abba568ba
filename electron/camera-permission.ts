import { type BrowserWindow, systemPreferences, type WebContents } from 'electron'

/** Who may use the camera: no window, or the one that shows its camera check, for as long as it does (staff.neutral-area). */
export type CameraPermission = {
  /** Gives it to a window. Resolves to false where the system keeps the camera from the app. */
  give(window: BrowserWindow): Promise<boolean>
  withdraw(): void
  isGivenTo(contents: WebContents): boolean
  /** Withdraws it by itself when this window turns to another page, is hidden, falls over or closes. */
  watch(window: BrowserWindow): BrowserWindow
}

export function createCameraPermission(): CameraPermission {
  let holder: WebContents | null = null
  const withdraw = () => {
    holder = null
  }
  return {
    give: async (window) => {
      // Given before the system is asked, so that what is withdrawn while a person reads its question stays withdrawn.
      holder = window.webContents
      const isAllowed = await doesSystemAllow()
      if (!isAllowed) withdraw()
      return isAllowed
    },
    withdraw,
    isGivenTo: (contents) => contents === holder,
    watch: (window) => {
      window.webContents.on('did-start-navigation', withdraw)
      window.webContents.on('render-process-gone', withdraw)
      window.on('hide', withdraw)
      window.on('minimize', withdraw)
      window.on('closed', withdraw)
      return window
    },
  }
}

/** macOS asks the person once and remembers; elsewhere the system answers when the camera is opened. */
const doesSystemAllow = async (): Promise<boolean> =>
  process.platform === 'darwin' ? systemPreferences.askForMediaAccess('camera') : true
