import { BRACKET_MARKS, COUNTED_HEADINGS, OWN_MARKS, PANEL_LINES } from './panel-words.ts'
import { foldWord, splitWords } from './name-words.ts'

/** Why a line of what was pasted is not among the names. */
export type LeftOutReason = 'own-entry' | 'panel-text' | 'initials' | 'repeat' | 'too-long'
export type LeftOut = { text: string; reason: LeftOutReason }
/** `message` is whole by itself; `advice` is its last sentence, for where the two are shown apart. */
export type WaitingNamesProblem = {
  code: 'empty' | 'too-long' | 'not-text' | 'not-names'
  message: string
  advice: string
}
export type WaitingNamesReading =
  { ok: true; names: string[]; leftOut: LeftOut[] } | { ok: false; problem: WaitingNamesProblem }

/** No meeting of a school shows more; above it something else was copied. */
export const MOST_NAMES = 500
const MOST_LINES = 5000
const MOST_LETTERS = 250_000
const LONGEST_LINE = 120
const MOST_WORDS = 10

/**
 * Reads the names out of text copied from a participants panel (Zoom, Teams, Meet) or typed, one a line. Marks such as
 * `(Guest)`, numbering, avatars' initials, buttons and headings go; `New name (Original name)` stays one name. The entry of
 * the person whose panel it is goes and is said. A name that stands twice is two entries, for it may be two devices or
 * somebody under a child's name; only when every name stands equally often was the same list copied twice.
 *
 * Nothing is thrown. What is far too long, binary or prose is refused before it is looked at line by line.
 * Source: "Names waiting" of the formats.
 */
export function readWaitingNames(pasted: string): WaitingNamesReading {
  if (pasted.length > MOST_LETTERS) return refuseWaitingNames('too-long')
  if (hasControlCharacters(pasted)) return refuseWaitingNames('not-text')
  const lines = pasted.split(/\r\n|[\r\n\u0085\u2028\u2029;]/)
  if (lines.length > MOST_LINES) return refuseWaitingNames('too-long')
  const shown = lines.map(cleanLine).filter((line) => line !== '')
  if (shown.length === 0) return refuseWaitingNames('empty')
  const isProse = shown.filter(isTooLong).length * 2 > shown.length
  if (isProse) return refuseWaitingNames('not-names')
  const read = shown.map(readLine)
  const named = withoutRepeats(withoutAvatars(read))
  const names = named.flatMap((line) => (line.leftOut === null ? [line.name] : []))
  if (names.length === 0 && !named.some(({ leftOut }) => leftOut === 'own-entry'))
    return refuseWaitingNames('not-names')
  if (names.length > MOST_NAMES) return refuseWaitingNames('too-long')
  const leftOut = named.flatMap((line) =>
    line.leftOut === null ? [] : [{ text: line.text.slice(0, LONGEST_LINE), reason: line.leftOut }],
  )
  return { ok: true, names, leftOut }
}

const COPY_NAMES = 'Copy the names in the meeting’s participants panel and paste only those, one a line.'

const PROBLEMS: Readonly<Record<WaitingNamesProblem['code'], string>> = {
  empty: 'There is nothing to read here. Nothing was changed.',
  'too-long': `This is far more than a list of names waiting (at most ${MOST_NAMES}). Nothing was changed.`,
  'not-text': 'This is not text, but the inside of a file. Nothing was changed.',
  'not-names':
    'This holds running text or buttons of the meeting, but no list of names. Nothing was changed.',
}

/** Says what happened, that nothing was changed, and what to do. */
export function refuseWaitingNames(code: WaitingNamesProblem['code']): {
  ok: false
  problem: WaitingNamesProblem
} {
  return { ok: false, problem: { code, message: `${PROBLEMS[code]} ${COPY_NAMES}`, advice: COPY_NAMES } }
}

type Line = { text: string; name: string; leftOut: LeftOutReason | null }

/** Characters that no text holds, or letters lost in copying: more than one in a hundred. */
function hasControlCharacters(text: string): boolean {
  let lost = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1a)) return true
    if (code === 0xfffd) lost += 1
  }
  return lost * 100 > text.length
}

/** What is not seen: writing directions, soft hyphens, fillers, joiners between letters that never join. */
const INVISIBLE =
  /[\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0]|(?<=\p{Script=Latin})[\u200c\u200d]+(?=\p{Script=Latin})/gu

const cleanLine = (line: string): string =>
  line
    .slice(0, LONGEST_LINE * 4)
    .replace(INVISIBLE, '')
    .replace(/(?!\t)\p{Cc}/gu, '')
    .replace(/[^\S\t]+/g, ' ')
    .trim()

