import { useEffect, useState } from 'react'

/**
 * One clock for all windows: main's. The difference to this window's own is taken once, at the start; what runs on
 * screen is always computed from instants, never counted, so sleep and throttling cannot make it drift.
 */
let aheadMs = 0

export const setClock = (mainNow: number): void => {
  aheadMs = mainNow - Date.now()
}

/** Now, UTC ms, on main's clock. */
export const now = (): number => Date.now() + aheadMs

/** Now, kept fresh on screen at least every `everyMs`. */
export function useNow(everyMs: number): number {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return at
}
