// The yardstick for a tap: one window with thirty buttons, and one handler that inserts one row as durably as the app.
const { join } = require('node:path')
const Database = require('better-sqlite3')
const { app, BrowserWindow, ipcMain, Menu } = require('electron')

Menu.setApplicationMenu(null)
const db = new Database(join(app.getPath('userData'), 'bare.sqlite'))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`
  CREATE TABLE IF NOT EXISTS event (
    id TEXT PRIMARY KEY, lesson_id TEXT NOT NULL, pupil_id TEXT, kind TEXT NOT NULL, value TEXT NOT NULL,
    at INTEGER NOT NULL, actor_id TEXT NOT NULL, device_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS event_by_lesson ON event (lesson_id, at);
`)
const insert = db.prepare(
  `INSERT INTO event VALUES (@id, @lessonId, @pupilId, @kind, @value, @at, @actorId, @deviceId)`,
)
ipcMain.handle('insert', (_event, row) => insert.run(row).changes)

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 352,
    height: 1080,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      backgroundThrottling: false,
    },
  })
  void window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
