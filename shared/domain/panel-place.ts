import type { Preferences } from './preferences.ts'

/** Screen pixels independent of scaling; may be negative left of or above the first display. */
export type Rectangle = { x: number; y: number; width: number; height: number }
export type DisplayFacts = { id: number; bounds: Rectangle; workArea: Rectangle }

type Panel = Preferences['panel']

/** Widths at 100%. */
const PANEL_WIDTH = 352
const STRIP_WIDTH = 64

/** Tells displays apart: two may share an id over time, and one may be moved or scaled. */
export const displayKey = ({ id, bounds }: DisplayFacts): string =>
  `${String(id)}@${[bounds.x, bounds.y, bounds.width, bounds.height].join(',')}`

/** Where the panel stands: full height at an edge of the work area of the display it was last put on, else of the first. */
export function placePanel(panel: Panel, zoom: number, displays: readonly DisplayFacts[]): Rectangle | null {
  const display = findDisplay(panel.display, displays)
  if (!display) return null
  const { workArea } = display
  const wanted = Math.round((panel.isStrip ? STRIP_WIDTH : PANEL_WIDTH) * zoom)
  const width = Math.min(wanted, workArea.width)
  const isLeft = sideOn(panel, display) === 'left'
  const x = isLeft ? workArea.x : workArea.x + workArea.width - width
  return { x, y: workArea.y, width, height: workArea.height }
}

/** The same display, else one with its id (it was moved or scaled), else the first. */
const findDisplay = (key: string | null, displays: readonly DisplayFacts[]): DisplayFacts | undefined =>
  displays.find((one) => displayKey(one) === key) ??
  displays.find((one) => key?.startsWith(`${String(one.id)}@`)) ??
  displays[0]

const sideOn = (panel: Panel, display: DisplayFacts): Panel['side'] =>
  panel.sides[displayKey(display)] ?? panel.side

/** The panel is to stand on a side of the display it is on. */
export function dockOn(
  side: Panel['side'],
  panel: Panel,
  displays: readonly DisplayFacts[],
): Pick<Panel, 'side' | 'sides' | 'display'> {
  const display = findDisplay(panel.display, displays)
  return display ? docked(panel, display, side) : { side, sides: panel.sides, display: panel.display }
}

/** Where a panel that was dragged comes to rest: the nearer edge of the display that holds most of it. */
export function dockWhereDropped(
  dropped: Rectangle,
  panel: Panel,
  displays: readonly DisplayFacts[],
): Pick<Panel, 'side' | 'sides' | 'display'> | null {
  const [display] = displays.toSorted((a, b) => overlap(dropped, b.bounds) - overlap(dropped, a.bounds))
  if (!display) return null
  const { x, width } = display.workArea
  return docked(panel, display, dropped.x + dropped.width / 2 < x + width / 2 ? 'left' : 'right')
}

const docked = (panel: Panel, display: DisplayFacts, side: Panel['side']) => ({
  side,
  display: displayKey(display),
  sides: { ...panel.sides, [displayKey(display)]: side },
})

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
