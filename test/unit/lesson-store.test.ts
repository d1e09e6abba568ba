import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLessonStore } from '../../renderer/lib/lesson-store.ts'
import { pupilTally } from '../../shared/domain/tally.ts'
import { createFakeApi, type FakeApi } from '../support/fake-api.tsx'
import type { HeldAct } from '../../shared/ipc/commands/held-acts.ts'
import { idOf, point } from '../support/log-fixture.ts'

const notSaved = { code: 'not-saved', message: 'Not saved: the disk is full.' }

let api: FakeApi
let store: ReturnType<typeof createLessonStore>
let pupilId: string

beforeEach(async () => {
  vi.useFakeTimers()
  api = createFakeApi({ lesson: { state: 'live' } })
  store = createLessonStore(api, api.lessonId)
  store.getState().opened()
  await vi.advanceTimersByTimeAsync(0)
  pupilId = api.record().pupils[0]?.id ?? ''
})
afterEach(() => vi.useRealTimers())

const points = () => pupilTally(store.getState().tally, pupilId).points
const inLog = () => api.record().events.filter((event) => event.kind === 'award').length

describe('an act', () => {
  it('is painted before it is written, and stays once it is', async () => {
    const written = store.getState().acted([point(pupilId)])
    expect(points()).toBe(1)
    expect(store.getState().pending).toHaveLength(1)
    expect(await written).toBe(true)
    expect([points(), store.getState().pending.length, inLog()]).toEqual([1, 0, 1])
  })

  it('that cannot be written stays as not saved, is tried again, and is written once', async () => {
    api.failNext('lesson.record', notSaved, 2)
    const written = store.getState().acted([point(pupilId)])
    await vi.advanceTimersByTimeAsync(10)
    expect([points(), inLog()]).toEqual([1, 0])
    expect(store.getState().pending).toMatchObject([{ notSaved: true }])
    await vi.advanceTimersByTimeAsync(5000)
    expect(await written).toBe(true)
    expect([points(), inLog(), store.getState().pending.length]).toEqual([1, 1, 0])
    expect(api.callsOf('lesson.record')).toHaveLength(3)
  })

  it('waits its turn behind one that cannot be written, and asks no more often for that', async () => {
    api.failNext('lesson.record', notSaved)
    const tap = () => store.getState().acted([point(pupilId)])
    const first = tap()
    await vi.advanceTimersByTimeAsync(10)
    const acts = [first, tap(), tap()]
    await vi.advanceTimersByTimeAsync(1000)
    expect(api.callsOf('lesson.record')).toHaveLength(1)
    expect(points()).toBe(3)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await Promise.all(acts)).toEqual([true, true, true])
    expect([points(), inLog()]).toEqual([3, 3])
  })

  it('comes after what another computer did, whose clock is an hour ahead', async () => {
    const ahead = Date.now() + 3_600_000
    api.happened([point(pupilId)], ahead)
    await store.getState().acted([{ kind: 'camera', pupilId, value: { camera: 'off' } }])
    expect(api.callsOf('lesson.record')).toMatchObject([{ at: ahead + 1 }])
    expect(await store.getState().undone()).toBe(true)
    expect(pupilTally(store.getState().tally, pupilId).camera).toBe('on')
  })

  it('says why it cannot be written until it is', async () => {
    api.failNext('lesson.record', notSaved)
    const written = store.getState().acted([point(pupilId)])
    await vi.advanceTimersByTimeAsync(10)
    expect(store.getState().trouble).toBe(notSaved.message)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await written).toBe(true)
    expect(store.getState().trouble).toBeNull()
  })

  it('is given to main to keep while it waits, and is taken up again by the next window', async () => {
    api.failNext('lesson.record', notSaved)
    const acts = [store.getState().acted([point(pupilId)]), store.getState().acted([point(pupilId)])]
    const asked = api.callsOf('lesson.hold') as { acts: HeldAct[] }[]
    const held = asked.flatMap((one) => one.acts)
    expect(held).toMatchObject([{ entries: [{ kind: 'award' }] }])
    await vi.advanceTimersByTimeAsync(5000)
    await Promise.all(acts)
    const [kept] = held
    if (!kept) throw new Error('nothing was kept')
    const lost = { at: kept.at + 1, entries: kept.entries.map((one) => ({ ...one, id: idOf(77) })) }
    api = createFakeApi({
      lesson: { state: 'live' },
      handlers: { 'lesson.hold': () => ({ acts: [lost] }) },
    })
    store = createLessonStore(api, api.lessonId)
    store.getState().opened()
    await vi.advanceTimersByTimeAsync(0)
    expect([points(), inLog(), store.getState().pending.length]).toEqual([1, 1, 0])
  })

  it('tapped while those of a crashed window are taken up keeps its place, and so do they', async () => {
    const left: HeldAct = { at: Date.now() - 1000, entries: [{ ...point(pupilId), id: idOf(77) }] }
    let answer = (_acts: HeldAct[]): void => undefined
    const asked = new Promise<HeldAct[]>((resolve) => {
      answer = resolve
    })
    api = createFakeApi({
      lesson: { state: 'live' },
      handlers: { 'lesson.hold': async () => ({ acts: await asked }) },
    })
    const { invoke } = api
    api.invoke = async (name, input) => {
      const reply = await invoke(name, input)
      // The answer about what was left comes while this tap is on its way.
      if (name === 'lesson.record') {
        answer([left])
        for (let turns = 0; turns < 50; turns += 1) await Promise.resolve()
      }
      return reply
    }
    store = createLessonStore(api, api.lessonId)
    store.getState().opened()
    await vi.advanceTimersByTimeAsync(0)
    void store.getState().acted([point(pupilId)])
    await vi.advanceTimersByTimeAsync(50)
    expect([points(), inLog(), store.getState().pending.length]).toEqual([2, 2, 0])
  })

  it('that is refused is taken off the screen, with the reason', async () => {
    const written = store.getState().acted([{ kind: 'moved', value: { to: 'planned' } }])
    expect(await written).toBe(false)
    expect(store.getState().tally.state).toBe('live')
    expect(store.getState().refusal).toMatch(/cannot become planned/)
  })

  it('has a moment of its own, so that undo takes back one of two quick ones', async () => {
    await Promise.all([store.getState().acted([point(pupilId)]), store.getState().acted([point(pupilId)])])
    expect(points()).toBe(2)
    expect(await store.getState().undone()).toBe(true)
    expect(points()).toBe(1)
  })

  it('of another window is added once', () => {
    api.happened([point(pupilId, 2)])
    const last = api.record().events.at(-1)
    if (last) api.tell('lesson.changed', { lessonId: api.lessonId, events: [last] })
    expect(points()).toBe(2)
  })
})

it('undoes nothing where nothing was done', async () => {
  expect(await store.getState().undone()).toBe(false)
})
