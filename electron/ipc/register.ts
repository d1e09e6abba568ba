import { ipcMain } from 'electron'
import { isOwnPage } from '../security.ts'
import type { Dispatch } from './dispatch.ts'

/** Connects the bridge to the dispatcher. A caller that is not one of the app's own pages gets nothing. */
export function registerIpc(open: () => Promise<Dispatch>): void {
  ipcMain.handle('invoke', async (event, name: unknown, input: unknown) => {
    if (!isOwnPage(event.senderFrame)) {
      return { ok: false, error: { code: 'not-allowed', message: 'Not allowed.' } }
    }
    const dispatch = await open()
    const reply = await dispatch(name, input)
    return reply.ok && hasLongList(reply.value) ? JSON.stringify(reply) : reply
  })
}

/**
 * A list longer than this travels as text. Objects are copied one by one, once between the processes and once more
 * through the bridge, which for a lesson of 5,000 events takes longer than opening its window.
 */
const LONG_LIST = 500

const hasLongList = (value: unknown): boolean =>
  Object.values(Object(value) as object).some((one) => Array.isArray(one) && one.length > LONG_LIST)
