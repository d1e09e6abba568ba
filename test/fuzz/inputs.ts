import { createDice } from './dice.ts'
import type { Original } from './corpus.ts'
import { HOSTILE_ZIPS, writeZip } from './hostile-zips.ts'
import { MUTATIONS } from './mutations.ts'

/** One input and how it came about, enough to see what a finding is of. */
export type FuzzInput = { bytes: Uint8Array; from: string; changes: string[]; lessonDate?: string }

/** How often an archive is built by hand; its bytes are sometimes damaged too. */
const ZIPS = 0.02

/** Input number `input` of a seed: a fixture changed in one to four ways, or a hostile archive. */
export function buildInput(corpus: readonly Original[], seed: number, input: number): FuzzInput {
  const dice = createDice(seed, input)
  const original = dice.pick(corpus)
  const other = dice.pick(corpus)
  const lessonDate = dice.chance(0.2) ? '2021-01-18' : undefined
  const changes: string[] = []
  let { bytes } = original
  if (dice.chance(ZIPS)) {
    const zip = dice.pick(HOSTILE_ZIPS)
    bytes = writeZip(zip.build(dice, original.bytes))
    changes.push(zip.name)
    if (dice.chance(0.7)) return { bytes, from: original.name, changes }
  }
  for (let left = 1 + dice.below(4); left > 0; left -= 1) {
    const mutation = dice.pick(MUTATIONS)
    bytes = mutation.change(bytes, dice, other.bytes)
    changes.push(mutation.name)
  }
  return { bytes, from: original.name, changes, ...(lessonDate && { lessonDate }) }
}
