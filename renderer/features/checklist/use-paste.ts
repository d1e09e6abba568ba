import { useEffect, useEffectEvent } from 'react'

/** Hears what is pasted anywhere in the window but into a field of several lines, which keeps it to be looked over. */
export function usePaste(pasted: (text: string) => void): void {
  const hear = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement) return
    event.preventDefault()
    pasted(event.clipboardData?.getData('text/plain') ?? '')
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => hear(event)
    window.addEventListener('paste', listen)
    return () => window.removeEventListener('paste', listen)
  }, [])
}
