import { type LessonEvent, type NewEntry, standing } from './events.ts'
import { isTellingName, LONGEST_SHOWN_NAME, type NameRemembered } from './joining.ts'
import type { MatchReason, NameMatch } from './names/match-names.ts'
import { foldWord } from './names/name-words.ts'
import type { Pupil } from './people.ts'
import { type LessonTally, pupilTally } from './tally.ts'

/**
 * The waiting list as a person works through it (staff.expected-names): who is ticked, what is asked, who is kept out.
 * Names come in by being pasted, as often as somebody more is waiting; what was settled before is never done again.
 */

/** A name waiting and what it comes to; its key tells it from the same name a second time. */
export type WaitingName = Omit<NameMatch, 'reason'> & { reason: string; key: string }

/** What a person has said of a name: let in, nobody expected, or to be asked (again). */
export type NameAnswer = 'settled' | 'nobody' | 'ask'

type KeptOutWhy = Extract<NewEntry, { kind: 'kept-out' }>['value']['why']

/** Somebody who is not let in. `name` is there while this window knows more than the log does. */
export type KeptOut = {
  text: string
  why: KeptOutWhy
  says: string
  isWritten: boolean
  name: WaitingName | null
}

export type WaitingList = {
  /** To be ticked without a question: who, and the name they showed. */
  ticks: { pupilId: string; text: string }[]
  questions: WaitingName[]
  keptOut: KeptOut[]
  /** Names whose pupils are ticked or in already. */
  recognised: number
}

const keyOf = (text: string): string => foldWord(text) || text

/** Gives each name its key: two of one name are two entries, for they may be two people. */
export function withKeys(matches: readonly Omit<WaitingName, 'key'>[]): WaitingName[] {
  const seen = new Map<string, number>()
  return matches.map((match) => {
    const folded = keyOf(match.text)
    const place = (seen.get(folded) ?? 0) + 1
    seen.set(folded, place)
    return { ...match, key: `${folded} ${place}` }
  })
}

/** The names of before with those pasted now, which say more where both have one. */
export function mergeNames(before: readonly WaitingName[], now: readonly WaitingName[]): WaitingName[] {
  const keys = new Set(now.map(({ key }) => key))
  return [...before.filter(({ key }) => !keys.has(key)), ...now]
}

type Facts = {
  pupils: readonly Pupil[]
  optedOutIds: readonly string[]
  events: readonly LessonEvent[]
  tally: LessonTally
  answers: ReadonlyMap<string, NameAnswer>
}

/** Sorts the names waiting by what is to be done about each, as the lesson stands. */
export function sortNames(names: readonly WaitingName[], facts: Facts): WaitingList {
  const list: WaitingList = { ticks: [], questions: [], keptOut: [], recognised: 0 }
  const log = standing(facts.events)
  const shown = shownNames(facts.events)
  const confirmed = confirmedNames(log)
  const turnedAway = log.filter((event) => event.kind === 'kept-out')
  const written = new Set(turnedAway.map(({ text }) => keyOf(text ?? '')))
  const isHere = (pupilId: string) => {
    const { present, waiting } = pupilTally(facts.tally, pupilId)
    return present || waiting || list.ticks.some((one) => one.pupilId === pupilId)
  }
  const shownAs = (pupilId: string) =>
    list.ticks.find((one) => one.pupilId === pupilId)?.text ?? shown.get(pupilId)
  const keepOut = (name: WaitingName, why: KeptOutWhy, says: string) =>
    list.keptOut.push({ text: name.text, why, says, isWritten: written.has(keyOf(name.text)), name })
  const tick = (pupilIds: readonly string[], text: string) => {
    const missing = pupilIds.filter((id) => !isHere(id) && !facts.optedOutIds.includes(id))
    list.ticks.push(...missing.map((pupilId) => ({ pupilId, text })))
    if (missing.length === 0) list.recognised += 1
  }

  for (const name of names) {
    const { text, outcome, pupilId, reason } = name
    const answer = facts.answers.get(name.key)
    const before = reason === 'already-matched' ? undefined : confirmed.get(keyOf(text))
    if (answer === 'settled') list.recognised += 1
    else if (answer === 'ask') list.questions.push(name)
    else if (answer === 'nobody') keepOut(name, 'unexpected', 'You said: nobody we expect.')
    else if (before) tick(before, text)
    else if (outcome === 'unexpected') {
      keepOut(name, reason === 'does-not-take-part' ? 'does-not-take-part' : 'unexpected', name.why)
    } else if (outcome === 'expected' && pupilId !== null) {
      const other = isHere(pupilId) ? shownAs(pupilId) : undefined
      if (other === undefined || keyOf(other) === keyOf(text)) tick([pupilId], text)
      else list.questions.push(asSecond(name, pupilId, other))
    } else if (written.has(keyOf(text))) keepOut(name, 'unexpected', name.why)
    else list.questions.push(name)
  }
  const known = new Set(names.map(({ text }) => keyOf(text)))
  for (const { text = '', value } of turnedAway) {
    if (!known.has(keyOf(text)))
      list.keptOut.push({ text, why: value.why, says: 'Kept out before.', isWritten: true, name: null })
    known.add(keyOf(text))
  }
  return list
}

