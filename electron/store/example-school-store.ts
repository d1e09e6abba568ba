import { exampleSchool } from '../../shared/domain/example-school/example-school.ts'
import type { Preset } from '../../shared/domain/preset.ts'
import { schoolDateOf } from '../../shared/domain/times.ts'
import { addClass, addPupil } from './classes-repository.ts'
import { appendEvents } from './event-log.ts'
import { addLesson } from './lessons-repository.ts'
import { addStaff, becomeMe, saveSettings, thisDevice } from './school-repository.ts'
import type { SchoolSession } from './school-session.ts'

/** Opens the invented school in its own file and fills it: all of it, or the file is removed again. */
export function openExampleSchool(options: {
  session: SchoolSession
  preset: Preset
  deviceName: string
  now(): number
}): void {
  const { session, preset, now } = options
  if (session.isExample) return
  const store = session.openExample()
  try {
    store.db.transaction(() => {
      const device = thisDevice(store, options.deviceName, now())
      const example = exampleSchool({ today: schoolDateOf(now()), deviceId: device.id, preset })
      for (const one of example.staff) addStaff(store, one)
      saveSettings(store, example.school)
      becomeMe(store, example.teacherId)
      for (const one of example.classes) addClass(store, one)
      for (const one of example.pupils) addPupil(store, one)
      for (const { lesson, events } of example.lessons) {
        addLesson(store, lesson)
        appendEvents(store, events, preset.checkItems)
      }
    })()
  } catch (error) {
    session.removeExample()
    throw error
  }
}
