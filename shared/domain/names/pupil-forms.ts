import { labelPupils } from '../people.ts'
import { type Spelling, spellingOf } from './close-spelling.ts'
import { soundOf } from './name-sound.ts'
import { foldings, foldWord, splitWords } from './name-words.ts'

/** Who a waiting name may be, as far as matching needs it. */
export type PupilNames = {
  id: string
  legalForename: string
  legalSurname: string
  preferredForename?: string
  preferredSurname?: string
  /** Names this pupil was seen under before, confirmed by a person. */
  nicknames: readonly string[]
  /** Names of devices this pupil shares with others. */
  devices: readonly string[]
  /** False: does not take part (parent.opt-out); never to be admitted. */
  takesPart: boolean
  /** The class and year group as the school writes them (`5C`, `Year 5`), to know a pupil of another class. */
  classes?: readonly string[]
}

/** One way a forename or a surname is written, folded. */
export type NameForm = { words: readonly string[]; joined: string }

/** A pupil made ready for comparing. */
export type PupilForms = {
  pupil: PupilNames
  forenames: readonly NameForm[]
  surnames: readonly NameForm[]
  /** Every word of every name, and each name run together. */
  ownWords: readonly string[]
  /** Every word of every forename. */
  forenameWords: ReadonlySet<string>
  /** Forename and surname run together, in any mixture of preferred and legal. */
  wholes: ReadonlySet<string>
  /** The same, surname first. */
  turned: ReadonlySet<string>
  /** Both of these, for comparing spellings. */
  spellings: readonly Spelling[]
  /** `jc`, `jclarke`, `clarkej`, `jennyc`: also somebody's own name, as like as not. */
  runs: ReadonlySet<string>
  nicknames: ReadonlySet<string>
  devices: ReadonlySet<string>
  /** How the names sound, for those written in another script or by ear. */
  sounds: ReadonlySet<string>
  /** The start of the surname that tells the pupil apart from one of the same forename: `aishaka` beside Aisha Khan. */
  label: string
}

export function readPupils(pupils: readonly PupilNames[]): PupilForms[] {
  const named = pupils.map((pupil) => ({
    id: pupil.id,
    forename: pupil.preferredForename ?? pupil.legalForename,
    surname: pupil.preferredSurname ?? pupil.legalSurname,
  }))
  const labels = new Map(
    labelPupils(named).map(({ id, label, forename }) => [id, label === forename ? '' : foldWord(label)]),
  )
  return pupils.map((pupil) => readPupil(pupil, labels.get(pupil.id) ?? ''))
}

function readPupil(pupil: PupilNames, label: string): PupilForms {
  const forenames = formsOf([pupil.preferredForename, pupil.legalForename])
  const surnames = formsOf([pupil.preferredSurname, pupil.legalSurname])
  const pairs = forenames.flatMap((forename) =>
    surnames.map((surname): [string, string] => [forename.joined, surname.joined]),
  )
  return {
    pupil,
    forenames,
    surnames,
    ownWords: [
      ...new Set([...forenames, ...surnames].flatMap(({ words, joined }) => [...words, joined])),
    ].filter((word) => word !== ''),
    forenameWords: new Set(forenames.flatMap(({ words }) => words)),
    wholes: new Set(pairs.map(([forename, surname]) => forename + surname)),
    turned: new Set(pairs.map(([forename, surname]) => surname + forename)),
    spellings: [...new Set(pairs.flatMap(([f, s]) => [f + s, s + f]))].map(spellingOf),
    runs: new Set(forenames.flatMap((forename) => surnames.flatMap((surname) => runsOf(forename, surname)))),
    nicknames: foldedKeys(pupil.nicknames),
    devices: foldedKeys(pupil.devices),
    sounds: new Set(
      [...pairs.flatMap(([f, s]) => [f + s, s + f]), ...forenames.map(({ words }) => words[0] ?? '')]
        .map(soundOf)
        .filter((sound) => sound !== ''),
    ),
    label,
  }
}

function runsOf(forename: NameForm, surname: NameForm): string[] {
  const [f, s] = [forename.joined, surname.joined]
  const [first, last] = [f.charAt(0), s.charAt(0)]
  const [firsts, lasts] = [initialsOf(forename), initialsOf(surname)]
  const initials = [first + last, last + first, firsts + lasts, firsts].filter((run) => run.length > 1)
  return [first + s, s + first, f + last, ...initials]
}

export const initialsOf = (form: NameForm): string => form.words.map((word) => word.charAt(0)).join('')

const foldedKeys = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map(foldWord).filter((key) => key !== ''))

function formsOf(names: readonly (string | undefined)[]): NameForm[] {
  const forms = new Map<string, NameForm>()
  for (const name of names) {
    if (name === undefined) continue
    for (const words of wordFoldings(name)) {
      const joined = words.join('')
      if (joined !== '') forms.set(joined, { words, joined })
    }
  }
  return [...forms.values()]
}

/** All words in the first folding, all in the second. */
function wordFoldings(name: string): string[][] {
  const words = splitWords(name).map(foldings)
  return [0, 1].map((at) => words.map((folded) => folded[at] ?? folded[0] ?? ''))
}

/** The words of every pupil's own names: never noise. */
export const nameWordsOf = (pupils: readonly PupilForms[]): ReadonlySet<string> =>
  new Set(pupils.flatMap(({ ownWords }) => ownWords.filter((word) => word.length > 1)))

/** As called: preferred where there is one. */
export const calledName = (pupil: PupilNames): string =>
  [pupil.preferredForename ?? pupil.legalForename, pupil.preferredSurname ?? pupil.legalSurname]
    .filter((name) => foldWord(name) !== '')
    .join(' ')
