import type { MatchReason } from './name-decision.ts'
import { calledName, type PupilNames } from './pupil-forms.ts'

type Sentence = (who: string) => string

const EXPECTED: Partial<Record<MatchReason, Sentence>> = {
  nickname: (who) => `${who} was seen under this name before.`,
  'own-device': (who) => `This device is saved for ${who} and nobody else in the class.`,
  'part-surname': (who) => `${who}’s forename with a part of the surname; nobody else comes near.`,
  'short-form': (who) => `A short form of ${who}’s name; nobody else comes near.`,
  'forename-initial': (who) => `Only ${who} has this forename and initial.`,
  'initial-surname': (who) => `Only ${who} has this initial and surname.`,
  'already-matched': (who) => `${who} again: in the list under another entry as well.`,
  forename: (who) => `${who} is the only one in the class with this forename.`,
}

const ASKED: Partial<Record<MatchReason, Sentence>> = {
  'same-name': (who) => `The name fits ${who} equally well: who is it?`,
  'not-alone': (who) => `The name may be ${who}: who is it?`,
  'shared-device': (who) => `This device is saved for ${who}: who is it?`,
  'common-device': (who) => `Many devices have this name; it may be ${who}.`,
  'somebodys-device': (who) => `A device that says the forename of ${who}: theirs, or a grown-up’s?`,
  'extra-words': (who) => `There is more in this name than ${who}’s: is it the same child?`,
  'close-spelling': (who) => `Spelt nearly like ${who}: is it the same child?`,
  'middle-name': (who) => `A middle name of ${who}: is it the same child?`,
  'short-form': (who) => `A short form that fits ${who}: is it the same child?`,
  'maybe-short': (who) => `It may be a short form of ${who}’s name: is it the same child?`,
  'cut-short': (who) => `The beginning of ${who}’s name: is it the same child?`,
  initials: (who) => `Initials like those of ${who}: is it the same child?`,
  'other-surname': (who) => `The forename of ${who} with another surname: is it the same child?`,
  'surname-only': (who) => `Only the surname fits ${who}; it may be a parent’s name.`,
  parent: (who) => `This looks like a grown-up at home with ${who}: who is it?`,
  several: (who) => `More than one name on one device; it may be ${who}.`,
  'other-class': (who) => `The name fits ${who}, but says another class: is it the same child?`,
  'other-name-shown': (who) => `One of the two names may be ${who}: who is it?`,
  'already-matched': (who) =>
    `${who} is already in the list under another entry: a second device, or somebody else?`,
}

const UNEXPECTED: Partial<Record<MatchReason, string>> = {
  device: 'A device’s name, not a child’s: ask who it is before letting anybody in.',
  'no-name': 'There are no letters in this name: ask who it is before letting anybody in.',
}

/** One plain sentence for the teacher. */
export function explainMatch(
  reason: MatchReason,
  outcome: 'expected' | 'ask' | 'unexpected',
  pupils: readonly PupilNames[],
): string {
  const who = namesInWords(pupils)
  if (outcome === 'expected') return EXPECTED[reason]?.(who) ?? `${who}’s own name.`
  if (outcome === 'unexpected') {
    if (pupils.length > 0) return doesNotTakePart(pupils)
    return UNEXPECTED[reason] ?? 'Nobody in the class has a name like this.'
  }
  const sentence = ASKED[reason]?.(who) ?? `It may be ${who}: is it the same child?`
  const out = pupils.filter(({ takesPart }) => !takesPart)
  return out.length > 0 ? `${sentence} ${out.map(calledName).join(' and ')} does not take part.` : sentence
}

const doesNotTakePart = (pupils: readonly PupilNames[]): string =>
  `The name fits ${namesInWords(pupils)}, who does not take part: not to be let in.`

/** `Aisha Khan`, or `Aisha Khan or Aisha Kaya`. */
const namesInWords = (pupils: readonly PupilNames[]): string => {
  const names = pupils.map(calledName)
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last
}
