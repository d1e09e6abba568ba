const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('bare', {
  prepare: (work) => ipcRenderer.invoke('prepare', work),
  export: (folder) => ipcRenderer.invoke('export', folder),
})
