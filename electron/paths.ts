import { join } from 'node:path'
import { app } from 'electron'

/**
 * Where the app keeps its things. On Windows that is Local, not Roaming: a database in a folder that is synchronised
 * to a server is a database that breaks.
 */
export function settlePaths(): {
  records: string
  logs: string
  placement: string
  preferences: string
} {
  const local = process.env['LOCALAPPDATA']
  if (process.platform === 'win32' && local && !app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(local, app.getName()))
  }
  const data = app.getPath('userData')
  return {
    records: join(data, 'records'),
    logs: join(data, 'logs'),
    placement: join(data, 'window-placement.json'),
    preferences: join(data, 'preferences.json'),
  }
}
