import { isCloseWord } from './close-spelling.ts'
import { SURNAME_PARTICLES } from './noise-words.ts'
import { initialsOf, type NameForm, type PupilForms } from './pupil-forms.ts'
import { shortFormOf } from './short-forms.ts'

/** How the words taken for a forename fit a pupil's. */
export type ForenameGrade =
  | 'none'
  | 'whole'
  | 'initialled'
  | 'short'
  | 'longer'
  | 'loose'
  | 'initial'
  | 'middle'
  | 'middle-initial'
  | 'close'
  | 'extra'
  | 'other'
/** How the words taken for a surname fit a pupil's. */
export type SurnameGrade =
  'none' | 'whole' | 'part' | 'initial' | 'start' | 'cut' | 'close' | 'close-part' | 'extra' | 'other'

type Words = readonly string[]

/** Whether a word is at all like one of a pupil's: looked at first, for hardly any pupil is. */
export function isRelatedWord(word: string, { forenames, ownWords }: PupilForms): boolean {
  if (ownWords.some((own) => isAlike(word, own) || isCloseWord(word, own))) return true
  return forenames.some((form) => shortFormOf(word, form.words[0] ?? '') !== null)
}

/** Equal, one the beginning of the other, or initials. */
function isAlike(word: string, own: string): boolean {
  if (word.charCodeAt(0) !== own.charCodeAt(0)) return false
  return word.length <= 2 || own.startsWith(word) || word.startsWith(own)
}

export function gradeForename(words: Words, { forenames, forenameWords }: PupilForms): ForenameGrade {
  const [first = ''] = words
  if (words.length === 0) return 'none'
  const joined = words.join('')
  if (forenames.some((form) => form.joined === joined || isAbbreviated(words, form))) return 'whole'
  if (joined.length > 1 && forenames.some((form) => startJoins(joined, form))) return 'whole'
  if (forenames.some((form) => areInitials(words, form))) return 'initial'
  const isFirst = forenames.some((form) => form.words[0] === first)
  const areOwn = words.every((word) => forenameWords.has(word))
  if (areOwn) return forenames.some((form) => words.includes(form.words[0] ?? '')) ? 'whole' : 'middle'
  const areOnlyForename = forenames.every((form) => form.words.length === 1)
  if (isFirst && areOnlyForename && words.slice(1).every((word) => word.length === 1)) return 'initialled'
  if (words.length === 1) return gradeOneForename(first, forenames, forenameWords)
  if (words.some((word) => word.length > 1 && forenames.some((form) => form.words[0] === word)))
    return words.every((word) => forenameWords.has(word) || isShortOf(word, forenames)) ? 'whole' : 'extra'
  return forenames.some((form) => isCloseWord(joined, form.joined)) ? 'close' : 'other'
}

function gradeOneForename(
  word: string,
  forenames: readonly NameForm[],
  ownWords: ReadonlySet<string>,
): ForenameGrade {
  if (word.length === 1) return [...ownWords].some((own) => own.startsWith(word)) ? 'middle-initial' : 'other'
  const firsts = [...new Set(forenames.map((form) => form.words[0] ?? ''))]
  const shorts = firsts.map((first) => shortFormOf(word, first))
  if (shorts.includes('sure')) return 'short'
  if (shorts.includes('longer')) return 'longer'
  const isClose = forenames.some((form) => isCloseWord(word, form.joined))
  if (isClose || firsts.some((first) => isCloseWord(word, first) || isCut(word, first))) return 'close'
  if (shorts.includes('possible')) return word.length < 4 ? 'close' : 'loose'
  return [...ownWords].some((own) => own.length > 3 && isCloseWord(word, own)) ? 'close' : 'other'
}

const isShortOf = (word: string, forenames: readonly NameForm[]): boolean =>
  forenames.some((form) => shortFormOf(word, form.words[0] ?? '') === 'sure')

const isCut = (word: string, whole: string): boolean =>
  word.length >= 3 && word.length < whole.length && whole.startsWith(word)

/** Words of the form in order from the first, some of them initials only: `Mohammed I` of Mohammed Ibrahim. */
function isAbbreviated(words: Words, form: NameForm): boolean {
  if (words.every((word) => word.length === 1)) return false
  return isInOrder(words, form)
}

function isInOrder(words: Words, form: NameForm): boolean {
  let next = 0
  return words.every((word, index) => {
    const fits = (own: string) => own === word || (word.length === 1 && own.startsWith(word))
    const at = form.words.findIndex((own, place) => place >= next && fits(own))
    next = at + 1
    return at >= 0 && (index > 0 || at === 0)
  })
}

/** The first words of the form run together: `lilymay` of Lily May Rose. */
const startJoins = (joined: string, form: NameForm): boolean =>
  form.words.some((_, index) => form.words.slice(0, index + 1).join('') === joined)

const areInitials = (words: Words, form: NameForm): boolean =>
  words.every((word) => word.length === 1) ? isInOrder(words, form) : isInitialsRun(words, form)

/** `FX` of François-Xavier. */
const isInitialsRun = (words: Words, form: NameForm): boolean =>
  words.length === 1 &&
  words[0]?.length === form.words.length &&
  form.words.length > 1 &&
  words[0] === initialsOf(form)

export function gradeSurname(words: Words, { surnames }: PupilForms): SurnameGrade {
  if (words.length === 0) return 'none'
  const joined = words.join('')
  if (surnames.some((form) => form.joined === joined)) return 'whole'
  if (surnames.some((form) => isPart(words, form))) return 'part'
  if (surnames.some((form) => areSurnameInitials(words, form))) return 'initial'
  if (surnames.some((form) => form.joined.startsWith(joined))) return isStart(joined) ? 'start' : 'cut'
  if (surnames.some((form) => isCloseWord(joined, form.joined))) return 'close'
  if (surnames.some((form) => form.words.length > 1 && form.words.some((word) => isCloseWord(joined, word))))
    return 'close-part'
  if (
    words.length > 1 &&
    surnames.some((form) => ` ${words.join(' ')} `.includes(` ${form.words.join(' ')} `))
  )
    return 'extra'
  return 'other'
}

/** Two letters that are no surname of their own: `Cl` may stand for Clarke, `Li` is not the start of Liu. */
const isStart = (letters: string): boolean => /^[b-df-hj-np-tv-xz]{2}$/.test(letters) && letters !== 'ng'

/** Some words of a surname of several, with one among them that tells: `Carter` of Bell-Carter, not `van` of van Dyke. */
function isPart(words: Words, form: NameForm): boolean {
  if (form.words.length < 2) return false
  if (!words.some((word) => word.length > 2 && !SURNAME_PARTICLES.has(word))) return false
  const joined = words.join('')
  return form.words.some((_, from) =>
    form.words.some((_, to) => to >= from && form.words.slice(from, to + 1).join('') === joined),
  )
}

function areSurnameInitials(words: Words, form: NameForm): boolean {
  if (words.every((word) => word.length === 1)) {
    return words.length === 1
      ? form.words.some((own) => own.startsWith(words[0] ?? ''))
      : words.join('') === initialsOf(form)
  }
  return isInitialsRun(words, form)
}
