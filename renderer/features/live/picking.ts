import type { NewEntry } from '../../../shared/domain/events.ts'
import type { LiveKeys } from '../../../shared/domain/live-choosing.ts'
import { leftInRound, pickNext, type Turn } from '../../../shared/domain/picker.ts'
import { type LessonTally, pupilsTakingPart } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { eventsShown, type LessonState } from '../../lib/lesson-store.ts'

type Lesson = Pick<LessonState, 'record' | 'tally' | 'pending'>

/** Whose turn is next in a lesson; null when nobody may be picked. */
export function nextTurn(lesson: Lesson): Turn | null {
  const { record, tally } = lesson
  if (!record) return null
  const pupilIds = pupilsTakingPart(record, tally).map(({ id }) => id)
  // The adult is in the seed, so that two who pick at the same moment rarely pick the same pupil.
  const seed = `${record.lesson.id}:${record.me.id}`
  return pickNext({ entries: eventsShown(lesson), tally, pupilIds, seed })
}

export const entryOfTurn = ({ pupilId, round }: Turn): NewEntry => ({
  kind: 'picked',
  pupilId,
  value: { round },
})

/** Gives a pupil's last turn back: it stays in the log as one that was not taken. Empty when there is none. */
export function entriesOfPass(lesson: Lesson, pupilId: string): NewEntry[] {
  const turn = eventsShown(lesson).findLast((entry) => entry.kind === 'picked' && entry.pupilId === pupilId)
  return turn ? [{ kind: 'revoked', revokes: turn.id }] : []
}

type Shown = { label: string; round: number; left: number }

/** The turn to show: until somebody else is chosen or meant, or it is given back. */
export function shownTurn(
  { pickedId, keys }: { pickedId: string | null; keys: LiveKeys },
  record: LessonRecordView,
  tally: LessonTally,
): Shown | null {
  const { round, pickedIds } = tally.picking
  const isMeant = keys.typed === '' && keys.chosen.length === 1 && keys.chosen[0] === pickedId
  if (pickedId === null || !isMeant || !pickedIds.includes(pickedId)) return null
  const pupils = pupilsTakingPart(record, tally)
  const pupil = pupils.find(({ id }) => id === pickedId)
  if (!pupil) return null
  const pupilIds = pupils.map(({ id }) => id)
  return { label: pupil.label, round, left: leftInRound(tally, pupilIds) }
}
