/** Cuts, flips a bit, swaps two pieces, or doubles one. */
export function damage(original: Buffer, random: (below: number) => number): Buffer {
  const bytes = Buffer.from(original)
  const from = random(bytes.length)
  const to = Math.min(bytes.length, from + 1 + random(60))
  const piece = bytes.subarray(from, to)
  switch (random(5)) {
    case 0:
      return bytes.subarray(0, from)
    case 1:
      bytes[from] = (bytes[from] ?? 0) ^ (1 << random(8))
      return bytes
    case 2:
      return Buffer.concat([bytes.subarray(to), bytes.subarray(0, from), piece])
    case 3:
      return Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)])
    default:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  }
}

/** The same numbers every time: a failure can be run again. Numerical Recipes' linear congruential generator. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
