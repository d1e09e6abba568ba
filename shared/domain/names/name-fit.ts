import { isCloseWhole, isCloseWord, type Spelling, spellingOf } from './close-spelling.ts'
import { type ForenameGrade, gradeForename, gradeSurname, type SurnameGrade } from './name-parts.ts'
import { soundOf } from './name-sound.ts'
import type { NameReading } from './name-words.ts'
import type { PupilForms } from './pupil-forms.ts'
import { shortFormOf } from './short-forms.ts'

/** In what way a name fits a pupil. */
export type FitKind =
  | 'full-name'
  | 'part-surname'
  | 'short-form'
  | 'forename-initial'
  | 'initial-surname'
  | 'forename'
  | 'extra-words'
  | 'close-spelling'
  | 'middle-name'
  | 'maybe-short'
  | 'cut-short'
  | 'initials'
  | 'other-surname'
  | 'surname-only'

/**
 * `full`: both names. `sure`: enough when nobody else in the class comes near. `ask`: likely, for a person to say.
 * `weak`: only one of the two names agrees.
 */
export type FitLevel = 'full' | 'sure' | 'ask' | 'weak'
export type Fit = { kind: FitKind; level: FitLevel; strength: number }

const fit = (kind: FitKind, level: FitLevel, strength: number): Fit => ({ kind, level, strength })

const FULL = fit('full-name', 'full', 100)
const TURNED = fit('full-name', 'full', 95)
/** One word that is both names: also, now and then, one long forename. */
const RUN_TOGETHER = fit('full-name', 'sure', 90)
const RUN_TURNED = fit('full-name', 'sure', 90)
const PART = fit('part-surname', 'sure', 80)
const FORENAME_INITIAL = fit('forename-initial', 'sure', 70)
const INITIAL_SURNAME = fit('initial-surname', 'sure', 65)
const FORENAME = fit('forename', 'sure', 60)
/** `Grace, Thomas`: Grace Thomas, or two children. */
const COMMA_BETWEEN = fit('full-name', 'ask', 56)
const EXTRA = fit('extra-words', 'ask', 55)
const CLOSE = fit('close-spelling', 'ask', 54)
/** Neither name exact: nothing beside a pupil whose surname is. */
const CLOSE_AT_BOTH = fit('close-spelling', 'ask', 53)
/** As a whole only. */
const CLOSE_WHOLE = fit('close-spelling', 'ask', 54)
const SHORT_TOGETHER = fit('short-form', 'ask', 52)
const MIDDLE = fit('middle-name', 'ask', 50)
const SHORT = fit('short-form', 'sure', 58)
const SHORT_INITIAL = fit('short-form', 'sure', 57)
const MAYBE_SHORT = fit('maybe-short', 'ask', 48)
const LOOSELY_SHORT = fit('maybe-short', 'ask', 47)
const CUT = fit('cut-short', 'ask', 46)
const SOUND = fit('close-spelling', 'ask', 44)
const INITIALS = fit('initials', 'ask', 40)
const OTHER_SURNAME = fit('other-surname', 'weak', 22)
const SURNAME_ONLY = fit('surname-only', 'weak', 20)
const NEAR_SURNAME = fit('surname-only', 'weak', 19)

/** What a pair of grades comes to; a pair that is not here is no fit. */
const FITS: Partial<Record<ForenameGrade, Partial<Record<SurnameGrade, Fit>>>> = {
  whole: {
    whole: FULL,
    part: PART,
    initial: FORENAME_INITIAL,
    none: FORENAME,
    extra: EXTRA,
    start: FORENAME_INITIAL,
    cut: CUT,
    close: CLOSE,
    'close-part': CLOSE,
    other: OTHER_SURNAME,
  },
  short: {
    whole: SHORT,
    part: SHORT_INITIAL,
    initial: SHORT_INITIAL,
    start: SHORT_INITIAL,
    none: MAYBE_SHORT,
    cut: CUT,
    close: CLOSE_AT_BOTH,
    extra: EXTRA,
  },
  longer: {
    whole: MAYBE_SHORT,
    part: MAYBE_SHORT,
    initial: MAYBE_SHORT,
    none: MAYBE_SHORT,
    cut: CUT,
    close: CLOSE,
  },
  loose: {
    whole: LOOSELY_SHORT,
    part: LOOSELY_SHORT,
    initial: LOOSELY_SHORT,
    none: LOOSELY_SHORT,
    close: CLOSE,
  },
  initialled: { whole: TURNED, part: PART, initial: FORENAME_INITIAL, close: CLOSE, none: OTHER_SURNAME },
  initial: {
    whole: INITIAL_SURNAME,
    part: INITIALS,
    initial: INITIALS,
    start: INITIALS,
    cut: INITIALS,
    close: CLOSE,
  },
  middle: { whole: MIDDLE, part: MIDDLE, initial: MIDDLE, none: MIDDLE },
  'middle-initial': { whole: MIDDLE, none: INITIALS },
  close: { whole: CLOSE, part: CLOSE, initial: CLOSE, none: CLOSE, start: CLOSE, cut: CLOSE, close: CLOSE },
  extra: { whole: EXTRA, part: EXTRA, initial: EXTRA, extra: EXTRA, none: OTHER_SURNAME },
  none: { whole: SURNAME_ONLY, part: SURNAME_ONLY, close: NEAR_SURNAME, 'close-part': NEAR_SURNAME },
  other: { whole: SURNAME_ONLY, part: SURNAME_ONLY, close: NEAR_SURNAME },
}

