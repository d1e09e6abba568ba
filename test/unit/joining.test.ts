import { describe, expect, it } from 'vitest'
import {
  hasNickname,
  joining,
  marksOf,
  nothingKnown,
  takesPartOn,
  withName,
} from '../../shared/domain/joining.ts'

const out = joining.parse({ optOut: { since: '2021-01-18', toldBy: 'Her father' } })

describe('taking part', () => {
  it('ends on the day the family said, not before', () => {
    expect(takesPartOn(undefined, '2021-01-18')).toBe(true)
    expect(takesPartOn(nothingKnown, '2021-01-18')).toBe(true)
    expect(takesPartOn(out, '2021-01-17')).toBe(true)
    expect(takesPartOn(out, '2021-01-18')).toBe(false)
    expect(takesPartOn(out, '2021-02-01')).toBe(false)
  })

  it('is marked on a list with what else is to be known', () => {
    const known = joining.parse({
      ...out,
      difficulty: { what: 'No camera', doing: '' },
      sharedDevices: ['iPad'],
    })
    expect(marksOf(known, '2021-01-18')).toEqual(['does-not-take-part', 'difficulty', 'shares-device'])
    expect(marksOf(nothingKnown, '2021-01-18')).toEqual([])
  })
})

describe('names remembered', () => {
  it('are kept once, however they are written', () => {
    const known = withName(nothingKnown, ' Lulu ', 'nickname')
    expect(known.nicknames).toEqual(['Lulu'])
    expect(withName(known, 'LULU', 'nickname')).toBe(known)
    expect(withName(known, 'Lulu', 'shared-device').sharedDevices).toEqual(['Lulu'])
    expect(hasNickname(known, 'lu-lu')).toBe(true)
    expect(hasNickname(known, 'Lola')).toBe(false)
  })

  it('are at most twenty: the oldest makes room', () => {
    const full = Array.from({ length: 21 }).reduce<typeof nothingKnown>(
      (known, _, place) => withName(known, `Name ${place}`, 'nickname'),
      nothingKnown,
    )
    expect(full.nicknames).toHaveLength(20)
    expect(full.nicknames[0]).toBe('Name 1')
    expect(joining.safeParse(full).success).toBe(true)
  })
})
