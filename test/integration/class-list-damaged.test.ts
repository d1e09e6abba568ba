import { describe, expect, it } from 'vitest'
import { readClassListCsv } from '../../electron/exchange/import/class-list-csv.ts'
import { classListRow } from '../../shared/domain/class-list.ts'
import { bytesOf } from '../support/class-list-reading.ts'

describe('a damaged file', () => {
  it('is understood within its own rules or refused with advice, and never throws', () => {
    const files = [
      '5c-30-pupils.csv',
      'utf-16le_tabs.csv',
      'windows-1252_semicolons_title-line.csv',
      'roster_nhs-class-import_valid_mixed-dates.csv',
      'zoom_2020-09_report_preamble_rejoins.csv',
    ].map(bytesOf)
    const random = createRandom(20210118)
    const seen = { understood: 0, refused: 0 }
    for (let round = 0; round < 3000; round += 1) {
      const reading = readClassListCsv(damage(files[round % files.length] as Buffer, random))
      if (reading.understood) {
        seen.understood += 1
        for (const row of reading.rows) {
          if (!classListRow.safeParse(row).success) throw new Error(`round ${round}: ${JSON.stringify(row)}`)
        }
      } else {
        seen.refused += 1
        expect(reading.refusal.code, `round ${round}`).not.toBe('')
        expect(reading.refusal.message, `round ${round}`).toContain('Nothing was changed')
        expect(reading.refusal.advice.length, `round ${round}`).toBeGreaterThan(20)
      }
    }
    // Both happen, so neither branch is tested on nothing.
    expect(seen.understood).toBeGreaterThan(300)
    expect(seen.refused).toBeGreaterThan(300)
  }, 60_000)
})

/** Cuts, flips a bit, swaps two pieces, or doubles one. */
function damage(original: Buffer, random: (below: number) => number): Buffer {
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
function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
