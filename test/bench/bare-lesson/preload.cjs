const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('bare', { insert: (row) => ipcRenderer.invoke('insert', row) })
