import { readFileSync, writeFileSync } from 'node:fs'
import { type BrowserWindow, type Rectangle, screen } from 'electron'

/** Remembers where each window stood. A place on a display that is gone is forgotten. */
export type Placement = {
  find(name: string): Rectangle | null
  follow(name: string, window: BrowserWindow): void
}

export function createPlacement(file: string): Placement {
  const known = read(file)
  return {
    find: (name) => {
      const place = known[name]
      return place && isOnADisplay(place) ? place : null
    },
    follow: (name, window) => {
      window.on('close', () => {
        known[name] = window.getNormalBounds()
        try {
          writeFileSync(file, JSON.stringify(known))
        } catch {
          // Where a window stood is a comfort; losing it must not keep the app from closing.
        }
      })
    },
  }
}

/** A file that is gone or not as we wrote it is no reason not to open a window. */
function read(file: string): Record<string, Rectangle> {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(isPlace))
  } catch {
    return {}
  }
}

/** Checked by hand: a window must not wait for a library of shapes. */
const isPlace = (entry: [string, unknown]): entry is [string, Rectangle] => {
  const place = entry[1] as Partial<Record<keyof Rectangle, unknown>> | null
  const isSize = (value: unknown) => Number.isInteger(value) && Number(value) > 0
  return (
    Number.isInteger(place?.x) && Number.isInteger(place?.y) && isSize(place?.width) && isSize(place?.height)
  )
}

function isOnADisplay(place: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(place)
  const overlapWidth =
    Math.min(place.x + place.width, workArea.x + workArea.width) - Math.max(place.x, workArea.x)
  const overlapHeight =
    Math.min(place.y + place.height, workArea.y + workArea.height) - Math.max(place.y, workArea.y)
  return overlapWidth >= 100 && overlapHeight >= 100
}
