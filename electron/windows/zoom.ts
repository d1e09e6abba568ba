import type { BrowserWindow } from 'electron'
import { stepZoom } from '../../shared/domain/zoom.ts'
import type { PreferencesFile } from '../preferences.ts'

const steps: ReadonlyMap<string, 1 | -1 | 0> = new Map([
  ['+', 1],
  ['=', 1],
  ['-', -1],
  ['0', 0],
])

/** Draws a window as large as was last chosen, and lets Ctrl or Cmd with +, - and 0 or the wheel choose, for all windows. */
export function followZoom(window: BrowserWindow, preferences: PreferencesFile): void {
  const { webContents } = window
  const apply = () => {
    if (!webContents.isDestroyed()) webContents.setZoomFactor(preferences.get().zoom)
  }
  const step = (by: 1 | -1 | 0) => preferences.save({ zoom: stepZoom(preferences.get().zoom, by) })
  webContents.on('before-input-event', (event, { type, key, control, meta, alt }) => {
    const by = steps.get(key)
    const isCommand = process.platform === 'darwin' ? meta : control
    if (by === undefined || !isCommand || alt) return
    event.preventDefault()
    if (type === 'keyDown') step(by)
  })
  webContents.on('zoom-changed', (_event, direction) => step(direction === 'in' ? 1 : -1))
  webContents.on('dom-ready', apply)
  apply()
  window.on('closed', preferences.follow(apply))
}
