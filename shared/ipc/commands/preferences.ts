import { z } from 'zod'
import { preferences, preferencesChange } from '../../domain/preferences.ts'
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

/** What is remembered for this computer. */
export const preferencesCommands = {
  'preferences.get': { input: z.object({}).strict(), output: preferencesView },
  /** Changes what is named and nothing else; every window is told. */
  'preferences.save': { input: preferencesChange, output: preferencesView },
} as const
