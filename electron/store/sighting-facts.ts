import type { Lesson } from '../../shared/domain/lesson.ts'
import { weekOf } from '../../shared/domain/packs.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import type { School } from '../../shared/domain/school.ts'
import type { SightingFacts } from '../../shared/domain/sightings.ts'
import { schoolDateOf } from '../../shared/domain/times.ts'
import { knownPupilsOfLesson, onScreen } from './classes-repository.ts'
import { listOptedOutIds } from './joining-repository.ts'
import type { Store } from './open-store.ts'
import { findPack, readReceipts } from './packs-repository.ts'
import { listAcknowledgements, listTraining } from './staff-repository.ts'

/** Gathers what the app may look at before a lesson. */
export function readSightingFacts(
  store: Store,
  lesson: Lesson,
  who: { school: School; me: StaffMember; computer: SightingFacts['computer'] },
): SightingFacts {
  const pack = findPack(store, lesson.classId, weekOf(schoolDateOf(lesson.startsAt)))
  const pupils = onScreen(knownPupilsOfLesson(store, lesson))
  const ids = pupils.map(({ id }) => id)
  const optedOut = new Set(listOptedOutIds(store, ids, lesson))
  return {
    ...who,
    lesson,
    training: listTraining(store, who.me.id),
    conductTerms: listAcknowledgements(store)
      .filter(({ staffId }) => staffId === who.me.id)
      .map(({ term }) => term),
    pupils: pupils.filter(({ id }) => !optedOut.has(id)),
    receipts: pack && readReceipts(store, pack.id),
  }
}
