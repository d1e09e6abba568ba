import { describe, expect, it } from 'vitest'
import { cleanCell, dateOrderOf, isBlankText } from '../../electron/exchange/import/class-list-cells.ts'

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

describe('a column of dates', () => {
  it.each([
    ['English', ['25/12/2010', '04/09/2010'], 'day-first'],
    ['undecided', ['04/09/2010', '05/06/2010'], 'day-first'],
    ['American', ['12/25/2010', '1/31/2011', '09/04/2010'], 'month-first'],
    ['both', ['12/25/2010', '1/31/2011', '25/12/2010'], 'day-first'],
    ['one slip', ['04/13/2011'], 'day-first'],
    [
      'two slips among many',
      ['04/13/2011', '05/14/2011', ...Array.from({ length: 10 }, () => '05/06/2011')],
      'day-first',
    ],
  ])('%s', (_what, cells, order) => {
    expect(dateOrderOf(cells)).toBe(order)
  })
})
