import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listHeads, listOfficeFrames, takeInBundles } from '../../electron/store/office-days.ts'
import { listOfficeEvents } from '../../electron/store/office-events.ts'
import { isProblem, openStore, type Store } from '../../electron/store/open-store.ts'
import type { DayBundle } from '../../shared/domain/day-bundle.ts'
import { inOrder, type LessonEvent } from '../../shared/domain/events.ts'
import { defaultExportSettings } from '../../shared/domain/export-settings.ts'
import { schoolDays } from '../../shared/domain/office-frames.ts'
import { schoolSheets } from '../../shared/domain/office-sheets/school-sheets.ts'
import { minutes } from '../../shared/domain/times.ts'
import { asSecondAdult, corrected, dayOf, OFFICE_DATE, teacherIdOf } from '../support/office-fixture.ts'
import { ordersOf } from '../support/orders.ts'
import { openTestSchool, type TestSchool } from '../support/test-school.ts'

let school: TestSchool
let opened: Store[]
beforeEach(() => {
  school = openTestSchool()
  opened = []
})
afterEach(() => {
  for (const store of opened) store.close()
  school.end()
})

const newStore = (): Store => {
  const store = openStore(join(school.folder, `office-${opened.length}`), 'school')
  if (isProblem(store)) throw new Error(store.message)
  opened.push(store)
  return store
}

const takeIn = (store: Store, bundle: DayBundle) =>
  takeInBundles(store, [{ bundle, contentHash: hashOf(bundle) }], 5000)[0]
const hashOf = ({ device, version, writtenAt }: DayBundle) => `${device.id} ${version} ${writtenAt}`

const first = dayOf(1, 'age1office')
const lesson = first.lessons[0]
const pupilId = lesson?.pupils[5]?.id ?? ''
const tap = (number: number): LessonEvent => ({
  kind: 'award',
  id: teacherIdOf(2, 5000 + number),
  lessonId: lesson?.lesson.id ?? '',
  pupilId,
  value: { behaviour: 'brilliant', group: 'praise', points: 1 },
  at: (lesson?.lesson.startsAt ?? 0) + number,
  actorId: teacherIdOf(1, 2),
  deviceId: teacherIdOf(2, 7),
})
const bundles: DayBundle[] = [
  first,
  asSecondAdult(first, 2, [tap(1), tap(2)]),
  corrected(first, (id) => ({ kind: 'late', pupilId: id, value: { minutes: 7 } })),
  dayOf(3, 'age1office'),
]

/** All there is of a day, as it is told: rows, frames, sheets. */
function toldOf(store: Store) {
  const frames = listOfficeFrames(store, OFFICE_DATE)
    .map(({ frame }) => frame)
    .toSorted((a, b) => (a.lesson.id < b.lesson.id ? -1 : 1))
  const lessons = frames.map((frame) => ({ frame, events: listOfficeEvents(store, frame.lesson.id) }))
  const heads = listHeads(store, OFFICE_DATE).toSorted((a, b) => (a.device.id < b.device.id ? -1 : 1))
  const [one, ...others] = schoolDays(heads, lessons)
  return { lessons, heads, sheets: one && schoolSheets(one, [one, ...others], defaultExportSettings).sheets }
}

