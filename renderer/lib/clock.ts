import { useEffect, useState } from 'react'

/**
 * One clock for all windows: main's. It is taken at the start and again whenever main says that it moved; between, this
 * window's steady time tells how much has passed, so a computer's clock that jumps moves nothing here. What runs on screen
 * is always computed from instants, never counted, so sleep and throttling cannot make it drift.
 */
let aheadMs = Date.now() - performance.now()
let isPaused = false
const watchers = new Set<() => void>()

export const setClock = (mainNow: number): void => {
  aheadMs = mainNow - performance.now()
  for (const refresh of watchers) refresh()
}

/** Now, UTC ms, on main's clock. */
export const now = (): number => Math.round(performance.now() + aheadMs)

/** While the computer is away nothing on screen moves on; time does. */
export const pauseDisplays = (paused: boolean): void => {
  isPaused = paused
}

/** Now, kept fresh on screen at least every `everyMs`. */
export function useNow(everyMs: number): number {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const refresh = () => {
      if (!isPaused) setAt(now())
    }
    watchers.add(refresh)
    const timer = setInterval(refresh, everyMs)
    return () => {
      watchers.delete(refresh)
      clearInterval(timer)
    }
  }, [everyMs])
  return at
}
