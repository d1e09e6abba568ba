import { setImmediate } from 'node:timers/promises'

/** How long one stretch of work may hold up everything else. */
const STRETCH_MS = 20

/** Lets other work have its turn when a stretch has become long: to be awaited between small pieces of much work. */
export function createPauses(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < STRETCH_MS) return
    await setImmediate()
    began = performance.now()
  }
}
