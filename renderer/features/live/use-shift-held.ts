import { useEffect, useState } from 'react'

/** Whether Shift is down now; it counts as let go when the window is left. */
export function useShiftHeld(): boolean {
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    const look = (event: KeyboardEvent) => setIsHeld(event.shiftKey)
    const letGo = () => setIsHeld(false)
    window.addEventListener('keydown', look, true)
    window.addEventListener('keyup', look, true)
    window.addEventListener('blur', letGo)
    return () => {
      window.removeEventListener('keydown', look, true)
      window.removeEventListener('keyup', look, true)
      window.removeEventListener('blur', letGo)
    }
  }, [])
  return isHeld
}
