import type { StaffMember } from '../people.ts'
import type { Preset } from '../preset.ts'
import type { School } from '../school.ts'
import type { SchoolDate } from '../times.ts'
import { type ExampleLesson, inventLessons } from './lessons.ts'
import { colleagueNames, teacherName } from './names.ts'
import { type ExampleClass, type ExamplePupil, inventClasses } from './people.ts'
import { createRandom, inventId } from './random.ts'

/** An invented school with three weeks behind it: what a person who tries the app finds in it. */
export type ExampleSchool = {
  school: School
  /** The person at this computer; first of the staff. */
  teacherId: string
  staff: StaffMember[]
  /** The teacher's own class first. */
  classes: ExampleClass[]
  pupils: ExamplePupil[]
  /** Oldest first: the three weeks before today, exported; then today's, planned. */
  lessons: ExampleLesson[]
}

/**
 * The example school as of a day. The same day, computer and preset always give the same school, to the last id; on
 * another day or computer the people stay and the ids are others, so two examples never run into one another.
 */
export function exampleSchool(options: {
  today: SchoolDate
  deviceId: string
  preset: Preset
}): ExampleSchool {
  const { today, deviceId, preset } = options
  const ids = createRandom(`${deviceId} ${today}`)
  const teacher = { id: inventId(ids), name: teacherName }
  const colleagues = colleagueNames.map((name) => ({ id: inventId(ids), name }))
  const { own, others } = inventClasses(today, ids)
  const classes = [own, ...others]
  const cast = {
    teacherId: teacher.id,
    colleagueIds: colleagues.map(({ id }) => id),
    ownClass: own,
    preset,
    deviceId,
  }
  return {
    school: schoolOf(preset),
    teacherId: teacher.id,
    staff: [teacher, ...colleagues],
    classes: classes.map(({ id, name, yearGroup }) => ({ id, name, yearGroup })),
    pupils: classes.flatMap(({ pupils }) => pupils),
    lessons: inventLessons(today, cast, ids),
  }
}

const schoolOf = ({ notTheRegister }: Preset): School => ({
  name: 'Example Junior School (invented)',
  domain: 'example-junior.example',
  teacherName,
  teacherEmail: 'j.reid@example-junior.example',
  officeFolder: null,
  notTheRegister,
})
