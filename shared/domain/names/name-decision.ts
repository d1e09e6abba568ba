import { type Fit, type FitKind, fitName, isNear, isRival, typedName } from './name-fit.ts'
import { foldWord, type NameReading, readName, withoutPronouns } from './name-words.ts'
import type { PupilForms, PupilNames } from './pupil-forms.ts'

/** Why a name was taken, asked or turned down. */
export type MatchReason =
  | FitKind
  | 'nickname'
  | 'own-device'
  | 'shared-device'
  | 'common-device'
  | 'somebodys-device'
  | 'same-name'
  | 'not-alone'
  | 'parent'
  | 'several'
  | 'other-class'
  | 'other-name-shown'
  | 'already-matched'
  | 'does-not-take-part'
  | 'device'
  | 'no-name'
  | 'unknown'

/** What one name comes to by itself, the rest of the list unseen. `isSure` is false for what has to be asked. */
export type Decision = {
  reason: MatchReason
  isSure: boolean
  pupils: readonly PupilNames[]
  strength: number
  /** Nobody else in the class comes near, not even by one of the two names. */
  isAlone: boolean
}

/** The pupils of the class; which words are names among them, and who has a name like a word. */
export type Register = {
  pupils: readonly PupilForms[]
  isNameWord: (word: string) => boolean
  relatedTo: (word: string) => ReadonlySet<PupilForms>
}
type Fitted = { forms: PupilForms; fit: Fit }

const ask = (reason: MatchReason, pupils: readonly PupilNames[], strength = 0): Decision => ({
  reason,
  isSure: false,
  pupils: [...new Set(pupils)],
  strength,
  isAlone: false,
})
const sure = (reason: MatchReason, pupil: PupilNames, strength: number, isAlone = false): Decision => ({
  reason,
  isSure: true,
  pupils: [pupil],
  strength,
  isAlone,
})
const nobody = (reason: MatchReason): Decision => ask(reason, [])

/** Longer than any name; what is longer is nobody's and is not looked at. */
const LONGEST_NAME = 120

/** Saved names and devices first, then what the words of the name say. */
export function decideName(text: string, register: Register): Decision {
  if (text.length > LONGEST_NAME) return nobody('unknown')
  const key = foldWord(text)
  if (key === '') return nobody('no-name')
  const byWords = decideByWords(text, register)
  return decideSaved(key, text, byWords, register) ?? byWords
}

/** A name or device a person has confirmed before, unless it is somebody else's own name as well. */
function decideSaved(key: string, text: string, byWords: Decision, register: Register): Decision | null {
  const bare = readName(text, register.isNameWord)
  const isBareName = !bare.hasParent && !bare.hasDevice
  const keys = isBareName ? [key, bare.words.join('')] : [key]
  const having = (kind: 'nicknames' | 'devices') =>
    register.pupils.filter((forms) => keys.some((one) => forms[kind].has(one))).map(({ pupil }) => pupil)
  const [byNickname, byDevice] = [having('nicknames'), having('devices')]
  const saved = [...new Set([...byNickname, ...byDevice])]
  const [only] = saved
  if (only === undefined) return null
  const rivals = byWords.strength >= ENOUGH_TO_RIVAL ? byWords.pupils : []
  const all = [...new Set([...saved, ...rivals])]
  if (byWords.isSure && all.length === 1) return byWords
  if (all.length > 1) return ask(byNickname.length > 0 ? 'same-name' : 'shared-device', all)
  if (bare.words.length === 0) return ask('common-device', saved)
  if (isOtherClass(bare.classes, only)) return ask('other-class', saved)
  return byNickname.length > 0
    ? sure('nickname', only, STRENGTH_OF_SAVED)
    : sure('own-device', only, STRENGTH_OF_DEVICE)
}

const STRENGTH_OF_SAVED = 90
/** Whoever holds it; so less than a name. */
const STRENGTH_OF_DEVICE = 89
const STRENGTH_OF_FULL = 95
/** A likeness by ear or by initials. */
const GUESS = 44
/** Anything better than a question about spelling. */
const ENOUGH_TO_RIVAL = 60

function decideByWords(text: string, register: Register): Decision {
  const parts = withoutPronouns(text).split(/[&+/]|\s(?:and|und|et)\s/i)
  const readings = parts.map((part) => readName(part, register.isNameWord))
  const naming = readings.filter(({ words }) => words.length > 0)
  if (naming.length < 2) return decideWithBrackets(text, register)
  const surname = naming.at(-1)?.words.slice(1) ?? []
  const found = naming.flatMap((reading) => {
    const withSurname = { ...reading, words: [...reading.words, ...surname] }
    const strong = fitsOf(withSurname, register).filter(isStrong)
    return candidates(strong.length > 0 ? strong : fitsOf(reading, register), false)
  })
  return found.length > 0 ? ask('several', found) : nobody('unknown')
}

