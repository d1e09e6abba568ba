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
 * Matches the names waiting to the pupils of the class, one answer a name, in their order. The whole list is looked at:
 * a pupil is expected once, under the name that fits best. A wrong match is worse than none, so whatever is less than
 * certain is asked, and a pupil who does not take part is never expected.
 * Source: staff.expected-names, parent.opt-out, pupil.own-name; "Names waiting" of the formats.
 */
export function matchNames(names: readonly string[], pupils: readonly PupilNames[]): NameMatch[] {
  const forms = readPupils(pupils)
  const register = registerOf(forms)
  const decided = new Map<string, Decision>()
  const decisions = names.map((name) => {
    const known = decided.get(name) ?? decideName(name, register)
    decided.set(name, known)
    return known
  })
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

type Places = ReadonlyMap<string, number | null>

/** Both names, a saved name or a saved device: enough to be sure whoever else is in the list. */
const STANDS_ALONE = 85

/**
 * Where in the list each pupil is expected; null where two names fit them equally and neither says more than the other.
 * The first of two full names stays: the same child on two devices, or somebody under the child's name; the second is
 * asked.
 */
function bestPlaces(decisions: readonly Decision[]): Places {
  const places = new Map<string, number | null>()
  const strengths = new Map<string, number>()
  for (const [place, { isSure, pupils, strength }] of decisions.entries()) {
    const [pupil] = pupils
    if (!isSure || pupil === undefined) continue
    const before = strengths.get(pupil.id) ?? 0
    if (strength > before) {
      places.set(pupil.id, place)
      strengths.set(pupil.id, strength)
    } else if (strength === before && strength < STANDS_ALONE) places.set(pupil.id, null)
  }
  for (const { isSure, pupils, reason } of decisions) {
    const [pupil] = pupils
    if (isSure || pupils.length !== 1 || pupil === undefined || !NEARLY_WHOLE.has(reason)) continue
    if ((strengths.get(pupil.id) ?? STANDS_ALONE) < STANDS_ALONE) places.set(pupil.id, null)
  }
  return places
}

/** Questions about a name that says more than a forename or an initial does. */
const NEARLY_WHOLE: ReadonlySet<MatchReason> = new Set(['close-spelling', 'extra-words', 'other-class'])

function answer(text: string, decision: Decision | undefined, places: Places, place: number): NameMatch {
  const { reason, isSure, pupils } = decision ?? { reason: 'unknown' as const, isSure: false, pupils: [] }
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
  if (!isSure) return reply('ask', reason)
  return places.get(pupil.id) === place ? reply('expected', reason) : reply('ask', 'already-matched')
}
