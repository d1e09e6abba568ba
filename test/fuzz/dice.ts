import { createRandom } from '../../shared/domain/example-school/random.ts'

/** Random choices that a seed repeats exactly. */
export type Dice = {
  /** A whole number from 0 to below. */
  below: (below: number) => number
  pick: <T>(from: readonly T[]) => T
  chance: (share: number) => boolean
}

/** The dice of one input: the same seed and number give the same throws, whatever came before. */
export function createDice(seed: number, input: number): Dice {
  const next = createRandom(`${seed}:${input}`)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (from) => {
      const found = from[below(from.length)]
      if (found === undefined) throw new Error('There is nothing to pick from.')
      return found
    },
    chance: (share) => next() < share,
  }
}
