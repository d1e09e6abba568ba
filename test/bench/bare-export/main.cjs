// The yardstick for an export: prints a page as it stands and writes files as they stand, with nothing around it.
const { mkdir, readdir, readFile, writeFile } = require('node:fs/promises')
const { join } = require('node:path')
const { app, BrowserWindow, ipcMain, Menu } = require('electron')

Menu.setApplicationMenu(null)

/** What is to be printed and written, read before the time is taken. */
let work = null
ipcMain.handle('prepare', async (_event, { page, files }) => {
  const names = (await readdir(files)).filter((name) => !name.endsWith('.pdf'))
  const read = names.map(async (name) => [name, await readFile(join(files, name))])
  work = { html: await readFile(page), files: await Promise.all(read) }
})
ipcMain.handle('export', async (_event, folder) => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  await window.loadURL(`data:text/html;charset=utf-8;base64,${work.html.toString('base64')}`)
  const pdf = await window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  })
  window.destroy()
  await mkdir(folder)
  for (const [name, content] of [...work.files, ['Lessons.pdf', pdf]]) {
    await writeFile(join(folder, name), content, { flush: true })
  }
  return pdf.length
})

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  })
  void window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
