import { z } from 'zod'

/** What a teacher may reach from any program, by a shortcut of the whole system. None has a key until one is chosen. */
export const shortcutActions = ['find', 'undo', 'praise', 'safe', 'strip'] as const
export const shortcutAction = z.enum(shortcutActions)
export type ShortcutAction = z.infer<typeof shortcutAction>

export const shortcutWords: Record<ShortcutAction, string> = {
  find: 'Bring the panel forward and find a pupil',
  undo: 'Undo the last tap',
  praise: 'Your first behaviour for the whole class',
  safe: 'Safe to share: hide or show names',
  strip: 'Strip or full panel',
}

/** As Electron writes it: `Control+Alt+U`. A plain letter would be taken from every other program, so one of the first three is needed, or F1 to F24. */
export const accelerator = z
  .string()
  .regex(/^(?:(?:Control\+|Alt\+|Super\+)+(?:Shift\+)?(?:[A-Z0-9]|F\d{1,2}|Space)|(?:Shift\+)?F\d{1,2})$/)

export type Shortcuts = Record<ShortcutAction, string | null>

export const noShortcuts: Shortcuts = { find: null, undo: null, praise: null, safe: null, strip: null }

/** The keys a person holds, as a browser tells them. */
type Press = {
  code: string
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
  metaKey: boolean
}

/** The accelerator of the keys held, or null while they are none that the whole system could listen to. */
export function acceleratorOf(press: Press): string | null {
  const key = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2})|(Space))$/.exec(press.code)
  const name = key?.slice(1).find((part) => part !== undefined)
  if (!name) return null
  const held = [
    press.ctrlKey && 'Control',
    press.altKey && 'Alt',
    press.metaKey && 'Super',
    press.shiftKey && 'Shift',
    name,
  ]
  const parsed = accelerator.safeParse(held.filter(Boolean).join('+'))
  return parsed.success ? parsed.data : null
}

/** The action that has the same keys and comes before, or null: one press can mean one thing. */
export function sameKeysBefore(shortcuts: Shortcuts, action: ShortcutAction): ShortcutAction | null {
  const keys = shortcuts[action]
  const first = shortcutActions.find((one) => shortcuts[one] === keys)
  return keys === null || first === action || first === undefined ? null : first
}
