import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

/** The camera of the checklist. Nothing of its picture ever comes to main. */
export function cameraHandlers({ windows }: Context): Pick<Handlers, 'camera.use'> {
  return {
    'camera.use': async ({ lessonId, on }) => {
      if (on) return { isAllowed: await windows.giveCamera(lessonId) }
      windows.withdrawCamera()
      return { isAllowed: false }
    },
  }
}
