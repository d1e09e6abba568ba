import { BrowserWindow, screen } from 'electron'
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts'
import type { CameraPermission } from '../camera-permission.ts'
import { ORIGIN } from '../security.ts'
import type { Placement } from './placement.ts'
import { createSecureWindow } from './secure-window.ts'

export type AppWindows = {
  openMain(): BrowserWindow
  openChecklist(lessonId: string): void
  openLive(lessonId: string): void
  /** Brings the main window forward, showing a page of it. */
  showPage(path: string): void
  /** Lets the checklist of this lesson use the camera; false where it is not on screen or the system says no. */
  giveCamera(lessonId: string): Promise<boolean>
  withdrawCamera(): void
  /** Closes the overlay and the panel, as when the lesson they show is gone. */
  closeLessonWindows(): void
  tell<N extends EventName>(name: N, payload: EventPayload<N>): void
}

const CHECKLIST = { width: 440, height: 760, margin: 24 }
const PANEL_WIDTH = 352

const urlOf = (path: string): string => `${ORIGIN}/index.html#${path}`

const checklistPath = (lessonId: string): string => `/checklist/${lessonId}`

/** The three windows: one main window, one checklist overlay, one live panel. */
export function createAppWindows(placement: Placement, camera: CameraPermission): AppWindows {
  const open = new Map<string, BrowserWindow>()

  const show = (name: string, path: string, make: () => BrowserWindow): BrowserWindow => {
    const present = open.get(name)
    const url = urlOf(path)
    if (present) {
      if (name !== 'main' && present.webContents.getURL() !== url) void present.loadURL(url)
      if (present.isMinimized()) present.restore()
      present.show()
      present.focus()
      return present
    }
    const window = make()
    void window.loadURL(url)
    open.set(name, window)
    placement.follow(name, window)
    window.on('closed', () => open.delete(name))
    return window
  }

  // After the answer to what changed something: whoever asked is waiting for that.
  const tell: AppWindows['tell'] = (name, payload) => {
    setImmediate(() => {
      for (const window of open.values()) window.webContents.send('event', name, payload)
    })
  }

  const openMain = (path = '/today') => show('main', path, () => createMainWindow(placement))
  return {
    openMain: () => openMain(),
    openChecklist: (lessonId) => {
      show('checklist', checklistPath(lessonId), () => camera.watch(createChecklistWindow(placement)))
    },
    openLive: (lessonId) => {
      show('live', `/live/${lessonId}`, () => createLiveWindow(placement))
      open.get('checklist')?.close()
    },
    showPage: (path) => {
      const isOpen = open.has('main')
      const main = openMain(path)
      // A window that is made for it begins with the page; one that is there is asked to turn to it.
      if (isOpen) main.webContents.send('event', 'show.page', { path } satisfies EventPayload<'show.page'>)
    },
    giveCamera: async (lessonId) => {
      const checklist = open.get('checklist')
      if (checklist?.webContents.getURL() !== urlOf(checklistPath(lessonId))) return false
      return camera.give(checklist)
    },
    withdrawCamera: camera.withdraw,
    closeLessonWindows: () => {
      open.get('checklist')?.close()
      open.get('live')?.close()
    },
    tell,
  }
}

function createMainWindow(placement: Placement): BrowserWindow {
  return createSecureWindow({
    width: 1200,
    height: 800,
    minWidth: 720,
    minHeight: 520,
    ...placement.find('main'),
  })
}

function createChecklistWindow(placement: Placement): BrowserWindow {
  const { workArea } = screen.getPrimaryDisplay()
  const window = createSecureWindow({
    width: CHECKLIST.width,
    height: Math.min(CHECKLIST.height, workArea.height - 2 * CHECKLIST.margin),
    x: workArea.x + workArea.width - CHECKLIST.width - CHECKLIST.margin,
    y: workArea.y + CHECKLIST.margin,
    minWidth: 380,
    minHeight: 480,
    ...placement.find('checklist'),
    title: 'Checklist',
    maximizable: false,
    fullscreenable: false,
  })
  // So that the page hears when it is hidden, and stops the camera.
  window.webContents.setBackgroundThrottling(true)
  return keepOnTop(window)
}

function createLiveWindow(placement: Placement): BrowserWindow {
  const { workArea } = screen.getPrimaryDisplay()
  const window = createSecureWindow({
    width: PANEL_WIDTH,
    height: workArea.height,
    x: workArea.x + workArea.width - PANEL_WIDTH,
    y: workArea.y,
    minWidth: 320,
    minHeight: 480,
    ...placement.find('live'),
    title: 'Live panel',
    maximizable: false,
    fullscreenable: false,
  })
  return keepOnTop(window)
}

/** Above a full-screen meeting: levels below this sit under the taskbar or Dock. */
function keepOnTop(window: BrowserWindow): BrowserWindow {
  window.setAlwaysOnTop(true, 'screen-saver')
  if (process.platform === 'darwin') window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
  return window
}
