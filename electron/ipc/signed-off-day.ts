import type { DayRecord } from '../../shared/domain/day-record.ts'
import { isSignedOff } from '../../shared/domain/lesson.ts'
import type { School } from '../../shared/domain/school.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import { readDayRecord } from '../store/day-record.ts'
import { listCards } from '../store/lessons-repository.ts'
import type { Store } from '../store/open-store.ts'
import { findJoined } from '../store/shared-lesson-repository.ts'
import { type Context, whoIsHere } from './context.ts'
import { Refusal } from './dispatch.ts'

export type SignedOffDay = { store: Store; school: School; cards: LessonCard[]; day: DayRecord }

/** A day as far as it is signed off here, with what stands over it; refused where nothing is. */
export function signedOffDay(context: Context, date: string): SignedOffDay {
  const { store, school } = whoIsHere(context)
  const cards = listCards(store, date).filter((card) => isSignedOff(card) && !findJoined(store, card.id))
  if (cards.length === 0) {
    throw new Refusal('nothing-signed', 'Sign off a lesson first: there is nothing to export yet.')
  }
  const { deviceName, session } = context
  const day = readDayRecord(store, { date, school, deviceName, isExample: session.isExample }, cards)
  return { store, school, cards, day }
}
