import { stepInWords, stepName } from '../../../shared/domain/ladder.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import {
  type CameraState,
  type LessonTally,
  pupilTally,
  type TaskStatus,
} from '../../../shared/domain/tally.ts'
import { taskWords } from '../../../shared/domain/words.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { cameraWords, count } from './live-words.ts'
import { levelReached } from './reward-words.ts'

/** What a pupil's tile shows, full or in the strip. */
export type TileFacts = {
  label: string
  points: number
  contributions: number
  minutesLate: number
  camera: CameraState
  /** How many steps of the ladder are drawn, the name of the last, and in words; 0 and empty on none. */
  steps: number
  stepName: string
  stepInWords: string
  hasIncident: boolean
  isEquipmentMissing: boolean
  task: TaskStatus | null
  hasReturned: boolean
  isPresent: boolean
  isNoticed: boolean
  isNotSaved: boolean
  /** The highest reward level the pupil reached in this lesson; empty for none. */
  levelName: string
}

export function tileFactsOf(
  { id, label }: Pupil,
  tally: LessonTally,
  record: Pick<LessonRecordView, 'ladder' | 'pointsEarlierToday' | 'rewardLevels' | 'termPointsBefore'>,
  notSavedIds: ReadonlySet<string>,
): TileFacts {
  const pupil = pupilTally(tally, id)
  const { contributions, minutesLate, camera, task } = pupil
  return {
    label,
    contributions,
    minutesLate,
    camera,
    task,
    points: (record.pointsEarlierToday[id] ?? 0) + pupil.points,
    steps: Math.min(pupil.steps, record.ladder.length),
    stepName: stepName(record.ladder, pupil.steps),
    stepInWords: stepInWords(record.ladder, pupil.steps),
    hasIncident: pupil.incidents > 0,
    isEquipmentMissing: pupil.equipment === 'missing',
    hasReturned: pupil.returns > 0,
    isPresent: pupil.present,
    isNoticed: pupil.noticed,
    isNotSaved: notSavedIds.has(id),
    levelName: levelReached(record, id, pupil.points),
  }
}

/** All a tile shows, in words: `Freya, 2 points, 1 contribution, camera off`. */
export function describeTile(tile: TileFacts): string {
  const parts = [
    tile.label,
    tile.isPresent ? '' : 'not in the meeting',
    count(tile.points, 'point'),
    tile.levelName === '' ? '' : `reached ${tile.levelName}`,
    tile.contributions > 0 ? count(tile.contributions, 'contribution') : '',
    tile.stepInWords,
    tile.hasIncident ? 'incident raised' : '',
    tile.minutesLate > 0 ? `${count(tile.minutesLate, 'minute')} late` : '',
    tile.hasReturned ? 'came back' : '',
    cameraWords[tile.camera],
    tile.isEquipmentMissing ? 'equipment missing' : '',
    tile.task === null ? '' : `task ${taskWords[tile.task].toLowerCase()}`,
    tile.isPresent && !tile.isNoticed ? 'not yet noticed' : '',
    tile.isNotSaved ? 'not saved yet' : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
