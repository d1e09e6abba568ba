import { foldName } from '../people.ts'
import { DEVICE_COMPANIONS, DEVICE_WORDS, FILLER_WORDS, PARENT_WORDS } from './noise-words.ts'

/** One way to read a name: the folded words that may be somebody's, and what else was said. */
export type NameReading = {
  words: readonly string[]
  /** `Clarke, Jenny` */
  isSurnameFirst: boolean
  hasDevice: boolean
  hasParent: boolean
  /** Years and classes in it, folded: `5`, `5c`. */
  classes: readonly string[]
}

/** Scripts in which what Unicode calls marks are vowels and tones: taking them away makes two names one. */
const MARKS_ARE_LETTERS = /[\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff]/
/** Letters only by name: the turned commas of Hawaiian and Arabic transcription, the Arabic stretching line. */
const SILENT = /[\u02b9-\u02bf\u0640]/g

/** A word or a whole name for comparing: no accents, case, spaces or punctuation, in any script. */
export function foldWord(text: string): string {
  const spoken = text.replace(SILENT, '')
  if (!MARKS_ARE_LETTERS.test(spoken)) return foldName(spoken)
  return spoken
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** The foldings of a name: Müller is `muller` and `mueller`. */
export function foldings(text: string): string[] {
  const spelt = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüøå]/g, (letter) => TWO_LETTERS[letter] ?? letter)
  return [...new Set([foldWord(text), foldWord(spelt)])]
}

const APOSTROPHES = /['’‘`´ʻʼ]/g
const PRONOUNS = /\b(?:she|he|they|ze)\s{0,2}\/\s{0,2}(?:her|him|them|they|hers|his|theirs)\b(?:\/\w{1,7})?/gi
const MODEL =
  /\b(?:sm|lg|sky|tb|lenovo|desktop|laptop|win|mbp|ps|user|caller|room)[-_ ]{1,2}[a-z]{0,8}\d[a-z0-9_-]{0,20}/gi
const CLASS = /\b(?:year|yr|y|class)[ .]{0,2}(\d{1,2}\s?[a-z]?)\b|\b([1-9][a-z]{1,2}|1[0-3][a-z])\b/gi

/** The words of a name, split at spaces, hyphens and the like, accents kept. */
export const splitWords = (text: string): string[] =>
  text.replace(APOSTROPHES, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Reads a name, or a part of one. `isNameWord` says which folded words are pupils' own names, whatever else they mean. */
export function readName(text: string, isNameWord: (word: string) => boolean): NameReading {
  const classes: string[] = []
  let hasDevice = false
  let hasParent = false
  const spoken = text
    .replace(PRONOUNS, ' ')
    .replace(MODEL, () => {
      hasDevice = true
      return ' '
    })
    .replace(CLASS, (_, year?: string, short?: string) => {
      classes.push((year ?? short ?? '').toLowerCase().replace(/\s/g, ''))
      return ' '
    })
  const words: string[] = []
  for (const word of spokenWords(spoken, isNameWord)) {
    const isName = isNameWord(word)
    if (!isName && DEVICE_WORDS.has(word)) hasDevice = true
    else if (!isName && PARENT_WORDS.has(word)) hasParent = true
    else if (isName || !FILLER_WORDS.has(word)) words.push(word)
  }
  const isNoise = words.every(
    (word) => !isNameWord(word) && (DEVICE_COMPANIONS.has(word) || word.length === 1),
  )
  const nobody = isNoise && (hasDevice || words.some((word) => word.length > 1) || words.length === 0)
  return {
    words: nobody ? [] : words,
    isSurnameFirst: /^[^,]*\p{L}[^,]*,[^,]*\p{L}[^,]*$/u.test(text),
    hasDevice: hasDevice || (nobody && (words.length > 0 || /\p{N}/u.test(spoken))),
    hasParent,
    classes,
  }
}

/** Folded words without the digits around them; `Jenny’s` is Jenny, `JennyClarke` is two. */
function spokenWords(text: string, isNameWord: (word: string) => boolean): string[] {
  const marked = text.replace(/['’‘`´]s(?![\p{L}\p{M}])/giu, ' ')
  return splitWords(marked).flatMap((word) => {
    const folded = foldWord(word)
    if (/^\p{N}+$/u.test(folded)) return []
    const isKnown = isNameWord(folded) || DEVICE_WORDS.has(folded)
    const parts = isKnown ? [word] : word.split(/(?<=\p{L}\p{M}{0,2}\p{Ll}\p{M}{0,2})(?=\p{Lu})/u)
    return parts.map((part) => withoutDigits(foldWord(part))).filter((part) => part !== '')
  })
}

/** `clarke5` is `clarke`; `a12` and `4f2k9` are models and nobody. */
function withoutDigits(word: string): string {
  if (!/\p{N}/u.test(word)) return word
  const bare = word.replace(/^\p{N}+|\p{N}+$/gu, '')
  return bare.length <= 2 || /\p{N}.*\p{N}/u.test(bare) ? '' : bare
}
