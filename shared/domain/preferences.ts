import { z } from 'zod'
import { id } from './ids.ts'
import { accelerator, noShortcuts, shortcutAction } from './shortcuts.ts'

const panelSide = z.enum(['left', 'right'])
const panel = z.object({
  /** Which edge of a display the panel stands at where it has not stood before. */
  side: panelSide,
  /** The edge it last stood at, by display (`displayKey`). */
  sides: z.record(z.string().max(80), panelSide),
  /** The display it was last put on; null: the first. */
  display: z.string().max(80).nullable(),
  /** A strip of 64 px instead of the full panel. */
  isStrip: z.boolean(),
  /** The lesson that is shown without names until told otherwise, also after a restart; every other begins with them. */
  safeLessonId: id.nullable(),
})
const shortcuts = z.record(shortcutAction, accelerator.nullable())

/** What is remembered for this computer, not for the school. Nothing of a child is in it. */
export const preferences = z.object({
  panel,
  /** How large everything in the app's windows is drawn, 1 = 100%. */
  zoom: z.number().min(0.5).max(3),
  /** Whether the panel makes a sound, such as at the end of a timer. */
  sound: z.boolean(),
  shortcuts,
  /** Whether this is the office's computer: it has the Office view and watches the folder days come in to. */
  isOffice: z.boolean(),
})
export type Preferences = z.infer<typeof preferences>

/** What is to be otherwise; everything else stays. */
export const preferencesChange = z
  .object({
    panel: panel.partial().strict(),
    zoom: preferences.shape.zoom,
    sound: preferences.shape.sound,
    shortcuts: z.partialRecord(shortcutAction, accelerator.nullable()),
    isOffice: preferences.shape.isOffice,
  })
  .partial()
  .strict()
export type PreferencesChange = z.infer<typeof preferencesChange>

export const defaultPreferences: Preferences = {
  panel: { side: 'right', sides: {}, display: null, isStrip: false, safeLessonId: null },
  zoom: 1,
  sound: false,
  shortcuts: noShortcuts,
  isOffice: false,
}

export const changePreferences = (before: Preferences, change: PreferencesChange): Preferences => ({
  panel: withGiven(before.panel, change.panel),
  zoom: change.zoom ?? before.zoom,
  sound: change.sound ?? before.sound,
  shortcuts: withGiven(before.shortcuts, change.shortcuts),
  isOffice: change.isOffice ?? before.isOffice,
})

function withGiven<T extends object>(before: T, change: { [K in keyof T]?: T[K] | undefined } = {}): T {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...before, ...Object.fromEntries(given) }
}

/** What a file says, from whatever version of the app; the defaults where it makes no sense. */
export function readPreferences(kept: unknown): Preferences {
  const change = z.object(preferencesChange.shape).partial().safeParse(kept)
  return change.success ? changePreferences(defaultPreferences, change.data) : defaultPreferences
}
