import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

/** The window of the panel: what its frame would do if it had one. */
export function panelHandlers({ windows }: Context): Pick<Handlers, 'panel.window'> {
  const acts = {
    raise: windows.raiseLive,
    minimise: windows.minimiseLive,
    'dock-left': () => windows.dockLive('left'),
    'dock-right': () => windows.dockLive('right'),
  }
  return {
    'panel.window': ({ do: act }) => {
      acts[act]()
      return {}
    },
  }
}
