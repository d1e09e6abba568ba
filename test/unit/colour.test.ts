import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { behaviourColours } from '../../shared/domain/behaviours.ts'
import { contrast, mixed, readable } from '../../shared/domain/colour.ts'

const TEXT = 4.5

/** The theme's own colours, light and dark, as the style sheet says them. */
function tokens(): { light: Map<string, string>; dark: Map<string, string> } {
  const css = readFileSync(new URL('../../renderer/app/tokens.css', import.meta.url), 'utf8')
  const block = (selector: string): Map<string, string> => {
    const from = css.indexOf(`\n${selector} {`)
    const said = css.slice(from, css.indexOf('}', from)).matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)
    return new Map([...said].map(([, name = '', value = '']) => [name, value]))
  }
  return { light: block(':root'), dark: block(":root[data-mantine-color-scheme='dark']") }
}

describe('the contrast of two colours', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21)
    expect(contrast('#6741d9', '#6741d9')).toBe(1)
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2)
  })
})

describe('a school’s colour', () => {
  it('stays as it is where it is read, and goes as far as it must where it is not', () => {
    expect(readable('#6741d9', '#ffffff', TEXT)).toBe('#6741d9')
    expect(readable('#ffffff', '#ffffff', TEXT)).not.toBe('#ffffff')
    expect(mixed('#ffffff', '#000000', 0.5)).toBe('#808080')
    expect(mixed('#123456', '#654321', 0)).toBe('#123456')
  })

  it('is read on paper and in the dark, whatever it is', () => {
    const steps = ['00', '33', '66', '99', 'cc', 'ff']
    const all = steps.flatMap((red) =>
      steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)),
    )
    const unread = ['#ffffff', '#f6f6f8', '#202126', '#17181c'].flatMap((ground) =>
      all.filter((colour) => contrast(readable(colour, ground, TEXT), ground) < TEXT),
    )
    expect(unread).toEqual([])
  })
})

describe.each(['light', 'dark'] as const)('the colours of behaviours, %s', (theme) => {
  const palette = tokens()[theme]

  it.each(behaviourColours)('%s is read on every ground of the panel', (colour) => {
    const ink = palette.get(`behaviour-${colour}`)
    expect(ink).toBeDefined()
    const unreadable = ['surface', 'canvas', 'accent-soft'].filter(
      (ground) => contrast(ink ?? '', palette.get(ground) ?? '') < TEXT,
    )
    expect(unreadable).toEqual([])
  })
})
