import { describe, expect, it } from 'vitest'
import { CODE_BYTES, makeLessonCode, readLessonCode, inGroups } from '../../shared/domain/lesson-code.ts'

const bytes = (from: number) => Uint8Array.from({ length: CODE_BYTES }, (_, n) => (from + n * 7) % 256)

describe('the code of a shared lesson', () => {
  it('is twelve characters, none of them taken for another, whatever the bytes', () => {
    for (let from = 0; from < 256; from += 1) {
      expect(makeLessonCode(bytes(from))).toMatch(/^[2-9AC-HJKMNP-RTV-Y]{12}$/)
    }
  })

  it('uses every character alike: no byte is folded onto a few of them', () => {
    const seen = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const same = new Uint8Array(CODE_BYTES).fill(byte)
      const letter = byte < 243 ? makeLessonCode(same).charAt(0) : null
      if (letter) seen.set(letter, (seen.get(letter) ?? 0) + 1)
      else expect(() => makeLessonCode(same)).toThrow('too few')
    }
    expect([...new Set(seen.values())]).toEqual([9])
    expect(seen.size).toBe(27)
  })

  it('reads back as it is shown, in any case, with blanks and dashes', () => {
    const code = makeLessonCode(bytes(3))
    expect(readLessonCode(inGroups(code))).toBe(code)
    expect(readLessonCode(` ${inGroups(code).toLowerCase().replaceAll('-', ' – ')} `)).toBe(code)
    expect(inGroups('7K3Q9MWX4HPT')).toBe('7K3Q-9MWX-4HPT')
  })

  it('takes what is typed for a character that is not used', () => {
    expect(readLessonCode('bszu-bszu-bszu')).toBe('852V852V852V')
  })

  it.each([
    '',
    '7K3Q-9MWX-4HP',
    '7K3Q-9MWX-4HPTT',
    '7K3Q-9MWX-4HP0',
    '7K3Q-9MWX-4HPI',
    '7K3Q_9MWX_4HPT',
    '🙂🙂🙂🙂',
  ])('is not: %s', (typed) => expect(readLessonCode(typed)).toBe(null))
})
