import { stepInWords, stepName } from '../../../shared/domain/ladder.ts'
import { type LessonTally, pupilTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import type { TileFacts } from './live-words.ts'

type Shown = {
  record: Pick<LessonRecordView, 'ladder' | 'pointsEarlierToday'>
  tally: LessonTally
  /** Pupils with a tap that is not in the log yet and could not be written. */
  notSavedIds: ReadonlySet<string>
}

/** All a tile says of a pupil, whatever its size. Primitives only, so that a tile that is the same is not drawn anew. */
export function tileFacts(
  { id, label }: { id: string; label: string },
  { record, tally, notSavedIds }: Shown,
): TileFacts {
  const pupil = pupilTally(tally, id)
  return {
    label,
    points: (record.pointsEarlierToday[id] ?? 0) + pupil.points,
    contributions: pupil.contributions,
    minutesLate: pupil.minutesLate,
    camera: pupil.camera,
    steps: Math.min(pupil.steps, record.ladder.length),
    stepName: stepName(record.ladder, pupil.steps),
    stepInWords: stepInWords(record.ladder, pupil.steps),
    hasIncident: pupil.incidents > 0,
    isEquipmentMissing: pupil.equipment === 'missing',
    task: pupil.task,
    hasReturned: pupil.returns > 0,
    isPresent: pupil.present,
    isNoticed: pupil.noticed,
    isNotSaved: notSavedIds.has(id),
  }
}
