import { describe, expect, it } from 'vitest'
import { cleanCell, isBlankText } from '../../electron/exchange/import/class-list-cells.ts'

describe('a cell', () => {
  it.each([
    ['plain', 'Ada Lovelace', 'Ada Lovelace'],
    ['with too many spaces', '  Ada \t Lovelace\n', 'Ada Lovelace'],
    ['with what cannot be seen', '\u200bAda\u202e\u0007', 'Ada'],
    ['composed of letter and accent', 'Chloe\u0301', 'Chlo\u00e9'],
  ])('%s is one line that can be seen', (_what, cell, seen) => {
    expect(cleanCell(cell)).toBe(seen)
  })

  it('of a million letters is cut: nothing so long is of a pupil, and much of it takes long to look at', () => {
    expect(cleanCell('('.repeat(1_000_000))).toHaveLength(10_000)
    expect(cleanCell(`a  ${'é'.repeat(1_000_000)}`).length).toBeLessThanOrEqual(10_000)
  })
})

describe('a text', () => {
  it('is blank where nothing of it could be seen, however long it is', () => {
    expect(isBlankText(' \r\n\u200b\ufeff\u0000'.repeat(5000))).toBe(true)
    expect(isBlankText(`${' '.repeat(50_000)}a`)).toBe(false)
  })
})
