import type { DayRecord, LessonRecordForOffice, PupilForOffice } from '../../shared/domain/day-record.ts'
import type { Lesson } from '../../shared/domain/lesson.ts'
import type { Preset } from '../../shared/domain/preset.ts'
import type { School } from '../../shared/domain/school.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import { checklistOf } from './checklist-repository.ts'
import { knownPupilsOfLesson, onScreen } from './classes-repository.ts'
import { listEvents } from './event-log.ts'
import type { Store } from './open-store.ts'
import { listStaff } from './school-repository.ts'

/** Everything the office gets of a day: the lessons given, whole, with the names the office knows pupils by. */
export function readDayRecord(
  store: Store,
  day: { date: string; school: School; deviceName: string; isExample: boolean },
  cards: readonly LessonCard[],
  preset: Preset,
): DayRecord {
  const staff = listStaff(store)
  const { behaviours, ladder, attitudes } = preset
  return {
    date: day.date,
    schoolName: day.school.name,
    teacherName: day.school.teacherName,
    deviceName: day.deviceName,
    notTheRegister: day.school.notTheRegister,
    isExample: day.isExample,
    lessons: cards.map((lesson): LessonRecordForOffice => {
      const events = listEvents(store, lesson.id)
      return {
        lesson,
        checkItems: checklistOf(store, events).items,
        behaviours,
        ladder,
        attitudes,
        staff,
        pupils: pupilsForOffice(store, lesson),
        events,
      }
    }),
  }
}

function pupilsForOffice(store: Store, lesson: Lesson): PupilForOffice[] {
  const known = knownPupilsOfLesson(store, lesson)
  const identities = new Map(known.map((one) => [one.id, one.identity]))
  return onScreen(known).flatMap((pupil) => {
    const identity = identities.get(pupil.id)
    if (!identity) return []
    const { legalForename, legalSurname, upn = null } = identity
    return [{ ...pupil, legalForename, legalSurname, upn }]
  })
}
