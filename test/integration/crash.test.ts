import { expect, it } from 'vitest'
import { killOften } from '../crash/kill-often.ts'

/** A few of `npm run test:crash`, at the same moments each time as far as the computer is as busy. */
it('loses, halves and doubles nothing when exporting and merging are killed', async () => {
  const { lost, half, doubled, kills } = await killOften({ kills: 5, seed: 20_210_118 })
  expect({ kills, lost, half, doubled }).toEqual({ kills: 5, lost: [], half: [], doubled: [] })
}, 120_000)
