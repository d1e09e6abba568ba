import { useEffect, useEffectEvent } from 'react'

/** Whether what is typed now goes into a field, so that letters are letters. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  event.target.matches('textarea, input:not([type="radio"], [type="checkbox"])')

/** Whether Enter does something there by itself: presses a button, or sends a form. */
export const isOnControl = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement && event.target.matches('button, a, summary, input[type="radio"]')

/**
 * Hears every key of the window, wherever the focus is, that nothing else has taken. A key held down counts once, so
 * that a book on the keyboard cannot answer nine checks.
 */
export function useKeys(pressed: (event: KeyboardEvent) => void): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    if (event.repeat && event.key === 'Enter') event.preventDefault()
    else pressed(event)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
