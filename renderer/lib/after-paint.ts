import { type StoreApi, useStore } from 'zustand'

type Followed<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>

const waiting = new Set<() => void>()

/**
 * Runs something once the frame that is on its way has been painted, together with all else that waits for it. A window that
 * nobody sees paints nothing, so there nothing waits.
 */
export function afterPaint(run: () => void): void {
  if (document.hidden) {
    run()
    return
  }
  const isPlanned = waiting.size > 0
  waiting.add(run)
  if (isPlanned) return
  // The frame itself is drawn right after this callback. What else waits for it, such as its own measuring, comes before this.
  requestAnimationFrame(() => setTimeout(flush, AFTER_FRAME_MS))
  // A window that is hidden meanwhile is given no frame.
  setTimeout(flush, LONGEST_WAIT_MS)
}

/** Long enough to be a task behind those that are due when the frame is done. */
const AFTER_FRAME_MS = 1
const LONGEST_WAIT_MS = 100

function flush(): void {
  const runs = [...waiting]
  waiting.clear()
  for (const run of runs) run()
}

const followers = new WeakMap<object, unknown>()

/** Whether a change cannot wait for a frame. */
type IsUrgent<T> = (state: T, shown: T) => boolean

/**
 * What a store holds, as of the last frame that was painted: for what is looked at after the thing that was tapped, so that this
 * is on screen a frame earlier. Never for a text field's own value; `isUrgent`, one for each store, names what cannot wait
 * either, and all else that waits comes with it.
 */
export function useAfterPaint<T, S>(
  store: StoreApi<T>,
  select: (state: T) => S,
  isUrgent: IsUrgent<T> = () => false,
): S {
  return useStore(followerOf(store, isUrgent), select)
}

function followerOf<T>(store: StoreApi<T>, isUrgent: IsUrgent<T>): Followed<T> {
  const known = followers.get(store) as Followed<T> | undefined
  if (known) return known
  const follower = follow(store, isUrgent)
  followers.set(store, follower)
  return follower
}

function follow<T>(store: StoreApi<T>, isUrgent: IsUrgent<T>): Followed<T> {
  const listeners = new Set<(state: T, before: T) => void>()
  let shown = store.getState()
  let stop: (() => void) | null = null
  const catchUp = () => {
    const before = shown
    shown = store.getState()
    if (shown !== before) for (const listener of listeners) listener(shown, before)
  }
  return {
    getInitialState: store.getInitialState,
    getState: () => {
      // Nobody is told while nobody listens, so there is nothing to keep in step with.
      if (stop === null) shown = store.getState()
      return shown
    },
    subscribe: (listener) => {
      listeners.add(listener)
      if (stop === null) {
        // It may have changed since the first look at it.
        shown = store.getState()
        stop = store.subscribe((state) => {
          afterPaint(catchUp)
          if (isUrgent(state, shown)) flush()
        })
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      }
    },
  }
}
