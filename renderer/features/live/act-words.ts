import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import { type LessonEvent, pupilOf } from '../../../shared/domain/events.ts'
import type { LiveClass } from '../../../shared/domain/live-choosing.ts'
import { signed, taskWords } from '../../../shared/domain/words.ts'
import { cameraWords, describeWho } from './live-words.ts'

/** What a tap did first of all: an incident that an award raised goes with the award. */
const leading = (act: readonly LessonEvent[]): LessonEvent | undefined =>
  act.find(({ kind }) => kind === 'award') ?? act[0]

const raisedWith = (act: readonly LessonEvent[]): string =>
  act.length > 1 && act.some(({ kind }) => kind === 'incident') ? ' and incident' : ''

/** `Freya +1`, `class +1`, `Freya camera off`: what undo would take back; null when there is nothing. */
export function describeAct(
  act: readonly LessonEvent[],
  behaviours: readonly Behaviour[],
  group: LiveClass,
): string | null {
  const first = leading(act)
  if (!first) return null
  const who = describeWho(
    act.flatMap((event) => pupilOf(event) ?? []),
    group,
  )
  if (first.kind === 'second-adult-left') return 'second adult left'
  if (first.kind === 'picked') return `${who}’s turn`
  if (first.kind !== 'award') return `${who} ${wordsOfMark(first)}`
  const { points } = first.value
  return `${who} ${points === 0 ? labelOf(first, behaviours) : signed(points)}${raisedWith(act)}`
}

const labelOf = (
  { value }: Extract<LessonEvent, { kind: 'award' }>,
  behaviours: readonly Behaviour[],
): string => behaviours.find((one) => one.id === value.behaviour)?.label ?? 'tap'

/** So many pupils are named in the list of last taps; more are counted. */
const NAMED = 3

/** `Freya: Listening +1`, `class: camera off`: an act as the list of last taps says it. */
export function describeTap(
  act: readonly LessonEvent[],
  behaviours: readonly Behaviour[],
  group: LiveClass,
): string {
  const first = leading(act)
  if (!first) return ''
  if (first.kind === 'second-adult-left') return 'Second adult left'
  const ids = new Set(act.flatMap((event) => pupilOf(event) ?? []))
  const names = group.pupils.flatMap(({ id, label }) => (ids.has(id) ? [label] : []))
  const who = names.length > 0 && names.length <= NAMED ? names.join(', ') : describeWho([...ids], group)
  if (first.kind !== 'award') return `${who}: ${wordsOfMark(first)}`
  const { points } = first.value
  return `${who}: ${labelOf(first, behaviours)}${points === 0 ? '' : ` ${signed(points)}`}${raisedWith(act)}`
}

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
      return `task ${taskWords[event.value.task].toLowerCase()}`
    default:
      return event.kind
  }
}
