import { z } from 'zod'

/** A colour as `#rrggbb`. */
export const hexColour = z.string().regex(/^#[0-9a-f]{6}$/)

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** Relative luminance, 0 black to 1 white (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How well one colour is told from another, 1 not at all to 21 (WCAG 2.2): text asks for 4.5, a shape for 3. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** One colour with a part of another in it: 0 is all the one, 1 all the other. */
export function mixed(one: string, other: string, part: number): string {
  const others = channels(other)
  const hex = channels(one).map((channel, index) =>
    Math.round(channel + ((others[index] ?? 0) - channel) * part)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${hex.join('')}`
}

/**
 * A colour that is told from its ground at least so well (see `contrast`): itself where it is, else as little darker or
 * lighter as does it.
 */
export function readable(colour: string, ground: string, least: number): string {
  const end = contrast('#000000', ground) > contrast('#ffffff', ground) ? '#000000' : '#ffffff'
  const steps = Array.from({ length: 51 }, (_, step) => mixed(colour, end, step / 50))
  return steps.find((one) => contrast(one, ground) >= least) ?? end
}
