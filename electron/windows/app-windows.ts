import { type BrowserWindow, screen } from 'electron'
import { dockOn } from '../../shared/domain/panel-place.ts'
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts'
import type { CameraPermission } from '../camera-permission.ts'
import type { PreferencesFile } from '../preferences.ts'
import { ORIGIN } from '../security.ts'
import { createPanelDock, listDisplays, type PanelDock } from './panel-dock.ts'
import type { Placement } from './placement.ts'
import { createSecureWindow } from './secure-window.ts'
import { followZoom } from './zoom.ts'

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
  /** The lesson that the panel shows; null while it is not open. */
  liveLessonId(): string | null
  /** Calls back when the panel opens, shows another lesson or closes. */
  onLiveChanged(listener: () => void): void
  /** Brings the panel forward and gives it the keyboard. */
  focusLive(): void
  /** Brings the panel forward, without taking the keyboard from the meeting, and asks for a look at it. */
  raiseLive(): void
  minimiseLive(): void
  dockLive(side: 'left' | 'right'): void
  /** From here on windows are as this computer remembers them: their size, and where the panel stands. */
  followPreferences(preferences: PreferencesFile): void
  tell<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** Tells once what is being answered has its answer, where that says the same: whoever asked waits for it. */
  tellAfterwards<N extends EventName>(name: N, payload: EventPayload<N>): void
}

const CHECKLIST = { width: 440, height: 760, margin: 24 }

/** The window that asked is painting what it already knows: what it is told then would come between. */
const TWO_FRAMES_MS = 34

const urlOf = (path: string): string => `${ORIGIN}/index.html#${path}`

const checklistPath = (lessonId: string): string => `/checklist/${lessonId}`

/** The three windows: one main window, which begins with `firstPage`, one checklist overlay, one live panel. */
export function createAppWindows(
  placement: Placement,
  camera: CameraPermission,
  firstPage: () => string,
): AppWindows {
  const open = new Map<string, BrowserWindow>()
  let remembered: PreferencesFile | null = null
  let dock: PanelDock | null = null

  const show = (name: string, path: string, make: () => BrowserWindow): BrowserWindow => {
    const present = open.get(name)
    const url = urlOf(path)
    if (present) {
      if (name !== 'main' && present.webContents.getURL() !== url) void present.loadURL(url)
      bringForward(present)
      return present
    }
    const window = make()
    void window.loadURL(url)
    open.set(name, window)
    if (name !== 'live') placement.follow(name, window)
    if (remembered) followZoom(window, remembered)
    window.on('closed', () => open.delete(name))
    return window
  }

  let liveLessonId: string | null = null
  let liveChanged = () => {}
  const liveTurnedTo = (lessonId: string | null) => {
    liveLessonId = lessonId
    liveChanged()
  }

  const tell: AppWindows['tell'] = (name, payload) => {
    for (const window of open.values()) window.webContents.send('event', name, payload)
  }

  const openMain = (path = firstPage()) => show('main', path, () => createMainWindow(placement))
  return {
    openMain: () => openMain(),
    openChecklist: (lessonId) => {
      show('checklist', checklistPath(lessonId), () => camera.watch(createChecklistWindow(placement)))
    },
    openLive: (lessonId) => {
      const window = show('live', `/live/${lessonId}`, () => createLiveWindow(dock))
      if (liveLessonId === null) window.on('closed', () => liveTurnedTo(null))
      liveTurnedTo(lessonId)
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
    liveLessonId: () => liveLessonId,
    onLiveChanged: (listener) => {
      liveChanged = listener
    },
    focusLive: () => bringForward(open.get('live')),
    raiseLive: () => raise(open.get('live')),
    minimiseLive: () => open.get('live')?.minimize(),
    dockLive: (side) => remembered?.save({ panel: dockOn(side, remembered.get().panel, listDisplays()) }),
    followPreferences: (preferences) => {
      remembered = preferences
      dock = createPanelDock(preferences)
      for (const window of open.values()) followZoom(window, preferences)
    },
    tell,
    tellAfterwards: (name, payload) => void setTimeout(() => tell(name, payload), TWO_FRAMES_MS),
  }
}

function bringForward(window: BrowserWindow | undefined): void {
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
}

function raise(window: BrowserWindow | undefined): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.showInactive()
  window.moveTop()
  if (window.isFocused()) return
  window.flashFrame(true)
  window.once('focus', () => window.flashFrame(false))
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

/** Without a frame of the system's: that would make a strip of 64 px impossible, and takes room from the pupils. */
function createLiveWindow(dock: PanelDock | null): BrowserWindow {
  const window = createSecureWindow({
    ...dock?.place(),
    title: 'Live panel',
    frame: false,
    resizable: false,
    maximizable: false,
    fullscreenable: false,
  })
  dock?.follow(window)
  return keepOnTop(window)
}

/** Above a full-screen meeting: levels below this sit under the taskbar or Dock. */
function keepOnTop(window: BrowserWindow): BrowserWindow {
  window.setAlwaysOnTop(true, 'screen-saver')
  if (process.platform === 'darwin') window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
  return window
}
