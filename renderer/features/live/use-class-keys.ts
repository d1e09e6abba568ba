import { useEffect } from 'react'

type Acts = { onClass: (index: number) => void; onUndo: () => void }

/** Keys where no name shows: 1 to 9 for the whole class, U or Ctrl+Z for undo. Letters find nobody, so none is meant by mistake. */
export function useClassKeys({ onClass, onUndo }: Acts): void {
  useEffect(() => {
    const listen = ({ key, repeat, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      if (repeat || altKey || document.querySelector('dialog[open]') !== null) return
      const isCommand = ctrlKey || metaKey
      if (/^[1-9]$/.test(key) && !isCommand) onClass(Number(key) - 1)
      if (isCommand ? key === 'z' : key.toLowerCase() === 'u') onUndo()
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  })
}
