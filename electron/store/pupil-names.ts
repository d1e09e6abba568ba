import { nothingKnown, takesPartOn } from '../../shared/domain/joining.ts'
import type { Lesson } from '../../shared/domain/lesson.ts'
import type { PupilNames } from '../../shared/domain/names/match-names.ts'
import { schoolDateOf } from '../../shared/domain/times.ts'
import { findClass, knownPupilsOfLesson } from './classes-repository.ts'
import { listJoining } from './joining-repository.ts'
import type { Store } from './open-store.ts'

/** The class as names are matched to it, for the day of a lesson. */
export function readPupilNames(store: Store, lesson: Lesson): PupilNames[] {
  const pupils = knownPupilsOfLesson(store, lesson)
  const joinings = listJoining(
    store,
    pupils.map(({ id }) => id),
  )
  const summary = findClass(store, lesson.classId)
  const classes = [summary?.name, summary?.yearGroup].filter((name) => typeof name === 'string')
  const date = schoolDateOf(lesson.startsAt)
  return pupils.map(({ id, identity }) => {
    const known = joinings.get(id) ?? nothingKnown
    const { legalForename, legalSurname, preferredForename, preferredSurname } = identity
    return {
      id,
      legalForename,
      legalSurname,
      ...(preferredForename === undefined ? {} : { preferredForename }),
      ...(preferredSurname === undefined ? {} : { preferredSurname }),
      nicknames: known.nicknames,
      devices: known.sharedDevices,
      takesPart: takesPartOn(known, date),
      classes,
    }
  })
}
