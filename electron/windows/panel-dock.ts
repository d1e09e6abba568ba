import { type BrowserWindow, screen } from 'electron'
import { dockWhereDropped, placePanel, type Rectangle } from '../../shared/domain/panel-place.ts'
import type { PreferencesFile } from '../preferences.ts'

/** Keeps the panel at the edge of a display, whatever becomes of the displays (`placePanel`). */
export type PanelDock = {
  place(): Rectangle | null
  follow(window: BrowserWindow): void
}

/** How long a dragged window rests before it is taken as dropped, ms. */
const DROPPED_MS = 300
/** Moves this soon after our own are the system's answer to it, not a person's hand, ms. */
const OWN_MOVE_MS = 1000

export function createPanelDock(preferences: PreferencesFile): PanelDock {
  const place = () => {
    const { panel, zoom } = preferences.get()
    return placePanel(panel, zoom, listDisplays())
  }
  return {
    place,
    follow: (window) => {
      let placedAt = Date.now()
      let dropping: ReturnType<typeof setTimeout> | undefined
      const settle = () => {
        const bounds = place()
        if (!bounds || window.isDestroyed() || isAt(window.getBounds(), bounds)) return
        placedAt = Date.now()
        window.setBounds(bounds)
      }
      const dropped = () => {
        if (window.isDestroyed() || window.isMinimized() || Date.now() - placedAt < OWN_MOVE_MS) return
        const panel = dockWhereDropped(window.getBounds(), preferences.get().panel, listDisplays())
        if (panel) preferences.save({ panel })
      }
      window.on('move', () => {
        clearTimeout(dropping)
        dropping = setTimeout(dropped, DROPPED_MS)
      })
      const stopFollowing = preferences.follow(settle)
      const changes = ['display-added', 'display-removed', 'display-metrics-changed'] as const
      for (const change of changes) screen.on(change as 'display-added', settle)
      window.on('closed', () => {
        clearTimeout(dropping)
        stopFollowing()
        for (const change of changes) screen.off(change as 'display-added', settle)
      })
    },
  }
}

/** The first display first. */
export function listDisplays() {
  const first = screen.getPrimaryDisplay().id
  return screen.getAllDisplays().toSorted((a, b) => Number(b.id === first) - Number(a.id === first))
}

const isAt = (now: Rectangle, wanted: Rectangle): boolean =>
  now.x === wanted.x && now.y === wanted.y && now.width === wanted.width && now.height === wanted.height
