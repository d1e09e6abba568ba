import type { Behaviour, LadderStep } from './behaviours.ts'
import type { CheckItem } from './checks.ts'
import type { LessonEvent } from './events.ts'
import type { Lesson } from './lesson.ts'
import type { HeldKind, Pack } from './packs.ts'
import type { Pupil, StaffMember } from './people.ts'

/** A pupil as the office knows them. */
export type PupilForOffice = Pupil & { legalForename: string; legalSurname: string; upn: string | null }

/** One signed-off lesson, whole: what every sheet and page of the export is made from. */
export type LessonRecordForOffice = {
  lesson: Lesson
  checkItems: readonly CheckItem[]
  /** The version of the checklist they are of. */
  checklistVersion: number
  behaviours: readonly Behaviour[]
  ladder: readonly LadderStep[]
  attitudes: readonly string[]
  staff: readonly StaffMember[]
  pupils: readonly PupilForOffice[]
  events: readonly LessonEvent[]
}

/** The week's pack of a class taught that day, and how each pupil has it; null: without. */
export type PackForOffice = Pack & {
  className: string
  approvedBy: string | null
  pupils: readonly (PupilForOffice & { how: HeldKind | null })[]
}

/** Everything that goes to the office for one teacher's day. */
export type DayRecord = {
  /** ISO `YYYY-MM-DD`, the school's calendar. */
  date: string
  schoolName: string
  teacherName: string
  deviceName: string
  notTheRegister: string
  /** True for the invented example school: said on every sheet and page. */
  isExample: boolean
  lessons: readonly LessonRecordForOffice[]
  packs: readonly PackForOffice[]
}
