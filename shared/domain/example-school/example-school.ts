import type { StaffMember } from '../people.ts'
import type { Preset } from '../preset.ts'
import { school, type School } from '../school.ts'
import type { SchoolDate } from '../times.ts'
import type { TimetableEntry } from '../timetable.ts'
import { calendarAround } from './calendar.ts'
import { type ExampleEvidence, inventEvidence } from './evidence.ts'
import { type ExampleLesson, inventLessons } from './lessons.ts'
import { colleagueNames, headTeacherName, otherTeacherNames, teacherName } from './names.ts'
import { type ExampleClass, type ExamplePupil, inventClasses } from './people.ts'
import { createRandom, inventId } from './random.ts'
import { inventTimetable } from './weekly.ts'

/** An invented school with three weeks behind it: what a person who tries the app finds in it. */
export type ExampleSchool = {
  school: School
  /** The person at this computer; first of the staff. */
  teacherId: string
  staff: StaffMember[]
  /** The teacher's own class first. */
  classes: ExampleClass[]
  pupils: ExamplePupil[]
  timetable: TimetableEntry[]
  /** Oldest first: the three weeks before today, exported; then today's of the timetable, planned. */
  lessons: ExampleLesson[]
  evidence: ExampleEvidence
}

/**
 * The example school as of a day. The same day, computer and preset always give the same school, to the last id; on
 * another day or computer the people stay and the ids are others, so two examples never run into one another.
 */
export function exampleSchool(options: {
  today: SchoolDate
  deviceId: string
  preset: Preset
  /** This computer, which the example counts as the school's, and its account as the teacher's own. */
  computer: { name: string; account: string }
}): ExampleSchool {
  const { today, deviceId, preset, computer } = options
  const ids = createRandom(`${deviceId} ${today}`)
  const teacher: StaffMember = {
    id: inventId(ids),
    name: teacherName,
    role: 'teacher',
    account: computer.account,
  }
  const invent = (role: StaffMember['role'], name: string): StaffMember => ({ id: inventId(ids), name, role })
  const colleagues = colleagueNames.map((name) => invent('assistant', name))
  const leader = invent('leader', headTeacherName)
  const otherTeachers = otherTeacherNames.map((name) => invent('teacher', name))
  const staff = [teacher, ...colleagues, leader, ...otherTeachers]
  const { own, others } = inventClasses(today, ids)
  const classes = [own, ...others]
  const exampleSettings = settingsOf(preset, computer.name, today)
  const cast = {
    teacherId: teacher.id,
    colleagueIds: colleagues.map(({ id }) => id),
    leaderId: leader.id,
    otherTeacherIds: otherTeachers.map(({ id }) => id),
    ownClass: own,
    otherClasses: others,
    preset,
    deviceId,
  }
  return {
    school: exampleSettings,
    teacherId: teacher.id,
    staff,
    classes: classes.map(({ id, name, yearGroup }) => ({ id, name, yearGroup })),
    pupils: classes.flatMap(({ pupils }) => pupils),
    lessons: inventLessons(today, cast, ids),
    evidence: inventEvidence(today, { ...cast, school: exampleSettings, staff }, ids),
    timetable: inventTimetable(today, exampleSettings.calendar, cast, ids),
  }
}

const settingsOf = ({ notTheRegister }: Preset, deviceName: string, today: SchoolDate): School =>
  school.parse({
    name: 'Example Junior School (invented)',
    domain: 'example-junior.example',
    teacherName,
    teacherEmail: 'j.reid@example-junior.example',
    officeFolder: null,
    notTheRegister,
    devices: [deviceName],
    calendar: calendarAround(today),
    safeguarding: {
      edition: 'Keeping children safe in education, the edition in force',
      link: 'https://www.gov.uk/government/publications/keeping-children-safe-in-education--2',
      checked: null,
      lead: `${headTeacherName}, in person or through the office`,
    },
  })
