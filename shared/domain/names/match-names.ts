import { type Decision, decideName, type MatchReason, type Register } from './name-decision.ts'
import { explainMatch } from './match-words.ts'
import { isRelatedWord } from './name-parts.ts'
import { nameWordsOf, type PupilForms, type PupilNames, readPupils } from './pupil-forms.ts'

export type { PupilNames } from './pupil-forms.ts'
export type { MatchReason } from './name-decision.ts'

/** What a waiting name comes to. Only `expected` may be ticked to admit without a person's answer. */
export type NameMatch = {
  /** The name as it was read. */
  text: string
  outcome: 'expected' | 'ask' | 'unexpected'
  /** Who it is, when expected. */
  pupilId: string | null
  /** Who it may be, likeliest first; the pupil who does not take part when that is why it is unexpected. */
  candidateIds: readonly string[]
  reason: MatchReason
  /** One plain sentence for the teacher. */
  why: string
}

/**
 * Matches the names waiting to the pupils of the class, one answer a name, in their order. The whole list is looked at: a
 * pupil is expected again only under a name that says both of their names, or nearly so with nobody else in the class
 * anywhere near. A wrong match is worse than none, so whatever is less than certain is asked, and a pupil who does not take
 * part is never expected.
 * Source: staff.expected-names, parent.opt-out, pupil.own-name; "Names waiting" of the formats.
 */
export function matchNames(names: readonly string[], pupils: readonly PupilNames[]): NameMatch[] {
  const steps = matchInSteps(names, pupils)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same a name at a time, for one who has other work to do in between. */
export function* matchInSteps(
  names: readonly string[],
  pupils: readonly PupilNames[],
): Generator<undefined, NameMatch[], undefined> {
  const register = registerOf(readPupils(pupils))
  const decided = new Map<string, Decision>()
  const decisions: Decision[] = []
  for (const name of names) {
    const known = decided.get(name) ?? decideName(name, register)
    decided.set(name, known)
    decisions.push(known)
    yield undefined
  }
  const places = bestPlaces(decisions)
  return names.map((text, place) => answer(text, decisions[place], places, place))
}

function registerOf(pupils: readonly PupilForms[]): Register {
  const nameWords = nameWordsOf(pupils)
  const related = new Map<string, ReadonlySet<PupilForms>>()
  return {
    pupils,
    isNameWord: (word) => nameWords.has(word),
    relatedTo: (word) => {
      const known = related.get(word) ?? new Set(pupils.filter((forms) => isRelatedWord(word, forms)))
      related.set(word, known)
      return known
    },
  }
}

/** Where in the list each pupil is expected first, and whether they may be once more. */
type Place = { first: number | null; strength: number; isContested: boolean }
type Places = ReadonlyMap<string, Place>

/** Both names, a saved name or a saved device: enough to be sure whoever else is in the list. */
const STANDS_ALONE = 85
/** These say both names of the pupil, or one that a person confirmed. */
const WHOLE: ReadonlySet<MatchReason> = new Set(['full-name', 'nickname'])
/** These say one name and a part of the other: enough a second time when nobody else comes near. */
const NEARLY_BOTH: ReadonlySet<MatchReason> = new Set([
  'short-form',
  'part-surname',
  'forename-initial',
  'initial-surname',
])

const mayStandTwice = ({ isSure, reason, isAlone }: Decision): boolean =>
  isSure && (WHOLE.has(reason) || (isAlone && NEARLY_BOTH.has(reason)))

/**
 * The best name of each pupil, the first among equals; none where neither of two equal ones says more than a forename or
 * an initial. Contested is a pupil known by less than a whole name beside one that is nearly whole and not quite theirs.
 */
function bestPlaces(decisions: readonly Decision[]): Places {
  const places = new Map<string, Place>()
  for (const [place, decision] of decisions.entries()) {
    const { isSure, pupils, strength } = decision
    const [pupil] = pupils
    if (!isSure || pupil === undefined) continue
    const before = places.get(pupil.id)
    if (before === undefined || strength > before.strength)
      places.set(pupil.id, { first: place, strength, isContested: false })
    else if (strength === before.strength && strength < STANDS_ALONE && !mayStandTwice(decision))
      before.first = null
  }
  for (const { isSure, pupils, reason } of decisions) {
    const [pupil] = pupils
    if (isSure || pupils.length !== 1 || pupil === undefined || !NEARLY_WHOLE.has(reason)) continue
    const place = places.get(pupil.id)
    if (place !== undefined && place.strength < STANDS_ALONE) place.isContested = true
  }
  return places
}

/** Questions about a name that says more than a forename or an initial does. */
const NEARLY_WHOLE: ReadonlySet<MatchReason> = new Set(['close-spelling', 'extra-words', 'other-class'])

const nobodyKnown = { reason: 'unknown', isSure: false, pupils: [] } as const

function answer(text: string, decision: Decision | undefined, places: Places, place: number): NameMatch {
  const { reason, isSure, pupils } = decision ?? nobodyKnown
  const reply = (outcome: NameMatch['outcome'], reason: MatchReason): NameMatch => ({
    text,
    outcome,
    pupilId: outcome === 'expected' ? (pupils[0]?.id ?? null) : null,
    candidateIds: outcome === 'expected' ? [] : pupils.map(({ id }) => id),
    reason,
    why: explainMatch(reason, outcome, pupils),
  })
  const [pupil] = pupils
  if (pupil === undefined) return reply('unexpected', reason)
  if (pupils.every(({ takesPart }) => !takesPart)) return reply('unexpected', 'does-not-take-part')
  const best = places.get(pupil.id)
  if (decision === undefined || !isSure || best === undefined) return reply('ask', reason)
  if (best.isContested) return reply('ask', 'already-matched')
  if (best.first === place) return reply('expected', reason)
  return reply(mayStandTwice(decision) ? 'expected' : 'ask', 'already-matched')
}
