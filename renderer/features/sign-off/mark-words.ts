import type { cameraStates, participationStatuses, taskStatuses } from '../../../shared/domain/events.ts'
import { clockTime } from '../../../shared/domain/times.ts'

export type Choice<T extends string> = {
  value: T
  label: string
  /** What a person looks for when running an eye down the column. */
  standsOut?: true
}

export const participationChoices: readonly Choice<(typeof participationStatuses)[number]>[] = [
  { value: 'took-part', label: 'Took part' },
  { value: 'absent', label: 'Absent', standsOut: true },
  { value: 'does-not-take-part', label: 'Does not take part' },
]

export const taskChoices: readonly Choice<(typeof taskStatuses)[number]>[] = [
  { value: 'done', label: 'Done' },
  { value: 'partly', label: 'Partly' },
  { value: 'not-yet', label: 'Not yet', standsOut: true },
]

export const cameraChoices: readonly Choice<(typeof cameraStates)[number]>[] = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
  { value: 'off-by-agreement', label: 'Off by agreement' },
]

export const attitudeChoices = (scale: readonly string[]): Choice<string>[] =>
  scale.map((label, index) => ({ value: String(index + 1), label }))

export const wordFor = <T extends string>(choices: readonly Choice<T>[], value: T): string =>
  choices.find((one) => one.value === value)?.label ?? value

/**
 * When a pupil left, times UTC ms: a mark made after the end says that they left early, not when. Null: stayed.
 */
export function leftInWords(leftAt: number | null, endedAt: number | null): string | null {
  if (leftAt === null) return null
  return endedAt !== null && leftAt > endedAt ? 'Yes' : clockTime(leftAt)
}
