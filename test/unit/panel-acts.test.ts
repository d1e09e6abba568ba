import { describe, expect, it } from 'vitest'
import { performOnPanel } from '../../electron/panel-acts.ts'
import type { PreferencesFile } from '../../electron/preferences.ts'
import type { AppWindows } from '../../electron/windows/app-windows.ts'
import { changePreferences, defaultPreferences, type Preferences } from '../../shared/domain/preferences.ts'
import type { ShortcutAction } from '../../shared/domain/shortcuts.ts'
import { idOf } from '../support/day-fixture.ts'

const lessonId = idOf(1)

/** Performs actions and says what became of them. */
function perform(actions: readonly ShortcutAction[], openLesson: string | null) {
  const done: string[] = []
  let preferences: Preferences = defaultPreferences
  const windows: Pick<AppWindows, 'liveLessonId' | 'openMain' | 'focusLive' | 'tell'> = {
    liveLessonId: () => openLesson,
    openMain: () => {
      done.push('main window')
      return {} as ReturnType<AppWindows['openMain']>
    },
    focusLive: () => void done.push('panel has the keyboard'),
    tell: (name, payload) => void done.push(`${name} ${JSON.stringify(payload)}`),
  }
  const file: PreferencesFile = {
    get: () => preferences,
    save: (change) => {
      preferences = changePreferences(preferences, change)
    },
    follow: () => () => undefined,
  }
  for (const action of actions) performOnPanel(action, windows as AppWindows, file)
  return { done, panel: preferences.panel }
}

describe('a shortcut of the whole system', () => {
  it('hides the names of the lesson that is on, and shows them again', () => {
    expect(perform(['safe'], lessonId).panel.safeLessonId).toBe(lessonId)
    expect(perform(['safe', 'safe'], lessonId).panel.safeLessonId).toBeNull()
  })

  it('narrows the panel and widens it', () => {
    expect(perform(['strip'], lessonId).panel.isStrip).toBe(true)
    expect(perform(['strip', 'strip'], lessonId).panel.isStrip).toBe(false)
  })

  it('brings the panel forward to find a pupil', () => {
    expect(perform(['find'], lessonId).done).toEqual([
      'panel has the keyboard',
      `panel.asked {"lessonId":"${lessonId}","action":"find"}`,
    ])
  })

  it('undoes and praises without taking the keyboard from the meeting', () => {
    expect(perform(['undo', 'praise'], lessonId).done).toEqual([
      `panel.asked {"lessonId":"${lessonId}","action":"undo"}`,
      `panel.asked {"lessonId":"${lessonId}","action":"praise"}`,
    ])
  })

  it('does nothing without a panel, but to find opens the main window', () => {
    expect(perform(['undo', 'praise', 'safe', 'strip'], null)).toEqual({
      done: [],
      panel: defaultPreferences.panel,
    })
    expect(perform(['find'], null).done).toEqual(['main window'])
  })
})
