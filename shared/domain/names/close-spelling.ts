/** Letters that are added, lost, changed or swapped with their neighbour to get from one to the other; more than `most` is all the same. */
export function spellingSteps(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  const width = other.length
  let beforeLast: number[] = []
  let last: number[] = []
  for (let j = 0; j <= width; j += 1) last.push(j)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= width; j += 1) {
      const steps = leastSteps(one, other, i, j, [beforeLast, last, row])
      row.push(steps)
      if (steps < least) least = steps
    }
    if (least > most) return most + 1
    beforeLast = last
    last = row
  }
  return last[width] ?? Infinity
}

type Rows = readonly [readonly number[], readonly number[], readonly number[]]

function leastSteps(one: string, other: string, i: number, j: number, [beforeLast, last, row]: Rows): number {
  const [a, b] = [one.charCodeAt(i - 1), other.charCodeAt(j - 1)]
  const changed = (last[j - 1] ?? Infinity) + (a === b ? 0 : 1)
  const steps = Math.min((last[j] ?? Infinity) + 1, (row[j - 1] ?? Infinity) + 1, changed)
  const isSwapped = i > 1 && j > 1 && a === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === b
  return isSwapped ? Math.min(steps, (beforeLast[j - 2] ?? Infinity) + 1) : steps
}

/** Short names lie close to other names (Eva, Ava), so of three letters the first must agree. */
const mostSteps = (length: number, one: string, other: string): number => {
  if (length <= 3) return length === 3 && one[0] === other[0] ? 1 : 0
  return length <= 6 ? 1 : 2
}

/** Whether two folded words are one misspelt, or sound alike (Aisha, Ayesha). Equal ones are not close. */
export function isCloseWord(one: string, other: string): boolean {
  if (one === other) return false
  if (Math.abs(one.length - other.length) > 2) return false
  const differ = differByLetters(one, other)
  if (differ > 4) return false
  const length = Math.max(one.length, other.length)
  if (length > 3 && withPlainEnd(one) === withPlainEnd(other)) return true
  const most = mostSteps(length, one, other)
  const sounds = most < 2 && soundsAlike(one, other)
  if (most === 0 || differ > 2 * Math.max(most, sounds ? 2 : 0)) return false
  return spellingSteps(one, other, sounds ? 2 : most) <= (sounds ? 2 : most)
}

/** A text with its letters looked through once, for holding it against many. */
export type Spelling = { text: string; letters: number }

export const spellingOf = (text: string): Spelling => ({ text, letters: lettersOf(text) })

/** Archie, Archey and Archy end alike. */
const withPlainEnd = (word: string): string => word.replace(/(?:ie|ey|ee|y)$/, 'i')

/** The same for both names run together, where more letters leave room for more slips: up to `atMost`. */
export function isCloseWhole(one: Spelling, other: Spelling, atMost: number): boolean {
  const length = Math.max(one.text.length, other.text.length)
  if (length < 6 || one.text === other.text) return false
  const most = Math.min(atMost, length < 9 ? 1 : length < 14 ? 2 : 3)
  if (Math.abs(one.text.length - other.text.length) > most) return false
  if (countLetters(one.letters ^ other.letters) > 2 * most) return false
  return spellingSteps(one.text, other.text, most) <= most
}

function soundsAlike(one: string, other: string): boolean {
  if (one.length < 5 || other.length < 5) return false
  const hasSameEnds = one[0] === other[0] && one.at(-1) === other.at(-1)
  return hasSameEnds && consonants(one) === consonants(other)
}

const consonants = (word: string): string => word.replace(/[aeiouyh]/g, '').replace(/(.)\1+/g, '$1')

/** How many of 32 kinds of letters are in one and not in the other: a quick no before counting steps. */
const differByLetters = (one: string, other: string): number =>
  countLetters(lettersOf(one) ^ lettersOf(other))

function countLetters(letters: number): number {
  let left = letters
  let count = 0
  while (left !== 0) {
    left &= left - 1
    count += 1
  }
  return count
}

function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}
