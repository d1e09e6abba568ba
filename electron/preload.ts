import { contextBridge, ipcRenderer } from 'electron'

/** The one bridge. It knows no command by name and never changes for a feature; main checks every call. */
contextBridge.exposeInMainWorld('api', {
  invoke: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('invoke', name, input),
  on: (name: string, listener: (payload: unknown) => void): (() => void) => {
    const forward = (_event: unknown, told: string, payload: unknown) => {
      if (told === name) listener(payload)
    }
    ipcRenderer.on('event', forward)
    return () => ipcRenderer.off('event', forward)
  },
})
