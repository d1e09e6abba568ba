import { describe, expect, it } from 'vitest'
import {
  type DisplayFacts,
  displayKey,
  dockOn,
  dockWhereDropped,
  placePanel,
} from '../../shared/domain/panel-place.ts'
import { defaultPreferences } from '../../shared/domain/preferences.ts'
import { sharingOn } from '../../shared/domain/sharing.ts'

const laptop: DisplayFacts = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1366, height: 768 },
  workArea: { x: 0, y: 0, width: 1366, height: 728 },
}
/** Left of the laptop, with a bar at its top. */
const desk: DisplayFacts = {
  id: 2,
  bounds: { x: -1920, y: -200, width: 1920, height: 1080 },
  workArea: { x: -1920, y: -172, width: 1920, height: 1052 },
}
const both = [laptop, desk]
const { panel } = defaultPreferences

describe('where the panel stands', () => {
  it('is the right edge of the first display, as high as its work area', () => {
    expect(placePanel(panel, 1, both)).toEqual({ x: 1014, y: 0, width: 352, height: 728 })
  })

  it('is the other edge, or a strip, when so chosen', () => {
    expect(placePanel({ ...panel, side: 'left' }, 1, both)).toMatchObject({ x: 0, width: 352 })
    expect(placePanel({ ...panel, isStrip: true }, 1, both)).toMatchObject({ x: 1302, width: 64 })
    expect(placePanel({ ...panel, isStrip: true, side: 'left' }, 1, both)).toMatchObject({ x: 0, width: 64 })
  })

  it('widens with the zoom, at most to the work area', () => {
    expect(placePanel(panel, 2, both)).toMatchObject({ x: 662, width: 704 })
    const phone = { ...laptop, workArea: { x: 0, y: 0, width: 500, height: 728 } }
    expect(placePanel(panel, 2, [phone])).toMatchObject({ x: 0, width: 500 })
  })

  it('is remembered for each display', () => {
    const onDesk = { ...panel, ...dockOn('left', { ...panel, display: displayKey(desk) }, both) }
    expect(placePanel(onDesk, 1, both)).toEqual({ x: -1920, y: -172, width: 352, height: 1052 })
    const onBoth = { ...onDesk, ...dockOn('right', { ...onDesk, display: displayKey(laptop) }, both) }
    expect(placePanel({ ...onBoth, display: displayKey(desk) }, 1, both)).toMatchObject({ x: -1920 })
    expect(placePanel({ ...onBoth, display: displayKey(laptop) }, 1, both)).toMatchObject({ x: 1014 })
  })

  it('moves to a display that is left when its own goes, and back when that returns', () => {
    const onDesk = { ...panel, ...dockOn('left', { ...panel, display: displayKey(desk) }, both) }
    expect(placePanel(onDesk, 1, [laptop])).toEqual({ x: 0, y: 0, width: 352, height: 728 })
    expect(placePanel(onDesk, 1, both)).toMatchObject({ x: -1920 })
  })

  it('follows its display when that is moved or scaled', () => {
    const onDesk = { ...panel, display: displayKey(desk) }
    const moved = { ...desk, bounds: { ...desk.bounds, x: 1366 }, workArea: { ...desk.workArea, x: 1366 } }
    expect(placePanel(onDesk, 1, [laptop, moved])).toMatchObject({ x: 1366 + 1920 - 352 })
  })

  it('is nowhere while there is no display', () => {
    expect(placePanel(panel, 1, [])).toBeNull()
    expect(dockWhereDropped({ x: 0, y: 0, width: 352, height: 700 }, panel, [])).toBeNull()
  })
})

describe('a panel that was dragged', () => {
  const dropped = (x: number) => dockWhereDropped({ x, y: 20, width: 352, height: 700 }, panel, both)

  it.each([
    [900, 'right', laptop],
    [100, 'left', laptop],
    [-100, 'left', laptop],
    [-400, 'right', desk],
    [-1700, 'left', desk],
  ] as const)('to %i comes to rest at the %s of the display that holds most of it', (x, side, display) => {
    expect(dropped(x)).toEqual({
      side,
      display: displayKey(display),
      sides: { [displayKey(display)]: side },
    })
  })
})

describe('what becomes of the windows in a shared screen', () => {
  it.each([
    ['win32', '10.0.19041', 'left-out'],
    ['win32', '10.0.22631', 'left-out'],
    ['win32', '10.0.18363', 'blacked-out'],
    ['win32', '6.1.7601', 'blacked-out'],
    ['darwin', '24.1.0', 'not-promised'],
    ['linux', '6.1.0', 'seen'],
  ])('on %s %s is %s', (platform, release, expected) => {
    expect(sharingOn(platform, release)).toBe(expected)
  })
})