/** `New name (Original name)`, `Eric’s iPad (Clapton)`, `Katherine (Katie) Lowe`. */
function decideWithBrackets(text: string, register: Register): Decision {
  const inside = [...text.matchAll(/[([{]([^()[\]{}]*)[)\]}]/g)].map(([, words = '']) => words).join(' ')
  const outside = text.replace(/[([{][^()[\]{}]*[)\]}]/g, ' ')
  const whole = readName(text, register.isNameWord)
  if (inside.trim() === '') return decideReading(whole, register)
  const [main, bracket] = [outside, inside].map((part) => readName(part, register.isNameWord))
  if (main === undefined || bracket === undefined) return decideReading(whole, register)
  const withClasses = { classes: whole.classes, hasParent: whole.hasParent }
  if (bracket.words.length === 0) return decideReading({ ...main, ...withClasses }, register)
  if (main.words.length === 0)
    return decideReading({ ...bracket, ...withClasses, hasDevice: false }, register)
  const together = decideReading({ ...whole, hasDevice: false }, register)
  if (together.strength >= STRENGTH_OF_FULL) return together
  return combine(
    decideReading({ ...main, ...withClasses }, register),
    decideReading({ ...bracket, ...withClasses, hasDevice: false }, register),
    together,
  )
}

/** The name shown and the name in brackets, which have to agree for the app to be sure. */
function combine(main: Decision, bracket: Decision, together: Decision): Decision {
  const [pupil] = main.pupils
  const bracketAgrees = pupil !== undefined && bracket.pupils.includes(pupil)
  const isFull = main.isSure && main.strength >= STRENGTH_OF_FULL
  const contradicts = bracket.strength >= ENOUGH_TO_RIVAL && !bracketAgrees
  if (isFull && !contradicts) return main
  if (main.isSure && bracketAgrees) return main
  const [original] = bracket.pupils
  const isOriginalFull = bracket.isSure && bracket.strength >= STRENGTH_OF_FULL
  if (isOriginalFull && original !== undefined && main.pupils.includes(original)) return bracket
  const all = [...main.pupils, ...bracket.pupils, ...together.pupils]
  return all.length > 0 ? ask('other-name-shown', all, together.strength) : together
}

export function decideReading(reading: NameReading, register: Register): Decision {
  const isDevice = reading.hasDevice && reading.words.length === 0
  const fits = fitsOf(reading, register)
  const [best] = fits
  if (best === undefined) return nobody(isDevice ? 'device' : 'unknown')
  const { kind, level, strength } = best.fit
  const rivals = fits.filter(
    (other) => other !== best && isRival(other.fit, best.fit, reading.words.length === 1),
  )
  if (rivals.length > 0 || level === 'ask' || level === 'weak') {
    const areEqual = rivals.some((other) => other.fit.strength === strength)
    const isClear = level === 'full' || level === 'sure'
    const reason = isClear ? (areEqual ? 'same-name' : 'not-alone') : kind
    return ask(
      reading.hasParent ? 'parent' : reason,
      candidates(fits, reading.words.length === 1),
      rivals.length > 0 ? strength : 0,
    )
  }
  const { pupil } = best.forms
  if (reading.hasParent) return ask('parent', [pupil], strength)
  if (reading.hasDevice && kind === 'forename') return ask('somebodys-device', [pupil], strength)
  if (isOtherClass(reading.classes, pupil)) return ask('other-class', [pupil], strength)
  const isAlone = fits.every((other) => other === best || !isNear(other.fit, best.fit))
  return sure(kind, pupil, strength, isAlone)
}

/** Best first; in the order of the class among equals. */
function fitsOf(reading: NameReading, { pupils, relatedTo }: Register): Fitted[] {
  const typed = typedName(reading)
  const related = new Set(reading.words.flatMap((word) => [...relatedTo(word)]))
  const fits: Fitted[] = []
  for (const forms of pupils) {
    const fit = fitName(typed, forms, related.has(forms))
    if (fit !== null) fits.push({ forms, fit })
  }
  return fits.toSorted((a, b) => b.fit.strength - a.fit.strength)
}

const isStrong = ({ fit }: Fitted): boolean => fit.level !== 'weak'

/**
 * All who come near. Those of whom only one name agrees are among them when there is nobody better, when it was one word,
 * or when the best is a guess that the forename speaks against.
 */
function candidates(fits: readonly Fitted[], isOneWord: boolean): PupilNames[] {
  const best = fits[0]?.fit
  const isGuess = (best?.strength ?? 0) <= GUESS
  const isCandidate = ({ fit: { kind, level } }: Fitted) =>
    level !== 'weak' ||
    best?.level === 'weak' ||
    (kind === 'surname-only' && (isOneWord || isGuess)) ||
    (best?.level === 'ask' && kind === 'other-surname')
  return fits.filter(isCandidate).map(({ forms }) => forms.pupil)
}

/** The name says a year or class, and it is not this pupil's. */
function isOtherClass(said: readonly string[], { classes = [] }: PupilNames): boolean {
  const own = classes.flatMap((name) => yearAndLetter(name) ?? [])
  if (own.length === 0) return false
  return said.map(yearAndLetter).some((one) => {
    const sameYear = own.filter(({ year }) => year === one?.year)
    const letters = sameYear.map(({ letter }) => letter).filter((letter) => letter !== '')
    const isOtherLetter =
      one !== null && one.letter !== '' && letters.length > 0 && !letters.includes(one.letter)
    return sameYear.length === 0 || isOtherLetter
  })
}

function yearAndLetter(name: string): { year: number; letter: string } | null {
  const [, year, letter = ''] = /(\d{1,2})\s?([a-z]{0,2})(?![a-z])/i.exec(name) ?? []
  return year === undefined ? null : { year: Number(year), letter: letter.toLowerCase() }
}
