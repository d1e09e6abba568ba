import { type DayBundle } from '../../shared/domain/day-bundle.ts'
import { buildDay, idOf, teacherId } from './day-fixture.ts'

/** A whole day as it goes to an office (an age recipient). */
export function bundleFor(office: string, options: Parameters<typeof buildDay>[0] = {}): DayBundle {
  const { lessons, ...day } = buildDay(options)
  return {
    office,
    writtenAt: Date.UTC(2021, 0, 18, 15, 30),
    version: 1,
    device: { id: idOf(7), name: day.deviceName },
    teacher: { id: teacherId, name: day.teacherName },
    day,
    lessons: lessons.map((one) => ({ ...one, isOwn: true, events: [...one.events] })),
    stillOpen: [],
  }
}
