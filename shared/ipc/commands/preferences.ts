import { z } from 'zod'
import { preferences, preferencesChange } from '../../domain/preferences.ts'
import { id } from '../../domain/ids.ts'
import { shortcutAction } from '../../domain/shortcuts.ts'

/** What is remembered for this computer, and how this computer takes it. */
export const preferencesView = z.object({
  preferences,
  /** Why the keys chosen for an action do nothing, in words, by action. */
  shortcutProblems: z.partialRecord(shortcutAction, z.string()),
  /** The system may keep shortcuts from the app without saying so (Wayland). */
  mayShortcutsFail: z.boolean(),
})
export type PreferencesView = z.infer<typeof preferencesView>

/** A shortcut of the whole system asks this of a lesson's panel. */
export const panelAsked = z.object({
  lessonId: id,
  action: shortcutAction.extract(['find', 'undo', 'praise']),
})

/** What is remembered for this computer, and the panel's window. */
export const preferencesCommands = {
  'preferences.get': { input: z.object({}).strict(), output: preferencesView },
  /** Changes what is named and nothing else; every window is told. */
  'preferences.save': { input: preferencesChange, output: preferencesView },
  /** What a docked panel has no frame of the system's for. `raise` brings it forward and leaves the keyboard where it is. */
  'panel.window': {
    input: z.object({ do: z.enum(['raise', 'minimise', 'dock-left', 'dock-right']) }).strict(),
    output: z.object({}).strict(),
  },
} as const
