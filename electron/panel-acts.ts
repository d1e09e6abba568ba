import type { ShortcutAction } from '../shared/domain/shortcuts.ts'
import type { PreferencesFile } from './preferences.ts'
import type { AppWindows } from './windows/app-windows.ts'

/** What a global shortcut or the tray asks of the panel. Without a panel there is nothing to undo or to hide. */
export function performOnPanel(
  action: ShortcutAction,
  windows: AppWindows,
  preferences: PreferencesFile,
): void {
  const lessonId = windows.liveLessonId()
  if (lessonId === null) {
    if (action === 'find') windows.openMain()
    return
  }
  const { isStrip, safeLessonId } = preferences.get().panel
  if (action === 'find') windows.focusLive()
  if (action === 'safe') {
    preferences.save({ panel: { safeLessonId: safeLessonId === lessonId ? null : lessonId } })
  } else if (action === 'strip') preferences.save({ panel: { isStrip: !isStrip } })
  else windows.tell('panel.asked', { lessonId, action })
}
