import type { LessonCard } from '../../shared/domain/today.ts'
import { lastRecordedAt } from './event-log.ts'
import { listCardsOf } from './lessons-repository.ts'
import type { Store } from './open-store.ts'
import { type JoinedTerms, listJoined } from './shared-lesson-repository.ts'

/** Lessons of other computers in which something was recorded, earliest first, with what each is held to. */
export function listJoinedRecorded(store: Store): { card: LessonCard; joined: JoinedTerms }[] {
  const terms = new Map(listJoined(store).map(({ lessonId, joined }) => [lessonId, joined]))
  return listCardsOf(store, [...terms.keys()]).flatMap((card) => {
    const joined = terms.get(card.id)
    return joined && lastRecordedAt(store, card.id) !== null ? [{ card, joined }] : []
  })
}
