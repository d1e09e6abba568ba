import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import { type LessonEvent, pupilOf } from '../../../shared/domain/events.ts'
import {
  type Ask,
  findMatches,
  findPointed,
  isWholeClass,
  type LiveClass,
  type LiveKeys,
  type Mark,
} from '../../../shared/domain/live-keys.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { CameraState } from '../../../shared/domain/tally.ts'

/** `1 point`, `2 points`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${String(number)} ${number === 1 ? one : many}`

export const askWords: Record<Ask, string> = {
  'nobody-chosen': 'Choose a pupil first',
  'nobody-matches': 'Nobody found. Esc clears',
  'several-match': 'Several found: type on, or ↓',
  'not-in': 'Not in the meeting',
  'nobody-in': 'Nobody is in the meeting yet',
  'no-such-behaviour': 'No behaviour has that key',
}

/** Whom the next key would act on, in a few words; empty when there is nothing to say. */
export function describeHint(keys: LiveKeys, group: LiveClass): string {
  if (keys.held === 'class') return '1–9 whole class, or type on'
  if (keys.held === 'undo') return 'Enter to undo, or type on'
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
  return `${String(keys.chosen.length)} pupils — press 1–9`
}

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

/** What a mark just said of someone. */
export const markWords: Record<Mark, string> = {
  contribution: 'Contributed',
  camera: 'Camera',
  agreement: 'Camera by agreement',
  late: 'Time',
  left: 'Left',
}

/** `+1`, `−1`, or the behaviour's own word where it carries no points. */
const describeAward = (points: number, label: string): string =>
  points === 0 ? label : points > 0 ? `+${String(points)}` : `−${String(-points)}`

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
  if (first.kind !== 'award') return `${who} ${first.kind}`
  const { behaviour, points } = first.value
  const label = behaviours.find((one) => one.id === behaviour)?.label ?? 'tap'
  return `${who} ${describeAward(points, label)}`
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
  /** The highest reward level the pupil reached in this lesson; empty for none. */
  levelName: string
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
    tile.levelName === '' ? '' : `reached ${tile.levelName}`,
    tile.contributions > 0 ? count(tile.contributions, 'contribution') : '',
    tile.steps > 0 ? `${count(tile.steps, 'step')}: ${tile.stepName}` : '',
    tile.minutesLate > 0 ? `${count(tile.minutesLate, 'minute')} late` : '',
    cameraWords[tile.camera],
    tile.isPresent && !tile.isNoticed ? 'not yet noticed' : '',
    tile.isNotSaved ? 'not saved yet' : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