const isTooLong = (line: string): boolean =>
  line.length > LONGEST_LINE || line.split(/\s/).length > MOST_WORDS

function readLine(text: string): Line {
  if (isTooLong(text)) return { text, name: '', leftOut: 'too-long' }
  const cells = text
    .split('\t')
    .map((cell) => withoutNumbering(cell.trim()))
    .filter((cell, _, all) => cell !== '' && !isPanelText(cell) && !(all.length > 1 && /^\d+$/.test(cell)))
  const { name, isOwn } = withoutMarks(cells.join(' '))
  if (isOwn) return { text, name, leftOut: 'own-entry' }
  return { text, name, leftOut: name === '' || isPanelText(name) ? 'panel-text' : null }
}

/** `1. `, `2) `, `(3) `, bullets and dashes in front. */
const withoutNumbering = (text: string): string =>
  text.replace(/^(?:\(?\d{1,3}[.):]\s{0,3}(?=\D)|\d{1,3}\s{0,2}[-–]\s|[-–—•·*▪◦●○‣>~]+\s{0,3})/u, '').trim()

const foldLine = (text: string): string => splitWords(text).map(foldWord).join(' ')

function isPanelText(line: string): boolean {
  const folded = foldLine(line)
  if (folded === '') return !/\p{Extended_Pictographic}/u.test(line)
  if (PANEL_LINES.has(folded)) return true
  const counted = folded.replace(/^\d{1,4} | \d{1,4}$/g, '')
  if (counted !== folded && COUNTED_HEADINGS.has(counted)) return true
  return /^participant id \d+$/.test(folded) || /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]m)?$/i.test(line)
}

/** Takes the marks in brackets off a name, `Participant ID: 123` too; brackets that hold another name stay. */
function withoutMarks(text: string): { name: string; isOwn: boolean } {
  let isOwn = false
  const name = text
    .replace(/[([]([^()[\]]{1,60})[)\]]/g, (bracket, inside: string) => {
      const marks = inside.split(/[,;/|]/).map(foldLine)
      const isMark = (mark: string) =>
        BRACKET_MARKS.has(mark) || OWN_MARKS.has(mark) || /^participant id\b/.test(mark)
      if (!marks.every(isMark)) return bracket
      if (marks.some((mark) => OWN_MARKS.has(mark))) isOwn = true
      return ' '
    })
    .replace(/[,-]?\s{0,3}participant id:?\s{0,3}\d{1,12}/gi, ' ')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '')
  return { name, isOwn }
}

/** The letters in an avatar stand on a line of their own before the name they belong to, for half of the names or more. */
function withoutAvatars(lines: readonly Line[]): Line[] {
  const isAvatar = lines.map(({ text, leftOut }, index) => {
    const next = lines.slice(index + 1, index + 3).find((line) => line.leftOut !== 'panel-text')
    return leftOut === null && next !== undefined && areInitialsOf(text, next.name)
  })
  const avatars = isAvatar.filter(Boolean).length
  const names = lines.filter(({ leftOut }) => leftOut === null || leftOut === 'own-entry').length - avatars
  if (avatars * 2 < names) return [...lines]
  return lines.map((line, index) => (isAvatar[index] === true ? { ...line, leftOut: 'initials' } : line))
}

function areInitialsOf(letters: string, name: string): boolean {
  if (!/^\p{Lu}{1,3}$/u.test(letters)) return false
  const initials = splitWords(name).map((word) => foldWord(word).charAt(0))
  const wanted = Array.from(foldWord(letters))
  if (initials.length === 0 || foldWord(name) === foldWord(letters)) return false
  const ends = [initials[0], initials.at(-1)]
  return wanted.every((letter, at) => (wanted.length === 2 ? ends.includes(letter) : initials[at] === letter))
}

/** The whole list copied twice, or each name shown with its picture's description: every name equally often, more than one name. */
function withoutRepeats(lines: readonly Line[]): Line[] {
  const counts = new Map<string, number>()
  for (const { name, leftOut } of lines) if (leftOut === null) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [times = 1] = counts.values()
  const isCopied = counts.size > 1 && times > 1 && [...counts.values()].every((count) => count === times)
  if (!isCopied) return [...lines]
  const seen = new Set<string>()
  return lines.map((line) => {
    const isRepeat = line.leftOut === null && seen.has(line.name)
    seen.add(line.name)
    return isRepeat ? { ...line, leftOut: 'repeat' } : line
  })
}
