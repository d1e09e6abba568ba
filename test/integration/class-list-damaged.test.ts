import { describe, expect, it } from 'vitest'
import { readClassListCsv } from '../../electron/exchange/import/class-list-csv.ts'
import { classListRow } from '../../shared/domain/class-list.ts'
import { bytesOf } from '../support/class-list-reading.ts'
import { createRandom, damage } from '../support/damage.ts'

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