/** More words than any name has. */
const MOST_WORDS = 8

/** A reading made ready to be held against every pupil. */
export type TypedName = {
  words: readonly string[]
  joined: string
  spelling: Spelling
  sound: string
  isSurnameFirst: boolean
  isOneWord: boolean
}

export function typedName({ words, isSurnameFirst }: NameReading): TypedName {
  const joined = words.join('')
  return {
    words,
    joined,
    spelling: spellingOf(joined),
    sound: soundOf(joined),
    isSurnameFirst,
    isOneWord: words.length === 1,
  }
}

/** The best way a name fits a pupil, or null. `isRelated` is false when none of its words is like any of the pupil's. */
export function fitName(typed: TypedName, forms: PupilForms, isRelated: boolean): Fit | null {
  const { words, joined, isOneWord } = typed
  if (words.length === 0 || words.length > MOST_WORDS) return null
  const [natural, turned] = typed.isSurnameFirst ? [COMMA_BETWEEN, FULL] : [FULL, TURNED]
  if (forms.wholes.has(joined)) return isOneWord ? RUN_TOGETHER : natural
  if (forms.turned.has(joined)) return isOneWord ? RUN_TURNED : turned
  const best = isRelated ? bestPair(words, joined, forms) : null
  if (best !== null && best.strength > CLOSE.strength) return best
  if ((isRelated || isOneWord) && isNearWhole(typed.spelling, best, forms)) return better(best, CLOSE_WHOLE)
  if (isOneWord && isShortTogether(joined, forms)) return better(best, SHORT_TOGETHER)
  if (isOneWord && forms.runs.has(joined)) return better(best, INITIALS)
  return better(best, forms.sounds.has(typed.sound) ? SOUND : null)
}

function bestPair(words: readonly string[], joined: string, forms: PupilForms): Fit | null {
  let best: Fit | null = joined === forms.label ? FORENAME_INITIAL : null
  for (let split = 0; split <= words.length; split += 1) {
    const [left, right] = [words.slice(0, split), words.slice(split)]
    best = better(best, pair(left, right, forms))
    best = better(best, pair(right, left, forms))
  }
  return best === FULL ? TURNED : best
}

/** Misspelt as a whole. Where one of the two names agrees, all the slips would be in the other, so only one is let pass. */
function isNearWhole(spelling: Spelling, best: Fit | null, forms: PupilForms): boolean {
  const most = best?.level === 'weak' ? 1 : 3
  for (const whole of forms.spellings) if (isCloseWhole(spelling, whole, most)) return true
  for (const nickname of forms.nicknames) if (isCloseWord(spelling.text, nickname)) return true
  return false
}

function pair(forename: readonly string[], surname: readonly string[], forms: PupilForms): Fit | null {
  const forenameGrade = gradeForename(forename, forms)
  const bySurname = FITS[forenameGrade]
  if (bySurname === undefined) return null
  return bySurname[gradeSurname(surname, forms)] ?? null
}

const better = (one: Fit | null, other: Fit | null): Fit | null =>
  (other?.strength ?? 0) > (one?.strength ?? 0) ? other : one

/** `alexwood` of Alexander Wood: now and then a forename of its own. */
const isShortTogether = (word: string, { forenames, surnames }: PupilForms): boolean =>
  surnames.some(({ joined }) => {
    const at = word.length - joined.length
    if (at < 2 || !word.endsWith(joined)) return false
    return forenames.some(({ words }) => shortFormOf(word.slice(0, at), words[0] ?? '') === 'sure')
  })

const isCloseFit = ({ kind, strength }: Fit): boolean =>
  kind === 'close-spelling' && strength > SOUND.strength

/**
 * Whether another pupil's fit leaves room for doubt when the pupil of the best is in the list already: any does, but one
 * that is exact at neither name, or a brother's or sister's surname beside both names.
 */
export const isNear = (other: Fit, best: Fit): boolean =>
  other !== CLOSE_AT_BOTH && !(best === SHORT && other.kind === 'surname-only')

/** Whether another pupil's fit makes the best one doubtful. */
export function isRival(other: Fit, best: Fit, isOneWord: boolean): boolean {
  if (best === FULL) return other === FULL
  // `Owen Tomos`: Tomos Owen turned round, or Owen Thomas misspelt.
  if (best === TURNED) return other.level === 'full' || other === PART || isCloseFit(other)
  if (other === EXTRA || other === SOUND) return false
  if (best === RUN_TOGETHER && other === CLOSE_WHOLE) return false
  // `Alex Wood`: Alexander Wood rather than Alexandra Hood.
  if (best === SHORT && other === CLOSE_AT_BOTH) return false
  // A John is not called Jack beside a Jack; a Johnny may be either.
  if (other === LOOSELY_SHORT) return best === SHORT || best === SHORT_INITIAL
  return other.level !== 'weak' || (isOneWord && other === SURNAME_ONLY)
}
