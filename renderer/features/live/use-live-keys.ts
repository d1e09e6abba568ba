import { useEffect } from 'react'
import type { LiveStore } from './live-store.ts'

/**
 * Keys work wherever the focus is in the panel, before any control sees them, except where something has keys of its
 * own (a dialog, the list of adults). A key that is held down counts once, but for deleting.
 */
export function useLiveKeys(live: LiveStore): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || hasOwnKeys(event.target)) return
      if (event.repeat && event.key !== 'Backspace') return
      const { key, code, shiftKey: isShift, ctrlKey, metaKey } = event
      const meant = live.getState().keyPressed({ key, code, isShift, isCommand: ctrlKey || metaKey })
      if (meant) event.preventDefault()
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [live])
}

/** Whether something else has the keys: a dialog, or a part of the panel with keys of its own. */
export const hasOwnKeys = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element && target.closest('[data-own-keys]') !== null)
