import type { CameraState, ParticipationStatus, TaskStatus } from '../../../shared/domain/tally.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import { cameraWords, participationWords, taskWords } from '../../../shared/domain/words.ts'
import type { Choice } from '../../components/mark-choice.tsx'

export const participationChoices: readonly Choice<ParticipationStatus>[] = [
  { value: 'took-part', label: participationWords['took-part'] },
  { value: 'absent', label: participationWords.absent, standsOut: true },
  { value: 'does-not-take-part', label: participationWords['does-not-take-part'] },
]

export const taskChoices: readonly Choice<TaskStatus>[] = [
  { value: 'done', label: taskWords.done },
  { value: 'partly', label: taskWords.partly },
  { value: 'not-yet', label: taskWords['not-yet'], standsOut: true },
]

export const cameraChoices: readonly Choice<CameraState>[] = [
  { value: 'on', label: cameraWords.on },
  { value: 'off', label: cameraWords.off },
  { value: 'off-by-agreement', label: cameraWords['off-by-agreement'] },
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
