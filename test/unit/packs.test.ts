import { describe, expect, it } from 'vitest'
import {
  approvalAfter,
  contactToRing,
  type Pack,
  packStanding,
  weekOf,
  without,
} from '../../shared/domain/packs.ts'
import { idOf } from '../support/log-fixture.ts'

const pack: Pack = {
  id: idOf(1),
  classId: idOf(2),
  week: '2021-01-18',
  contents: 'Maths booklet',
  availableFrom: '2021-01-15',
  approval: { staffId: idOf(3), at: 1 },
}
const open = { ...pack, approval: null }

describe('a pack', () => {
  it.each([
    ['2021-01-18', '2021-01-18'],
    ['2021-01-24', '2021-01-18'],
    ['2021-01-01', '2020-12-28'],
  ])('of %s belongs to the week of Monday %s', (date, monday) => {
    expect(weekOf(date)).toBe(monday)
  })

  it.each([
    [open, 0, '2021-01-14', 'not-approved-yet'],
    [open, 0, '2021-01-15', 'late-not-approved'],
    [open, 30, '2021-01-20', 'late-not-approved'],
    [pack, 0, '2021-01-15', 'approved'],
    [pack, 0, '2021-01-16', 'late-not-out'],
    [pack, 1, '2021-01-16', 'approved'],
  ] as const)('%# is late by its date', (one, received, today, standing) => {
    expect(packStanding(one, received, today)).toBe(standing)
  })

  it('is approved with its contents, not with others', () => {
    expect(approvalAfter(pack, 'Maths booklet')).toEqual(pack.approval)
    expect(approvalAfter(pack, 'Reading book')).toBeNull()
    expect(approvalAfter(null, 'Maths booklet')).toBeNull()
  })

  it('is missing to those with no receipt', () => {
    const pupils = [{ id: 'a' }, { id: 'b' }]
    expect(without(pupils, { a: 'sent' })).toEqual([{ id: 'b' }])
    expect(without(pupils, {})).toEqual(pupils)
  })
})

describe('whom to ring', () => {
  const identity = (telephones: (string | undefined)[]) => ({
    legalForename: 'Kofi',
    legalSurname: 'Osei',
    contacts: telephones.map((telephone, place) => ({
      name: `Contact ${place}`,
      ...(telephone === undefined ? {} : { telephone }),
    })),
  })
  it('is the first contact with a telephone, or nobody', () => {
    expect(contactToRing(identity([undefined, ' ', '01632 960111', '01632 960222']))?.name).toBe('Contact 2')
    expect(contactToRing(identity([undefined]))).toBeNull()
    expect(contactToRing(identity([]))).toBeNull()
  })
})
