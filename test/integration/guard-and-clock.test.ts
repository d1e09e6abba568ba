import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClock } from '../../electron/clock.ts'
import { isLessonOpen } from '../../electron/store/lessons-repository.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import type { ClockReading } from '../../shared/domain/steady-clock.ts'
import { minutes } from '../../shared/domain/times.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

const HOUR = 3_600_000

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
})
afterEach(() => school.end())

/** A lesson that is live, with a second adult; Ada and Alan are in. */
async function goLive(): Promise<{ lessonId: string; pupilIds: string[] }> {
  const { lessonId } = await school.startLesson()
  const { pupils, checkItems } = await school.ask('lesson.get', { lessonId })
  const { id: staffId } = await school.ask('staff.add', { name: 'Mr A Khan' })
  const pupilIds = pupils.map(({ id }) => id)
  const { act } = school
  await act(lessonId, { kind: 'moved', value: { to: 'preparing' } })
  await act(lessonId, { kind: 'second-adult-joined', value: { staffId } })
  await act(
    lessonId,
    ...checkItems.map(({ id }): NewEntry => ({
      kind: 'check-answered',
      value: { item: id, answer: 'not-applicable' },
      text: 'Agreed with the head teacher',
    })),
  )
  await act(
    lessonId,
    { kind: 'moved', value: { to: 'admitting' } },
    ...pupilIds.map((pupilId): NewEntry => ({ kind: 'admitted', pupilId, value: {} })),
    { kind: 'moved', value: { to: 'live' } },
  )
  return { lessonId, pupilIds }
}

it('ends a lesson for everyone once, at one time, whoever ends it again', async () => {
  const { lessonId } = await goLive()
  const { events } = await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
  await expect(school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })).rejects.toThrow(
    'cannot become',
  )
  const log = (await school.ask('lesson.get', { lessonId })).events
  const ends = log.filter((event) => event.kind === 'moved' && event.value.to === 'ended')
  expect(ends).toEqual(events)
  expect(log.some(({ kind }) => kind === 'left')).toBe(false)
})

describe('main’s clock', () => {
  const reading: ClockReading = { wall: 0, monotonic: 0, uptime: 0 }
  const told: { now: number; changedBy: number }[] = []
  const startClock = () => {
    Object.assign(reading, { wall: school.clock.now, monotonic: 1000, uptime: 50_000 })
    told.length = 0
    const store = school.context.session.store()
    const clock = createClock({
      read: () => ({ ...reading }),
      isHeld: (at) => isLessonOpen(store, at - 12 * HOUR),
      moved: (change) => told.push(change),
    })
    school.context.now = clock.now
    return clock
  }
  const passes = (ms: number) => {
    reading.wall += ms
    reading.monotonic += ms
    reading.uptime += ms
  }

  it.each([HOUR, -HOUR])('keeps a lesson’s durations and order when it is changed by %i ms', async (by) => {
    const { lessonId, pupilIds } = await goLive()
    const clock = startClock()
    const began = clock.now()
    passes(minutes(5))
    reading.wall += by
    passes(minutes(2))
    const late: NewEntry = { kind: 'late', pupilId: pupilIds[0] ?? '', value: { minutes: 7 } }
    school.clock.now = clock.now()
    const { events } = await school.act(lessonId, late)
    // The window dates an act by main's clock, a second after; it is taken as it stands.
    expect(events[0]?.at).toBe(began + minutes(7) + 1000)
    expect(told).toEqual([{ now: began + minutes(7), changedBy: by }])
  })

  it('goes by the computer’s clock again once the lesson is over', async () => {
    const { lessonId } = await goLive()
    const clock = startClock()
    reading.wall += HOUR
    clock.now()
    await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    passes(1000)
    expect(clock.now()).toBe(Math.round(reading.wall))
    expect(told.at(-1)).toEqual({ now: reading.wall, changedBy: 0 })
  })

  it('takes ten minutes asleep for ten minutes, and tells the windows', async () => {
    await goLive()
    const clock = startClock()
    const began = clock.now()
    clock.slept(true)
    reading.wall += minutes(10)
    clock.slept(false)
    expect(clock.now()).toBe(began + minutes(10))
    expect(told).toEqual([{ now: began + minutes(10), changedBy: 0 }])
    reading.wall += HOUR
    expect(clock.now()).toBe(began + minutes(10))
  })
})
