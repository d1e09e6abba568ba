import { globalShortcut } from 'electron'
import {
  sameKeysBefore,
  type ShortcutAction,
  shortcutActions,
  type Shortcuts,
  shortcutWords,
} from '../shared/domain/shortcuts.ts'

/** Keys that reach the panel from any program. Off until chosen; what the system refuses is told. */
export type GlobalShortcuts = {
  /** Holds exactly these from now on. */
  hold(shortcuts: Shortcuts): void
  /** Why those chosen do nothing, in words. */
  problems(): Partial<Record<ShortcutAction, string>>
  letGo(): void
}

export function createGlobalShortcuts(perform: (action: ShortcutAction) => void): GlobalShortcuts {
  let held: string[] = []
  let problems: Partial<Record<ShortcutAction, string>> = {}
  const letGo = () => {
    for (const keys of held) globalShortcut.unregister(keys)
    held = []
  }
  return {
    hold: (shortcuts) => {
      letGo()
      problems = {}
      for (const action of shortcutActions) {
        const keys = shortcuts[action]
        if (keys === null) continue
        const problem = whyNot(shortcuts, action) ?? register(keys, () => perform(action))
        if (problem === null) held.push(keys)
        else problems[action] = problem
      }
    },
    problems: () => problems,
    letGo,
  }
}

function whyNot(shortcuts: Shortcuts, action: ShortcutAction): string | null {
  const other = sameKeysBefore(shortcuts, action)
  return other === null
    ? null
    : `These keys already belong to “${shortcutWords[other]}”. Choose others for one of the two.`
}

function register(keys: string, act: () => void): string | null {
  try {
    return globalShortcut.register(keys, act)
      ? null
      : 'Another program holds these keys, so they do nothing here. Choose others; the panel’s own keys and buttons work as before.'
  } catch {
    return 'This system does not know these keys, so they do nothing. Choose others.'
  }
}
