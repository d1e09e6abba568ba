/**
 * The code of a shared lesson: twelve characters the teacher's screen shows and the second adult types once. Of
 * characters that are taken for each other only one is used, so a code read aloud or from a screen is typed right.
 */
const ALPHABET = '23456789ACDEFGHJKMNPQRTVWXY'

const LENGTH = 12
const GROUP = 4

/** Random bytes to make a code from: enough that one is always found (a byte is left out one time in twenty). */
export const CODE_BYTES = 64

/** Bytes beyond this would make some characters likelier than others. */
const FAIR = 256 - (256 % ALPHABET.length)

/** A code from `CODE_BYTES` random bytes: 27 characters to the power of 12, about 57 bits. */
export const makeLessonCode = (random: Uint8Array): string => spellCode(random, LENGTH)

/** So many characters of random bytes, each one as likely as any other. */
export function spellCode(random: Uint8Array, length: number): string {
  const fair = [...random].filter((byte) => byte < FAIR).slice(0, length)
  if (fair.length < length) throw new Error('too few random bytes for a code')
  return fair.map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
}

/** What is typed for characters that are not used, to those that are. */
const takenFor: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', U: 'V' }

/** The code that was typed, without blanks and dashes and in any case; null when it cannot be one. */
export function readLessonCode(typed: string): string | null {
  const letters = Array.from(typed.toUpperCase().replace(/[\s\-–—.]/g, ''), (one) => takenFor[one] ?? one)
  return letters.length === LENGTH && letters.every((one) => ALPHABET.includes(one)) ? letters.join('') : null
}

/** As a code is shown, in groups of four: `7K3Q-9MWX-4HPT`. */
export const inGroups = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')
