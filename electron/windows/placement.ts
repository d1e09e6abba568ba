import { readFileSync, writeFileSync } from 'node:fs'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })
const placements = z.record(z.string(), rectangle)

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

function read(file: string): Record<string, Rectangle> {
  try {
    return placements.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}

function isOnADisplay(place: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(place)
  const overlapWidth =
    Math.min(place.x + place.width, workArea.x + workArea.width) - Math.max(place.x, workArea.x)
  const overlapHeight =
    Math.min(place.y + place.height, workArea.y + workArea.height) - Math.max(place.y, workArea.y)
  return overlapWidth >= 100 && overlapHeight >= 100
}
