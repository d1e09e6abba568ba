import { app } from 'electron'
import type { ShortcutAction } from '../shared/domain/shortcuts.ts'
import type { Context } from './ipc/context.ts'
import { performOnPanel } from './panel-acts.ts'
import type { PreferencesFile } from './preferences.ts'
import { createGlobalShortcuts } from './shortcuts.ts'
import type { AppWindows } from './windows/app-windows.ts'

/** The tray waits until the first window is drawn and the person is at work: a start must not wait for it, ms. */
const TRAY_AFTER_MS = 1500

/** Puts into force what this computer remembers, now and after every change: windows, shortcuts, tray. */
export function followComputer(file: PreferencesFile, windows: AppWindows): Context['preferences'] {
  const perform = (action: ShortcutAction) => performOnPanel(action, windows, file)
  const shortcuts = createGlobalShortcuts(perform)
  const view = () => ({
    preferences: file.get(),
    shortcutProblems: shortcuts.problems(),
    mayShortcutsFail: process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland',
  })
  shortcuts.hold(file.get().shortcuts)
  windows.followPreferences(file)
  file.follow(({ shortcuts: chosen }) => {
    shortcuts.hold(chosen)
    windows.tell('preferences.changed', view())
  })
  app.on('will-quit', shortcuts.letGo)
  setTimeout(() => void addTray(file, windows, perform), TRAY_AFTER_MS)
  return { view, save: file.save }
}

async function addTray(
  file: PreferencesFile,
  windows: AppWindows,
  perform: (action: ShortcutAction) => void,
): Promise<void> {
  const { createTray } = await import('./tray.ts')
  const tray = createTray(() => {
    const lessonId = windows.liveLessonId()
    return {
      isPanelOpen: lessonId !== null,
      isSafe: lessonId !== null && file.get().panel.safeLessonId === lessonId,
      showPanel: () => perform('find'),
      toggleSafe: () => perform('safe'),
      openMain: windows.openMain,
      quit: () => app.quit(),
    }
  })
  file.follow(tray.refresh)
  windows.onLiveChanged(tray.refresh)
}
