import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import { type LessonEvent, pupilOf } from '../../../shared/domain/events.ts'
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
import type { Command, Mark } from '../../../shared/domain/live-key-table.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { CameraState, TaskStatus } from '../../../shared/domain/tally.ts'

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

/** What a mark just said of someone. */
export const markWords: Record<Mark, string> = {
  contribution: 'Contributed',
  camera: 'Camera',
  agreement: 'Camera by agreement',
  late: 'Time',
  left: 'Left',
  mute: 'Reminded to mute',
  name: 'Name put right',
  equipment: 'Equipment',
  task: 'Task',
  attitude: 'Attitude',
  incident: 'Incident',
}

/** `+1`, `−1`, `0`. */
export const signed = (points: number): string =>
  points > 0 ? `+${String(points)}` : points < 0 ? `−${String(-points)}` : '0'

const groupWords: Record<Behaviour['group'], string> = {
  praise: 'praise',
  nudge: 'a nudge',
  mute: 'a mute reminder',
  step: 'needs work, a step on the ladder',
}

/** All that a behaviour's button shows, in words: `Listening: praise, 1 point`. */
export const describeBehaviour = ({ label, group, points }: Behaviour): string =>
  `${label}: ${groupWords[group]}${points === 0 ? '' : `, ${points < 0 ? '−' : ''}${count(Math.abs(points), 'point')}`}`

/** `Freya +1`, `class +1`, `Freya camera`: what undo would take back; null when there is nothing. */
export function describeAct(
  act: readonly LessonEvent[],
  behaviours: readonly Behaviour[],
  group: LiveClass,
): string | null {
  const [first] = act
  if (!first) return null
  const who = describeWho(
    act.flatMap((event) => pupilOf(event) ?? []),
    group,
  )
  if (first.kind === 'second-adult-left') return 'second adult left'
  if (first.kind === 'picked') return `${who}’s turn`
  if (first.kind !== 'award') return `${who} ${wordsOfMark(first)}`
  const { points } = first.value
  return `${who} ${points === 0 ? labelOf(first, behaviours) : signed(points)}`
}

const labelOf = (
  { value }: Extract<LessonEvent, { kind: 'award' }>,
  behaviours: readonly Behaviour[],
): string => behaviours.find((one) => one.id === value.behaviour)?.label ?? 'tap'

/** `Freya: Listening +1`, `class: camera off`: an act as the list of last taps says it. */
export function describeTap(
  act: readonly LessonEvent[],
  behaviours: readonly Behaviour[],
  group: LiveClass,
): string {
  const first = act.find(({ kind }) => kind === 'award') ?? act[0]
  if (!first) return ''
  if (first.kind === 'second-adult-left') return 'Second adult left'
  const ids = new Set(act.flatMap((event) => pupilOf(event) ?? []))
  const names = group.pupils.flatMap(({ id, label }) => (ids.has(id) ? [label] : []))
  const who = names.length > 0 && names.length <= NAMED ? names.join(', ') : describeWho([...ids], group)
  if (first.kind !== 'award') return `${who}: ${wordsOfMark(first)}`
  const { points } = first.value
  return `${who}: ${labelOf(first, behaviours)}${points === 0 ? '' : ` ${signed(points)}`}`
}

/** So many pupils are named in the list of last taps; more are counted. */
const NAMED = 3

function wordsOfMark(event: LessonEvent): string {
  switch (event.kind) {
    case 'contribution':
      return 'contributed'
    case 'late':
      return event.value.minutes === 0 ? 'not late' : `late ${String(event.value.minutes)} min`
    case 'camera':
      return event.value.camera === 'on' ? 'camera on' : cameraWords[event.value.camera]
    case 'equipment':
      return `equipment ${event.value.equipment}`
    case 'name-corrected':
      return 'name put right'
    case 'task':
      return `task ${taskWords[event.value.task]}`
    default:
      return event.kind
  }
}

const taskWords: Record<TaskStatus, string> = {
  done: 'done',
  partly: 'partly done',
  'not-yet': 'not yet done',
}

export type TileFacts = {
  label: string
  points: number
  contributions: number
  minutesLate: number
  camera: CameraState
  steps: number
  /** Name of the ladder's step the pupil is on; empty on none. */
  stepName: string
  isPresent: boolean
  isNoticed: boolean
  isNotSaved: boolean
}

const cameraWords: Record<CameraState, string> = {
  on: '',
  off: 'camera off',
  'off-by-agreement': 'camera off by agreement',
}

/** All a tile shows, in words: `Freya, 2 points, 1 contribution, camera off`. */
export function describeTile(tile: TileFacts): string {
  const parts = [
    tile.label,
    tile.isPresent ? '' : 'not in the meeting',
    count(tile.points, 'point'),
    tile.contributions > 0 ? count(tile.contributions, 'contribution') : '',
    tile.steps > 0 ? `${count(tile.steps, 'step')}: ${tile.stepName}` : '',
    tile.minutesLate > 0 ? `${count(tile.minutesLate, 'minute')} late` : '',
    cameraWords[tile.camera],
    tile.isPresent && !tile.isNoticed ? 'not yet noticed' : '',
    tile.isNotSaved ? 'not saved yet' : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
