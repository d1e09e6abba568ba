// The yardstick: an Electron window that shows one heading, with the same web preferences as the app's windows.
const { app, BrowserWindow, Menu } = require('electron')

Menu.setApplicationMenu(null)
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1200,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  void window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
