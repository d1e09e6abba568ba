import { useState } from 'react'
import { flushSync } from 'react-dom'

/** Moves an entry of a list, says where it is now, and keeps the focus on the control that moved it. */
export function useMoving() {
  const [said, setSaid] = useState('')
  const moving = (name: string, to: number, of: number, move: () => void) => {
    if (to < 0 || to >= of) return
    const focused = document.activeElement
    flushSync(() => {
      move()
      setSaid(`${name} is now ${to + 1} of ${of}`)
    })
    // The row may have been taken out and put in again, and the focus with it.
    if (focused instanceof HTMLElement) focused.focus()
  }
  return { said, moving }
}
