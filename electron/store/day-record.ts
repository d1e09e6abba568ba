import type {
  DayRecord,
  LessonFrame,
  LessonRecordForOffice,
  PackForOffice,
  PupilForOffice,
} from '../../shared/domain/day-record.ts'
import type { Lesson } from '../../shared/domain/lesson.ts'
import { weekOf } from '../../shared/domain/packs.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import type { School } from '../../shared/domain/school.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import { checklistOf } from './checklist-repository.ts'
import { type KnownPupil, knownPupilsOf, knownPupilsOfLesson, onScreen } from './classes-repository.ts'
import { listEvents } from './event-log.ts'
import type { Store } from './open-store.ts'
import { findPack, readReceipts } from './packs-repository.ts'
import { schemeOf } from './scheme-repository.ts'
import { listStaff } from './school-repository.ts'
import type { JoinedTerms } from './shared-lesson-repository.ts'

/** Everything the office gets of a day: the lessons given, whole, with the names the office knows pupils by. */
export function readDayRecord(
  store: Store,
  day: { date: string; school: School; deviceName: string; isExample: boolean },
  cards: readonly LessonCard[],
): DayRecord {
  const staff = listStaff(store)
  return {
    date: day.date,
    schoolName: day.school.name,
    teacherName: day.school.teacherName,
    deviceName: day.deviceName,
    notTheRegister: day.school.notTheRegister,
    isExample: day.isExample,
    packs: readPacks(store, day.date, cards, staff),
    lessons: cards.map((lesson): LessonRecordForOffice => {
      const events = listEvents(store, lesson.id)
      const { version, items } = checklistOf(store, events)
      const { behaviours, ladder, attitudes } = schemeOf(store, events).scheme
      return {
        lesson,
        checkItems: items,
        checklistVersion: version,
        behaviours,
        ladder,
        attitudes,
        staff,
        pupils: forOffice(knownPupilsOfLesson(store, lesson)),
        events,
      }
    }),
  }
}

/** What a lesson of another computer was held to, as far as this one knows: its names are those of the file it came in. */
export const readJoinedFrame = (store: Store, lesson: Lesson, joined: JoinedTerms): LessonFrame => ({
  lesson,
  checkItems: joined.checklist.items,
  checklistVersion: joined.checklist.version,
  behaviours: joined.scheme.behaviours,
  ladder: joined.scheme.ladder,
  attitudes: joined.scheme.attitudes,
  staff: joined.staff,
  pupils: forOffice(knownPupilsOfLesson(store, lesson)),
})

/** The week's packs of the classes taught that day. */
function readPacks(
  store: Store,
  date: string,
  cards: readonly LessonCard[],
  staff: readonly StaffMember[],
): PackForOffice[] {
  const taught = new Map(cards.map(({ classId, className }) => [classId, className]))
  return [...taught].flatMap(([classId, className]): PackForOffice[] => {
    const pack = findPack(store, classId, weekOf(date))
    if (!pack) return []
    const receipts = readReceipts(store, pack.id)
    const pupils = forOffice(knownPupilsOf(store, classId))
    return [
      {
        ...pack,
        className,
        approvedBy: staff.find(({ id }) => id === pack.approval?.staffId)?.name ?? null,
        pupils: pupils.map((pupil) => ({ ...pupil, how: receipts[pupil.id] ?? null })),
      },
    ]
  })
}

function forOffice(known: readonly KnownPupil[]): PupilForOffice[] {
  const identities = new Map(known.map((one) => [one.id, one.identity]))
  return onScreen(known).flatMap((pupil) => {
    const identity = identities.get(pupil.id)
    if (!identity) return []
    const { legalForename, legalSurname, upn = null } = identity
    return [{ ...pupil, legalForename, legalSurname, upn }]
  })
}
