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
    return dispatch(name, input)
  })
}
