import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { MORNING } from '../support/test-school.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(() => {
  school = openWorkingSchool()
})
afterEach(() => school.end())

describe('recording', () => {
  it('writes an act that is sent twice once, and says so to the windows once', async () => {
    await school.begin()
    await school.importClass()
    const { lessonId } = await school.startLesson()
    school.told.length = 0
    const entries = [{ kind: 'moved' as const, id: uuidv7(), value: { to: 'preparing' as const } }]
    const first = await school.ask('lesson.record', { lessonId, at: MORNING, entries })
    const second = await school.ask('lesson.record', { lessonId, at: MORNING, entries })
    expect(first.events).toHaveLength(1)
    expect(second.events).toEqual([])
    expect(school.told).toEqual([{ name: 'lesson.changed', payload: { lessonId, events: first.events } }])
    expect((await school.ask('lesson.get', { lessonId })).events).toEqual(first.events)
  })

  it('keeps the order of a lesson when the clock is set back in the middle of it', async () => {
    await school.begin()
    await school.importClass()
    const { lessonId } = await school.startLesson()
    const record = (entry: NewEntry) =>
      school.ask('lesson.record', { lessonId, at: school.clock.now, entries: [{ ...entry, id: uuidv7() }] })
    const [first] = (await record({ kind: 'moved', value: { to: 'preparing' } })).events
    school.clock.now -= 3_600_000
    const [second] = (await record({ kind: 'check-answered', value: { item: 'chat', answer: 'done' } }))
      .events
    expect(second?.at).toBe((first?.at ?? 0) + 1)
    expect((await school.ask('today.get', {})).lessons[0]).toMatchObject({
      state: 'preparing',
      checksAnswered: 1,
    })
  })

  it('takes no id a second time for something else', async () => {
    await school.begin()
    await school.importClass()
    const { lessonId } = await school.startLesson()
    const id = uuidv7()
    await school.ask('lesson.record', {
      lessonId,
      at: MORNING,
      entries: [{ kind: 'moved', id, value: { to: 'preparing' } }],
    })
    const reply = await school.dispatch('lesson.record', {
      lessonId,
      at: MORNING,
      entries: [{ kind: 'check-answered', id, value: { item: 'chat', answer: 'done' } }],
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'id-taken' } })
  })

  it('lets no window say that a lesson was exported', async () => {
    await school.begin()
    await school.importClass()
    const lessonId = await school.finishLesson()
    const reply = await school.dispatch('lesson.record', {
      lessonId,
      at: school.clock.now,
      entries: [{ kind: 'moved', id: uuidv7(), value: { to: 'exported' } }],
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-now' } })
  })

  it('never takes a time that has not come yet', async () => {
    await school.begin()
    await school.importClass()
    const { lessonId } = await school.startLesson()
    const entries = [{ kind: 'moved' as const, id: uuidv7(), value: { to: 'preparing' as const } }]
    const { events } = await school.ask('lesson.record', { lessonId, at: MORNING * 2, entries })
    expect(events[0]?.at).toBe(MORNING)
  })

  it('says in words that a tap was not saved, keeps nothing of it, and takes it when tried again', async () => {
    await school.begin()
    await school.importClass()
    const { lessonId } = await school.startLesson()
    const entries = [{ kind: 'moved' as const, id: uuidv7(), value: { to: 'preparing' as const } }]
    const { db } = school.context.session.store()
    db.pragma('query_only = ON')
    const reply = await school.dispatch('lesson.record', { lessonId, at: MORNING, entries })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-saved' } })
    db.pragma('query_only = OFF')
    expect((await school.ask('lesson.get', { lessonId })).events).toEqual([])
    expect((await school.ask('lesson.record', { lessonId, at: MORNING, entries })).events).toHaveLength(1)
  })

  it('names the disk that is full, keeps nothing half-written, and takes all of it in order once there is room', async () => {
    await school.begin()
    await school.importClass()
    const { lessonId } = await school.startLesson()
    const pupilId = await school.firstPupilId()
    await school.act(lessonId, { kind: 'moved', value: { to: 'preparing' } })
    const { db } = school.context.session.store()
    db.pragma('max_page_count = 1')
    const tap = (minutes: number) => ({
      lessonId,
      at: MORNING + 60_000 + minutes,
      entries: [{ kind: 'late' as const, id: uuidv7(), pupilId, value: { minutes } }],
    })
    const taps: ReturnType<typeof tap>[] = []
    const failed: ReturnType<typeof tap>[] = []
    for (let minutes = 1; failed.length < 3; minutes += 1) {
      taps.push(tap(minutes))
      const reply = await school.dispatch('lesson.record', taps.at(-1))
      if (reply.ok) continue
      expect(reply.error.message).toMatch(/^The disk is full\. What was saved before is safe\./)
      failed.push(...taps.slice(-1))
    }
    expect((await school.ask('lesson.hold', { lessonId, acts: [] })).acts).toEqual(
      failed.map(({ at, entries }) => ({ at, entries })),
    )
    db.pragma('max_page_count = 1073741823')
    for (const act of failed) await school.ask('lesson.record', act)
    const { events } = await school.ask('lesson.get', { lessonId })
    const minutes = events.flatMap((event) => (event.kind === 'late' ? [event.value.minutes] : []))
    expect(minutes).toEqual(taps.map((_, place) => place + 1))
    expect((await school.ask('lesson.hold', { lessonId, acts: [] })).acts).toEqual([])
  })

  it('keeps what a window could not have written, oldest first, until it is written or refused', async () => {
    await school.begin()
    await school.importClass()
    const { lessonId } = await school.startLesson()
    const pupilId = await school.firstPupilId()
    const late = (at: number) => ({
      at,
      entries: [{ kind: 'late' as const, id: uuidv7(), pupilId, value: { minutes: 3 } }],
    })
    const [first, second] = [late(MORNING), late(MORNING + 1)]
    await school.ask('lesson.hold', { lessonId, acts: [second] })
    await school.ask('lesson.hold', { lessonId, acts: [first, second] })
    expect((await school.ask('lesson.hold', { lessonId, acts: [] })).acts).toEqual([first, second])
    const reply = await school.dispatch('lesson.record', { lessonId, ...first })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-now' } })
    await school.act(lessonId, { kind: 'moved', value: { to: 'preparing' } })
    await school.ask('lesson.record', { lessonId, ...second })
    expect((await school.ask('lesson.hold', { lessonId, acts: [] })).acts).toEqual([])
  })
})