describe('days taken in', () => {
  it('come to the same in any order and any number of times', () => {
    const wanted = newStore()
    for (const bundle of bundles) takeIn(wanted, bundle)
    const told = toldOf(wanted)
    const ids = new Set(
      bundles.flatMap((one) => one.lessons.flatMap(({ events }) => events.map((e) => (e as LessonEvent).id))),
    )
    expect(told.lessons.flatMap(({ events }) => events)).toHaveLength(ids.size)
    for (const order of ordersOf(bundles)) {
      const store = newStore()
      for (const bundle of [...order, ...order.toReversed()]) takeIn(store, bundle)
      expect(toldOf(store)).toEqual(told)
      const atOnce = newStore()
      takeInBundles(
        atOnce,
        [...order, ...order].map((bundle) => ({ bundle, contentHash: hashOf(bundle) })),
        5000,
      )
      expect(toldOf(atOnce)).toEqual(told)
    }
  })

  it('come to what was written after the office had the others, also where the numbers begin again at 1', () => {
    const days = [2, 3, 1].map((version, place): DayBundle => {
      const writtenAt = first.writtenAt + minutes(place)
      const teacher = { ...first.teacher, name: `Ms T Written${place}` }
      const lessons = first.lessons.map((one) => ({
        ...one,
        lesson: { ...one.lesson, subject: `Art ${place}` },
      }))
      return { ...first, version, writtenAt, teacher, lessons }
    })
    for (const order of ordersOf(days)) {
      const store = newStore()
      for (const bundle of order) {
        takeInBundles(store, [{ bundle, contentHash: hashOf(bundle) }], bundle.writtenAt + minutes(0.5))
      }
      expect(listHeads(store, OFFICE_DATE).map(({ teacher }) => teacher.name)).toEqual(['Ms T Written2'])
      const [one] = listOfficeFrames(store, OFFICE_DATE)
      expect(one?.frame.lesson.subject).toBe('Art 2')
      store.close()
    }
  })

  it('come to the same where a lesson was reopened and signed again and the clock went back, in any order', () => {
    const [own, other] = first.lessons
    if (!own || !other) throw new Error('no lesson')
    const { id: lessonId, className, subject, startsAt, endsAt } = own.lesson
    const again = corrected(first, (id) => ({ kind: 'late', pupilId: id, value: { minutes: 7 } }))
    const at = (minute: number) => first.writtenAt + minutes(minute)
    const days: DayBundle[] = [
      first,
      {
        ...first,
        version: 2,
        writtenAt: at(10),
        lessons: [other],
        stillOpen: [{ lessonId, className, subject, startsAt, endsAt, state: 'ended' }],
      },
      {
        ...again,
        version: 3,
        writtenAt: at(20 - 24 * 60),
        lessons: again.lessons.map((one) => ({ ...one, lesson: { ...one.lesson, subject: 'Art' } })),
      },
    ]
    for (const order of ordersOf(days)) {
      const store = newStore()
      for (const bundle of order) takeInBundles(store, [{ bundle, contentHash: hashOf(bundle) }], at(60))
      expect(listHeads(store, OFFICE_DATE).map(({ version }) => version)).toEqual([3])
      const frames = listOfficeFrames(store, OFFICE_DATE).map(({ frame }) => [
        frame.version,
        frame.lesson.subject,
      ])
      expect(frames).toEqual([
        [3, 'Art'],
        [3, 'Art'],
      ])
      store.close()
    }
  })

  it('are not held up by one from a computer whose clock was ahead', () => {
    const store = newStore()
    const now = first.writtenAt + minutes(10)
    const ahead = { ...first, version: 2, writtenAt: first.writtenAt + minutes(60 * 24 * 365) }
    const later = { ...first, writtenAt: now + minutes(5), stillOpen: [] }
    for (const [bundle, at] of [
      [first, now],
      [ahead, now],
      [later, now + minutes(6)],
    ] as const) {
      takeInBundles(store, [{ bundle, contentHash: hashOf(bundle) }], at)
      const [head] = listHeads(store, OFFICE_DATE)
      expect([head?.version, head?.writtenAt]).toEqual([bundle.version, bundle.writtenAt])
    }
  })

  it.each([
    ['after it came, as every clock sees', first.writtenAt + minutes(60 * 24)],
    ['by some minutes, as nobody can see', first.writtenAt + minutes(40)],
  ])(
    'come to the correction of one whose clock was ahead %s, taken in at one look, in either order',
    (_, writtenAt) => {
      const now = first.writtenAt + minutes(60)
      const late = corrected(first, (id) => ({ kind: 'late', pupilId: id, value: { minutes: 7 } }))
      const renamed = {
        ...late,
        teacher: { ...late.teacher, name: 'Ms T Corrected' },
        lessons: late.lessons.map((one) => ({ ...one, lesson: { ...one.lesson, subject: 'Art' } })),
      }
      for (const order of ordersOf<DayBundle>([{ ...first, writtenAt }, renamed])) {
        const store = newStore()
        takeInBundles(
          store,
          order.map((bundle) => ({ bundle, contentHash: hashOf(bundle) })),
          now,
        )
        expect(listHeads(store, OFFICE_DATE).map(({ teacher }) => teacher.name)).toEqual(['Ms T Corrected'])
        const frames = listOfficeFrames(store, OFFICE_DATE).map(({ frame }) => [
          frame.version,
          frame.lesson.subject,
        ])
        expect(frames).toEqual(renamed.lessons.map(() => [2, 'Art']))
      }
    },
  )

  it('come to the higher number where the log is the same, and the clock of the lower was ahead', () => {
    const now = first.writtenAt + minutes(60)
    const ahead = { ...first, writtenAt: now + 1 }
    const renamed = {
      ...first,
      version: 2,
      writtenAt: first.writtenAt + minutes(5),
      lessons: first.lessons.map((one) => ({ ...one, lesson: { ...one.lesson, subject: 'Art' } })),
    }
    for (const order of ordersOf<DayBundle>([ahead, renamed])) {
      const store = newStore()
      for (const bundle of order) takeInBundles(store, [{ bundle, contentHash: hashOf(bundle) }], now)
      expect(listHeads(store, OFFICE_DATE)[0]?.version).toBe(2)
      expect(listOfficeFrames(store, OFFICE_DATE)[0]?.frame.lesson.subject).toBe('Art')
    }
  })

  it('change nothing that is told where a later one brings no more than another computer had brought', () => {
    const store = newStore()
    takeIn(store, first)
    takeIn(store, asSecondAdult(first, 2, [tap(1)]))
    const revisions = () => listOfficeFrames(store, OFFICE_DATE).map(({ revision }) => revision)
    const before = revisions()
    const lessons = first.lessons.map((one) => ({
      ...one,
      events: one.lesson.id === lesson?.lesson.id ? [...one.events, tap(1)] : one.events,
    }))
    takeIn(store, { ...first, version: 2, writtenAt: first.writtenAt + 1, lessons })
    expect(listHeads(store, OFFICE_DATE).some(({ version }) => version === 2)).toBe(true)
    expect(revisions()).toEqual(before)
  })

  it('unite two computers’ taps, under the teacher’s own frame', () => {
    const store = newStore()
    for (const bundle of bundles.toReversed()) takeIn(store, bundle)
    const { sheets, lessons } = toldOf(store)
    const united = lessons.find(({ frame }) => frame.lesson.id === lesson?.lesson.id)
    expect(united?.frame.isOwn).toBe(true)
    expect(united?.frame.version).toBe(2)
    expect(united?.frame.pupils.every(({ upn }) => upn !== null)).toBe(true)
    expect(united?.events.filter(({ deviceId }) => deviceId === teacherIdOf(2, 7))).toEqual([tap(1), tap(2)])
    const participation = sheets?.find(({ name }) => name === 'Participation')
    const late = participation?.columns.findIndex(({ header }) => header === 'Minutes late') ?? 0
    expect(participation?.rows.some((row) => row[late] === 7)).toBe(true)
  })

  it('tell what they brought, and nothing the second time', () => {
    const store = newStore()
    const count = first.lessons.flatMap(({ events }) => events).length
    expect(takeIn(store, first)).toEqual({ added: count, leftOut: 0, isKnown: false })
    expect(takeIn(store, first)).toEqual({ added: 0, leftOut: 0, isKnown: true })
    expect(takeIn(store, { ...first, writtenAt: first.writtenAt + 1 })).toEqual({
      added: 0,
      leftOut: 0,
      isKnown: false,
    })
  })

  it('leave out entries that cannot be of the lesson, count them, and take the rest', () => {
    const store = newStore()
    const [one, ...others] = first.lessons
    if (!one) throw new Error('no lesson')
    const odd = [
      { ...tap(3), pupilId: teacherIdOf(9, 100) },
      { ...tap(4), actorId: teacherIdOf(9, 1) },
      'nonsense',
      null,
    ]
    const bundle = { ...first, lessons: [{ ...one, events: [...one.events, ...odd] }, ...others] }
    expect(takeIn(store, bundle)?.leftOut).toBe(4)
    expect(listHeads(store, OFFICE_DATE)[0]?.leftOut).toBe(4)
    expect(listOfficeEvents(store, one.lesson.id)).toHaveLength(one.events.length)
  })

  it('leave an entry whose id another lesson has, wherever it stands, and take all the others', () => {
    const [one, two] = first.lessons
    if (!one || !two) throw new Error('no lesson')
    // As they were made: in a bundle they are unknown until they are read.
    const [own, other] = [one, two].map(({ events }) => events as LessonEvent[])
    const places = [0, 7, two.events.length - 1]
    const events = other?.map((event, place) =>
      places.includes(place) ? { ...event, id: own?.[place]?.id } : event,
    )
    const store = newStore()
    const taken = takeIn(store, { ...first, lessons: [one, { ...two, events: events ?? [] }] })
    expect(two.events.length).toBeGreaterThan(64)
    expect(taken).toMatchObject({
      added: one.events.length + two.events.length - places.length,
      leftOut: places.length,
    })
    expect(listOfficeEvents(store, one.lesson.id)).toEqual(own?.toSorted(inOrder))
    const kept = other?.filter((_, place) => !places.includes(place))
    expect(listOfficeEvents(store, two.lesson.id)).toEqual(kept?.toSorted(inOrder))
  })

  it('take a bundle whole or not at all', () => {
    const store = newStore()
    store.db.exec(`CREATE TEMP TRIGGER no BEFORE INSERT ON office_event
      WHEN (SELECT count(*) FROM office_event) > 100 BEGIN SELECT RAISE(ABORT, 'full'); END`)
    expect(() => takeIn(store, first)).toThrow('full')
    expect(toldOf(store)).toEqual({ lessons: [], heads: [], sheets: undefined })
  })

  it('are never changed or deleted', () => {
    const store = newStore()
    takeIn(store, first)
    expect(() => store.db.exec('UPDATE office_event SET at = 0')).toThrow('append-only')
    expect(() => store.db.exec('DELETE FROM office_event')).toThrow('append-only')
  })

  it('stand sealed on the disk: no name, no words', () => {
    const store = newStore()
    const bundle = dayOf(4, 'age1office', {
      teacherName: 'Ms Q Zebrowskaya',
      names: [{ forename: 'Xanthippe', surname: 'Quartermaine', called: 'Xanthy' }],
    })
    takeIn(store, bundle)
    store.db.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = readFileSync(join(school.folder, 'office-0', 'school.sqlite')).toString('latin1')
    for (const word of [
      'Xanthippe',
      'Quartermaine',
      'Xanthy',
      'Zebrowskaya',
      'Nothing to hand out',
      'compare and order',
    ]) {
      expect(bytes).not.toContain(word)
    }
    expect(bytes).toContain(bundle.lessons[0]?.lesson.id)
  })
})
