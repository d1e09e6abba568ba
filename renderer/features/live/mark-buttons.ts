import type { Mark } from '../../../shared/domain/live-key-table.ts'
import { type PupilTally, pupilTally, tally } from '../../../shared/domain/tally.ts'
import { taskWords } from '../../../shared/domain/words.ts'
import { hasLeft, lateMinutes, nextCamera, nextEquipment, nextTask } from './live-acts.ts'

export type MarkButton = {
  mark: Mark
  /** What a tap does now; a soft hyphen says where it may break. */
  label: string
  /** The letter that does it with Shift, or a digit alone. */
  key: string
  isOff?: boolean
}

type Facts = {
  /** What the lesson's log says of each pupil chosen; nobody: what could be said of one in the meeting, all of it off. */
  chosen: readonly PupilTally[]
  /** When being late begins, and now; UTC ms. */
  start: number | null
  now: number
  /** What the school calls its reminder to mute; null where it has none, and then none is offered. */
  mute: string | null
}

/** What can be said of the pupils chosen, in the order it is needed in a lesson. */
export function markButtons({ chosen, start, now, mute }: Facts): MarkButton[] {
  if (chosen.length === 0) {
    return markButtons({ chosen: [anyone], start: null, now, mute }).map((one) => ({ ...one, isOff: true }))
  }
  const isOff = !chosen.some(({ present }) => present)
  const isAgreed = chosen.every(({ camera }) => camera === 'off-by-agreement')
  return [
    { mark: 'contribution', label: 'Contri\u00ADbuted', key: '0', isOff },
    { mark: 'camera', label: `Camera ${nextCamera(chosen)}`, key: 'C', isOff },
    { mark: 'agreement', label: isAgreed ? 'Not agreed' : 'Off, agreed', key: 'G' },
    ...(mute === null ? [] : [{ mark: 'mute' as const, label: mute, key: 'M', isOff }]),
    { mark: 'late', label: labelLate(chosen, start, now), key: 'L' },
    { mark: 'left', label: 'Left', key: 'X', isOff },
    { mark: 'name', label: 'Right name', key: 'N', isOff },
    { mark: 'equipment', label: `Kit ${nextEquipment(chosen)}`, key: 'E' },
    { mark: 'task', label: `Task ${taskWords[nextTask(chosen)].toLowerCase()}`, key: 'K' },
    { mark: 'attitude', label: 'Attitude', key: 'H' },
    { mark: 'incident', label: 'Incident', key: 'I' },
  ]
}

const anyone: PupilTally = { ...pupilTally(tally([]), ''), present: true }

function labelLate(chosen: readonly PupilTally[], start: number | null, now: number): string {
  if (chosen.every(hasLeft)) return 'Back'
  if (chosen.every((one) => !one.present)) return 'Joined now'
  if (chosen.every((one) => one.present && one.minutesLate > 0)) return 'Not late'
  const [first, ...others] = chosen.map((one) => Math.max(1, lateMinutes(one, start, now)))
  return start !== null && first !== undefined && others.every((one) => one === first)
    ? `Late ${String(first)} min`
    : 'Late'
}
