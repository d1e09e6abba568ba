import { useEffect } from 'react'
import { hasOwnKeys } from './use-live-keys.ts'

type Acts = { onClass: (index: number) => void; onUndo: () => void; onTimer: () => void }

/**
 * Keys where no name shows: 1 to 9 for the whole class, T for the timer, U or Ctrl+Z for undo. Letters find nobody, so
 * none is meant by mistake.
 */
export function useClassKeys({ onClass, onUndo, onTimer }: Acts): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, repeat, altKey, ctrlKey, metaKey } = event
      if (repeat || altKey || hasOwnKeys(event.target)) return
      const isCommand = ctrlKey || metaKey
      if (/^[1-9]$/.test(key) && !isCommand) onClass(Number(key) - 1)
      if (key.toLowerCase() === 't' && !isCommand) {
        event.preventDefault()
        onTimer()
      }
      if (isCommand ? key === 'z' : key.toLowerCase() === 'u') onUndo()
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  })
}
