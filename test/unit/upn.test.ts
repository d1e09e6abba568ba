import { describe, expect, it } from 'vitest'
import { findUpnCheckLetter, findUpnProblem, isTemporaryUpn, normaliseUpn } from '../../shared/domain/upn.ts'

describe('the check letter of a UPN', () => {
  it.each([
    // The two examples of DfE's guidance on unique pupil numbers, as its own software tests them; one is temporary.
    ['801200001001', 'H'],
    ['80120000101A', 'G'],
    // Examples of python-stdnum and of dfeqa.
    ['801200005001', 'B'],
    ['123456789012', 'A'],
    // The last character weighs 13, and 13 is P because I and O are missing; 26 leaves 3.
    ['000000000001', 'P'],
    ['000000000002', 'D'],
    // The first digit weighs 2, and 18 is V because I, O and S are missing.
    ['900000000000', 'V'],
    // A temporary UPN's last letter has its place in the table: B is 1; Z is 22, and 286 leaves 10.
    ['00000000000B', 'P'],
    ['00000000000Z', 'L'],
  ])('of %s is %s', (rest, letter) => {
    expect(findUpnCheckLetter(rest)).toBe(letter)
  })

  it.each([
    '',
    '80120000100',
    '8012000010011',
    '80120000100O',
    '80120000100I',
    '80120000100S',
    '8012A0001001',
  ])('is not there for “%s”', (rest) => expect(findUpnCheckLetter(rest)).toBeNull())
})

describe('what is wrong with a UPN', () => {
  it('is nothing when the letter fits', () => {
    expect(findUpnProblem('H801200001001')).toBeNull()
    expect(findUpnProblem('B801200005001')).toBeNull()
  })

  it('is the check letter when another stands there', () => {
    expect(findUpnProblem('Z801200001001')).toBe('check-letter')
    expect(findUpnProblem('A801200005001')).toBe('check-letter')
    // A letter that no UPN has is wrong in the same place.
    expect(findUpnProblem('I801200001001')).toBe('check-letter')
  })

  it('is the check letter when two neighbouring digits are swapped', () => {
    expect(findUpnProblem('H801200001010')).toBe('check-letter')
  })

  it.each(['', 'H80120000100', 'X80120000A001', 'h801200001001', '1801200001001'])(
    'is the shape of “%s”',
    (upn) => expect(findUpnProblem(upn)).toBe('shape'),
  )
})

it('takes out what people put in to read a UPN more easily', () => {
  expect(normaliseUpn(' h801 2000-01001 ')).toBe('H801200001001')
})

it('knows a temporary UPN by its last letter', () => {
  expect(isTemporaryUpn('G80120000101A')).toBe(true)
  expect(isTemporaryUpn('H801200001001')).toBe(false)
  expect(isTemporaryUpn('TBC')).toBe(false)
})
