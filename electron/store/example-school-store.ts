import { randomUUID } from 'node:crypto'
import type { ExampleEvidence } from '../../shared/domain/example-school/evidence.ts'
import { exampleSchool, type ExampleSchool } from '../../shared/domain/example-school/example-school.ts'
import type { Preset } from '../../shared/domain/preset.ts'
import { boundsOf, type SchoolDate, schoolDateOf } from '../../shared/domain/times.ts'
import { addClass, addPupil } from './classes-repository.ts'
import { appendEvents } from './event-log.ts'
import { saveJoining } from './joining-repository.ts'
import { makeLessonsOf } from './lessons-of-timetable.ts'
import { addLesson, listLessonsBetween, planLesson } from './lessons-repository.ts'
import type { Store } from './open-store.ts'
import { addReceipts, savePack } from './packs-repository.ts'
import { addStaff, becomeMe, saveSettings, thisDevice } from './school-repository.ts'
import type { SchoolSession } from './school-session.ts'
import { acknowledgeConduct, addTraining } from './staff-repository.ts'
import { saveEntry } from './timetable-repository.ts'

/** Opens the invented school in its own file and fills it: all of it, or the file is removed again. */
export function openExampleSchool(options: {
  session: SchoolSession
  preset: Preset
  deviceName: string
  account: string
  now(): number
}): void {
  const { session, preset, now } = options
  if (session.isExample) return
  const store = session.openExample()
  try {
    store.db.transaction(() => {
      const device = thisDevice(store, options.deviceName, now())
      const today = schoolDateOf(now())
      const example = exampleSchool({
        today,
        deviceId: device.id,
        preset,
        computer: { name: options.deviceName, account: options.account },
      })
      for (const one of example.staff) addStaff(store, one)
      saveSettings(store, example.school)
      becomeMe(store, example.teacherId)
      for (const one of example.classes) addClass(store, one)
      for (const one of example.pupils) addPupil(store, one)
      for (const one of example.timetable) saveEntry(store, one)
      for (const { lesson, events } of example.lessons.filter((one) => one.events.length > 0)) {
        addLesson(store, lesson)
        appendEvents(store, events)
      }
      planToday(store, example, today)
      addEvidence(store, example.evidence, { at: now(), by: example.teacherId })
    })()
  } catch (error) {
    session.removeExample()
    throw error
  }
}

/** Today's lessons are made by the timetable, as they would be any day, and take what the example has planned. */
function planToday(store: Store, { lessons, school, teacherId }: ExampleSchool, today: SchoolDate): void {
  makeLessonsOf(store, today, { teacherId, calendar: school.calendar })
  const { from, until } = boundsOf(today)
  for (const { id, startsAt } of listLessonsBetween(store, from, until)) {
    const planned = lessons.find(({ lesson }) => lesson.startsAt === startsAt)?.lesson
    if (!planned) throw new Error('the timetable of the example has a lesson today that nobody planned')
    const { subject, learningIntention, adaptations, secondAdultId } = planned
    planLesson(store, id, { subject, learningIntention, adaptations, secondAdultId })
  }
}

function addEvidence(
  store: Store,
  { training, acknowledgements, pack, receipts, joinings }: ExampleEvidence,
  noted: { at: number; by: string },
): void {
  for (const one of training) addTraining(store, one, noted)
  for (const one of acknowledgements) acknowledgeConduct(store, one)
  savePack(store, pack)
  const marks = Object.entries(receipts).map(([pupilId, how]) => ({ id: randomUUID(), pupilId, how }))
  addReceipts(
    store,
    marks.map((mark) => ({ ...mark, packId: pack.id, at: noted.at, byId: noted.by })),
  )
  for (const { pupilId, known } of joinings) saveJoining(store, pupilId, known)
}
