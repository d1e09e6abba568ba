import { describe, expect, it } from 'vitest'
import { type DayBundle, dayBundle } from '../../shared/domain/day-bundle.ts'
import { readEvent } from '../../shared/domain/lesson-file.ts'
import { buildDay, idOf, teacherId } from '../support/day-fixture.ts'

describe('a day’s bundle', () => {
  it('holds a whole day and gives it back', () => {
    const { lessons, ...day } = buildDay()
    const bundle: DayBundle = {
      office: 'age1office',
      writtenAt: 1,
      version: 1,
      device: { id: idOf(7), name: day.deviceName },
      teacher: { id: teacherId, name: day.teacherName },
      day,
      lessons: lessons.map((one) => ({ ...one, isOwn: true, events: [...one.events] })),
      stillOpen: [],
    }
    const read = dayBundle.parse(JSON.parse(JSON.stringify(bundle)))
    expect(read.day).toEqual(day)
    expect(read.lessons[0]?.events.map(readEvent)).toEqual(lessons[0]?.events)
  })
})
