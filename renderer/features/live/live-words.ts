import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import { type Entry, type NewEntry } from '../../../shared/domain/events.ts'
import {
  type Ask,
  findMatches,
  findPointed,
  isChosen,
  isWholeClass,
  type LiveClass,
  type LiveKeys,
  membersIn,
} from '../../../shared/domain/live-choosing.ts'
import type { Command } from '../../../shared/domain/live-key-table.ts'
import { placeAfter, stepInWords } from '../../../shared/domain/ladder.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { type CameraState, pupilTally } from '../../../shared/domain/tally.ts'
import type { Ground, PlainMark } from './live-acts.ts'

/** `1 point`, `2 points`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${String(number)} ${number === 1 ? one : many}`

export const askWords: Record<Ask | 'nobody-to-pick' | 'nobody-else', string> = {
  'nobody-to-pick': 'Nobody to pick: all are out, or off by agreement',
  'nobody-else': 'Everyone else has had a turn',
  'nobody-chosen': 'Choose a pupil first',
  'nobody-matches': 'Nobody found. Esc clears',
  'several-match': 'Several found: type on, or ↓',
  'not-in': 'Not in the meeting',
  'nobody-in': 'Nobody is in the meeting yet',
  'nobody-left': 'That leaves nobody',
  'no-such-behaviour': 'No behaviour has that key',
  'no-such-group': 'No group there',
  'group-empty': 'Nobody is in that group any more',
  'group-not-in': 'Nobody of that group is in the meeting',
  'nothing-to-repeat': 'Nothing to repeat yet',
  'said-already': 'Said already. Choose others, then .',
}

/** What Enter, or a pause, does while a command's letter may still be a name's. */
const heldWords: Record<Command, string> = {
  class: '1–9 whole class',
  groups: '1–9 a group',
  except: 'Enter: everyone else',
  repeat: 'Enter: the same again',
  undo: 'Enter to undo',
  taps: 'Enter: last taps',
  incident: 'Enter: incident',
  pick: 'Enter to pick',
  timer: 'Enter: timer',
  unnoticed: 'Enter: not yet noticed',
  note: 'Enter: note',
  keys: 'Enter: keys',
  strip: 'Enter: strip',
  'share-safe': 'Enter: safe to share',
}

/** Whom the next key would act on, in a few words; empty when there is nothing to say. */
export function describeHint(keys: LiveKeys, group: LiveClass): string {
  if (keys.groupTyped !== null) return 'Which group?'
  if (keys.held) return `${heldWords[keys.held]}, or type on`
  if (keys.typed === '') return describeChosen(keys, group)
  const matches = findMatches(keys, group)
  const pointed = findPointed(keys, group)
  if (pointed) return pressFor(pointed, group)
  if (matches.length === 0) return 'Nobody found. Esc clears'
  return `${String(matches.length)} found: type on, or ↓`
}

function describeChosen(keys: LiveKeys, group: LiveClass): string {
  if (keys.chosen.length === 0) return ''
  if (isWholeClass(keys, group)) return `Whole class (${String(keys.chosen.length)}) — press 1–9`
  const only = group.pupils.find((one) => one.id === keys.chosen[0])
  if (keys.chosen.length === 1 && only) return pressFor(only, group)
  return `${nameChosen(keys, group)} — press 1–9`
}

/** Several who are chosen: their group by name, all but one or two by those left out, else how many they are. */
function nameChosen(keys: LiveKeys, group: LiveClass): string {
  const count = String(keys.chosen.length)
  const saved = group.groups.find(({ pupilIds }) => isChosen(keys, membersIn(pupilIds, group)))
  if (saved) return `${saved.name} (${count})`
  const isAllIn = keys.chosen.every((id) => group.presentIds.has(id))
  const others = group.pupils.filter(({ id }) => group.presentIds.has(id) && !keys.chosen.includes(id))
  const isMost = isAllIn && others.length <= FEW && keys.chosen.length > FEW
  return isMost ? `All but ${others.map(({ label }) => label).join(' and ')} (${count})` : `${count} pupils`
}

const FEW = 2

const pressFor = ({ id, label }: Pupil, { presentIds }: LiveClass): string =>
  presentIds.has(id) ? `${label} — press 1–9` : `${label} is not in — Shift+L joins`

/** Whom several ids are: the pupil, the class, or how many. */
export function describeWho(pupilIds: readonly string[], { pupils, presentIds }: LiveClass): string {
  const ids = new Set(pupilIds)
  const only = ids.size === 1 ? pupils.find((one) => ids.has(one.id)) : undefined
  if (only) return only.label
  const isEveryone = ids.size === presentIds.size && [...ids].every((id) => presentIds.has(id))
  return isEveryone ? 'class' : count(ids.size, 'pupil')
}

/** How many of a group can be chosen: who left the class is not in it any more. */
export function describeMembers(pupilIds: readonly string[], group: LiveClass): string {
  const size = group.pupils.filter(({ id }) => pupilIds.includes(id)).length
  if (size === 0) return 'nobody in it any more'
  const present = membersIn(pupilIds, group).length
  return present === size ? count(size, 'pupil') : `${String(present)} of ${String(size)} in`
}
/** Whom a note is about: the whole class where nobody is chosen. */
export const describeNoteOf = (pupilIds: readonly string[], group: LiveClass): string =>
  pupilIds.length === 0 ? 'the class' : describeWho(pupilIds, group)

/** What a mark just said of someone. */
export const markWords: Record<PlainMark, string> = {
  contribution: 'Contributed',
  camera: 'Camera',
  agreement: 'Camera by agreement',
  mute: 'Reminded to mute',
  late: 'Time',
  left: 'Left',
  name: 'Name put right',
  equipment: 'Equipment',
  task: 'Task',
  incident: 'Incident raised, to describe when signing off',
}

/**
 * What an award just did: `Listening: Freya`, or for a step where it has taken the pupil, `Leo: Warning (2 of 4)`, and
 * for whom it has raised an incident.
 */
export function describeAward(
  { label, group: kind, toStep }: Behaviour,
  entries: readonly NewEntry[],
  { lesson, ladder }: Ground,
  group: LiveClass,
): string {
  const idsOf = (what: Entry['kind']) =>
    entries.flatMap((entry) => (entry.kind === what && 'pupilId' in entry ? (entry.pupilId ?? []) : []))
  const [pupilIds, raisedIds] = [idsOf('award'), idsOf('incident')]
  const who = describeWho(pupilIds, group)
  const [only] = pupilIds
  const step =
    kind === 'step' && only !== undefined && pupilIds.length === 1
      ? stepInWords(ladder, placeAfter(pupilTally(lesson, only).steps, toStep))
      : ''
  const what = step === '' ? `${label}: ${who}` : `${who}: ${step}`
  if (raisedIds.length === 0) return what
  return `${what}, incident raised${step === '' ? ` for ${describeWho(raisedIds, group)}` : ''}`
}

const groupWords: Record<Behaviour['group'], string> = {
  praise: 'praise',
  nudge: 'a nudge',
  mute: 'a mute reminder',
  step: 'needs work, a step on the ladder',
}

/** All that a behaviour's button shows, in words: `Listening: praise, 1 point`. */
export const describeBehaviour = ({ label, group, points }: Behaviour): string =>
  `${label}: ${groupWords[group]}${points === 0 ? '' : `, ${points < 0 ? '−' : ''}${count(Math.abs(points), 'point')}`}`

export const cameraWords: Record<CameraState, string> = {
  on: '',
  off: 'camera off',
  'off-by-agreement': 'camera off by agreement',
}