/** Somebody under a second name of a pupil who is there already: a second device, or somebody else. */
const asSecond = (name: WaitingName, pupilId: string, other: string): WaitingName => ({
  ...name,
  outcome: 'ask',
  pupilId: null,
  candidateIds: [pupilId],
  reason: 'already-matched',
  why: `They are in the list already, as “${other}”: a second device, or somebody else?`,
})

/** The names pupils were let in under in this lesson, by a person's word or the app's: folded name to pupil ids. */
function confirmedNames(log: readonly LessonEvent[]): Map<string, string[]> {
  const confirmed = new Map<string, string[]>()
  for (const event of log) {
    if (event.kind !== 'waiting' || !event.value.waiting || event.text === undefined) continue
    const key = keyOf(event.text)
    confirmed.set(key, [...new Set([...(confirmed.get(key) ?? []), event.pupilId])])
  }
  return confirmed
}

/** The name each pupil shows in the meeting where it is not their own, by pupil id (pupil.own-name). */
export function shownNames(events: readonly LessonEvent[]): Map<string, string> {
  const shown = new Map<string, string>()
  for (const event of standing(events)) {
    if (event.kind !== 'waiting') continue
    if (event.value.waiting && event.text !== undefined) shown.set(event.pupilId, event.text)
    else shown.delete(event.pupilId)
  }
  return shown
}

/**
 * What ticking pupils under a name writes: the name only where it is not the pupil's own, and that they were kept out
 * under it is taken back.
 */
export function tickedAs(text: string, pupils: readonly Pupil[], events: readonly LessonEvent[]): NewEntry[] {
  const keptOut = standing(events).filter(
    (event) => event.kind === 'kept-out' && keyOf(event.text ?? '') === keyOf(text),
  )
  return [
    ...keptOut.map(({ id }): NewEntry => ({ kind: 'revoked', revokes: id })),
    ...pupils.map(({ id: pupilId, forename, surname }): NewEntry => {
      const isOwn = keyOf(text) === keyOf(forename + surname)
      return { kind: 'waiting', pupilId, value: { waiting: true }, ...(isOwn ? {} : { text }) }
    }),
  ]
}

/** The evidence of who was not let in, each name once. */
export function keptOutEntries(keptOut: readonly KeptOut[]): NewEntry[] {
  const fresh = new Map(keptOut.filter(({ isWritten }) => !isWritten).map((one) => [keyOf(one.text), one]))
  return [...fresh.values()].map(({ text, why }) => ({ kind: 'kept-out', value: { why }, text }))
}

const OF_DEVICES: ReadonlySet<MatchReason> = new Set([
  'common-device',
  'somebodys-device',
  'shared-device',
  'own-device',
  'device',
  'several',
  'parent',
])
/** The name is the pupil's own or somebody else's as well: it tells nobody next time. */
const TELLS_NOBODY: ReadonlySet<MatchReason> = new Set([
  'already-matched',
  'same-name',
  'not-alone',
  'other-class',
])

/** As what a confirmed name is worth remembering; null where it would not help next time. */
export function rememberAs({ text, reason }: Pick<WaitingName, 'text' | 'reason'>): NameRemembered | null {
  if (
    (TELLS_NOBODY as ReadonlySet<string>).has(reason) ||
    !isTellingName(text) ||
    text.length > LONGEST_SHOWN_NAME
  )
    return null
  return (OF_DEVICES as ReadonlySet<string>).has(reason) ? 'shared-device' : 'nickname'
}

/** Whether more than one pupil may be behind the name at once. */
export const mayBeSeveral = ({ reason, candidateIds }: WaitingName): boolean =>
  candidateIds.length > 1 && (reason === 'several' || reason === 'shared-device')
