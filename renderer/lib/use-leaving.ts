import { useEffect, useEffectEvent, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'

type Leaving = {
  /** The page a link was followed to, which waits for an answer; null while nobody leaves. */
  to: string | null
  stay: () => void
  leave: () => void
}

/** Holds a followed link, and the window, while something is not saved. */
export function useLeaving(isUnsaved: boolean): Leaving {
  const [to, setTo] = useState<string | null>(null)
  const [, navigate] = useHashLocation()
  const clicked = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (!isUnsaved || !link) return
    event.preventDefault()
    event.stopPropagation()
    setTo(link.getAttribute('href')?.slice(1) ?? null)
  })
  const closing = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsaved) event.preventDefault()
  })
  useEffect(() => {
    const hearClick = (event: MouseEvent) => clicked(event)
    const hearClosing = (event: BeforeUnloadEvent) => closing(event)
    // Before the router hears it.
    document.addEventListener('click', hearClick, true)
    window.addEventListener('beforeunload', hearClosing)
    return () => {
      document.removeEventListener('click', hearClick, true)
      window.removeEventListener('beforeunload', hearClosing)
    }
  }, [])
  return {
    to,
    stay: () => setTo(null),
    leave: () => {
      setTo(null)
      if (to !== null) navigate(to)
    },
  }
}
