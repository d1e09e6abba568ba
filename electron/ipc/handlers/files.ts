import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

/** Files that come in, whatever they hold. */
export function fileHandlers(context: Context): Pick<Handlers, 'reading.cancel'> {
  return {
    'reading.cancel': () => {
      context.files.cancel()
      return {}
    },
  }
}
