/** A repeatable stream of numbers from 0 up to, not including, 1. The same seed always gives the same stream. */
export type Random = () => number

/** sfc32, seeded by three FNV-1a hashes of a text. Good enough to invent with, of no use for secrets. */
export function createRandom(seed: string): Random {
  let [a, b, c, d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1]
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // Seeds that differ in a few bits start alike; the generator's author throws the first numbers away.
  for (let n = 0; n < 15; n += 1) next()
  return next
}

function hash(text: string, salt: number): number {
  let mixed = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)
  for (const letter of text) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return mixed
}

/** A whole number from `from` to `to`, both included. */
export const wholeBetween = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

/** True so often in the long run: 0.25 is one time in four. */
export const happens = (random: Random, probability: number): boolean => random() < probability

/** One of the list; undefined only when it is empty. */
export const pick = <T>(random: Random, list: readonly T[]): T | undefined =>
  list[Math.floor(random() * list.length)]

/** The position of one of the weights, each chosen in proportion to its size. */
export function pickWeighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => (left -= weight) < 0)
  return found === -1 ? weights.length - 1 : found
}

/** The list in another order. */
export const shuffle = <T>(random: Random, list: readonly T[]): T[] =>
  list
    .map((value) => ({ value, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value)

function hexDigits(random: Random, count: number): string {
  let digits = ''
  while (digits.length < count) {
    digits += Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  }
  return digits.slice(0, count)
}

const variant = (random: Random): string => '89ab'[Math.floor(random() * 4)] ?? '8'

/** A UUID of version 4's shape. */
export const inventId = (random: Random): string =>
  `${hexDigits(random, 8)}-${hexDigits(random, 4)}-4${hexDigits(random, 3)}-${variant(random)}${hexDigits(random, 3)}-${hexDigits(random, 12)}`

/**
 * A UUID of version 7's shape for an event at `at` (UTC ms). `place` is its place in its act, 0 to 4095: it stands
 * where the version has room for a counter, so events of one moment sort as they were written.
 */
export function inventEventId(random: Random, at: number, place: number): string {
  const time = at.toString(16).padStart(12, '0')
  const counter = place.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant(random)}${hexDigits(random, 3)}-${hexDigits(random, 12)}`
}
