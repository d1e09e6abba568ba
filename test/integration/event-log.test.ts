import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addClass, addPupil } from '../../electron/store/classes-repository.ts'
import { appendEvents, listEvents, pointsInOtherLessons } from '../../electron/store/event-log.ts'
import { addLesson, listCards } from '../../electron/store/lessons-repository.ts'
import type { Store } from '../../electron/store/open-store.ts'
import type { LessonEvent, NewEntry } from '../../shared/domain/events.ts'
import { pupilTally, tally } from '../../shared/domain/tally.ts'
import { minutes } from '../../shared/domain/times.ts'
import { idOf, point, startLog } from '../support/log-fixture.ts'
import { MORNING, openTestSchool, type TestSchool, testPreset } from '../support/test-school.ts'

const [classId, lessonId, otherLesson] = [idOf(1), idOf(900), idOf(901)]
const pupilIds = Array.from({ length: 6 }, (_, n) => idOf(100 + n))

let school: TestSchool
let store: Store

function fill(into: Store): Store {
  addClass(into, { id: classId, name: '5C', yearGroup: null })
  const identity = { legalForename: 'A', legalSurname: 'B', contacts: [] }
  for (const id of pupilIds) addPupil(into, { id, classId, identity })
  for (const id of [lessonId, otherLesson]) {
    const times = { startsAt: MORNING, endsAt: MORNING + minutes(40) }
    addLesson(into, { id, classId, subject: 'Maths', learningIntention: 'Fractions', ...times })
  }
  return into
}

beforeEach(() => {
  school = openTestSchool()
  store = fill(school.context.session.store())
})
afterEach(() => school.end())

type Points = { id: string; points: number }

/** The kept points of every pupil; one who never had any has no row and counts as 0. */
function rolledUp(from: Store): Points[] {
  const rows = from.db.prepare('SELECT pupil_id AS id, points FROM pupil_rollup').all() as Points[]
  return pupilIds.map((id) => ({ id, points: rows.find((row) => row.id === id)?.points ?? 0 }))
}

/** 300 taps and undos by two people, from a fixed seed. */
function busyLog(): LessonEvent[] {
  const log = startLog(lessonId)
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  for (let n = 0; n < 300; n += 1) {
    const awards = log.events.filter((event) => event.kind === 'award')
    const target = awards[random(Math.max(1, awards.length))]
    const by = { deviceId: idOf(random(2) + 2) }
    if (random(5) === 0 && target) log.act([{ kind: 'revoked', revokes: target.id }], by)
    else log.act([point(pupilIds[random(6)] ?? '', random(3))], by)
  }
  return log.events
}

describe('the log', () => {
  it('gives back what went in', () => {
    const log = startLog(lessonId)
    log.act([
      { kind: 'check-answered', value: { item: 'chat', answer: 'not-applicable' }, text: 'No chat today' },
    ])
    log.act([
      point(pupilIds[0] ?? ''),
      { kind: 'camera', pupilId: pupilIds[1] ?? '', value: { camera: 'off' } },
    ])
    log.act([{ kind: 'revoked', revokes: log.events[1]?.id ?? '' }])
    expect(appendEvents(store, log.events)).toEqual(log.events)
    expect(listEvents(store, lessonId)).toEqual(log.events)
  })

  it('is never changed and never shortened', () => {
    appendEvents(store, startLog(lessonId).act([point(pupilIds[0] ?? '')]))
    expect(() => store.db.exec('UPDATE event SET at = 0')).toThrow('append-only')
    expect(() => store.db.exec('DELETE FROM event')).toThrow('append-only')
  })

  it('takes an act whole or not at all', () => {
    const act = startLog(lessonId).act([point(pupilIds[0] ?? ''), point(idOf(999))])
    expect(() => appendEvents(store, act)).toThrow('FOREIGN KEY')
    expect(listEvents(store, lessonId)).toEqual([])
    expect(rolledUp(store).every(({ points }) => points === 0)).toBe(true)
  })

  it('keeps the points as the log adds up to, merged in any order, any number of times', () => {
    const events = busyLog()
    const added = tally(events)
    const expected = pupilIds.map((id) => ({ id, points: pupilTally(added, id).points }))
    appendEvents(store, events)
    expect(rolledUp(store)).toEqual(expected)

    const other = openTestSchool()
    const merged = fill(other.context.session.store())
    const shuffled = events.toSorted((a, b) => (a.id.slice(-2) < b.id.slice(-2) ? -1 : 1)).toReversed()
    for (const event of shuffled) appendEvents(merged, [event])
    appendEvents(merged, events)
    expect(rolledUp(merged)).toEqual(expected)
    expect(listEvents(merged, lessonId)).toEqual(listEvents(store, lessonId))
    other.end()
  })

  it('counts a point revoked twice, by two people, once', () => {
    const log = startLog(lessonId)
    const [tap] = log.act([point(pupilIds[0] ?? '', 2)])
    log.act([point(pupilIds[0] ?? '', 1)])
    log.act([{ kind: 'revoked', revokes: tap?.id ?? '' }])
    log.act([{ kind: 'revoked', revokes: tap?.id ?? '' }], { deviceId: idOf(3) })
    appendEvents(store, log.events)
    expect(rolledUp(store)[0]).toEqual({ id: pupilIds[0], points: 1 })
  })

  it('knows the points of the day in other lessons', () => {
    appendEvents(store, startLog(otherLesson).act([point(pupilIds[0] ?? '', 2)]))
    appendEvents(store, startLog(lessonId).act([point(pupilIds[0] ?? '', 1)]))
    const day = { from: MORNING - minutes(60), until: MORNING + minutes(60) }
    expect(pointsInOtherLessons(store, { id: lessonId, classId }, day)).toEqual({ [pupilIds[0] ?? '']: 2 })
  })

  it('shows on the cards of the day where each lesson stands', () => {
    const log = startLog(lessonId)
    log.act([{ kind: 'moved', value: { to: 'preparing' } }])
    log.act([{ kind: 'check-answered', value: { item: 'chat', answer: 'done' } }])
    log.act([{ kind: 'second-adult-joined', value: { staffId: idOf(5) } }])
    appendEvents(store, log.events)
    const [card] = listCards(store, '2021-01-18')
    expect(card).toMatchObject({
      state: 'preparing',
      checksAnswered: 1,
      checksTotal: testPreset.checkItems.length,
      secondAdultNamed: true,
      pupilCount: 6,
    })
    expect(listCards(store, '2021-01-19')).toEqual([])
  })

  it('counts on the card of a signed lesson the incidents nobody has described', () => {
    const log = startLog(lessonId)
    const pupilId = pupilIds[0] ?? ''
    const raised: NewEntry = { kind: 'incident', pupilId, value: { why: 'escalated' } }
    const [told] = log.act([raised])
    const [taken] = log.act([raised])
    log.act([raised])
    log.act([{ ...raised, text: 'Told at once' }])
    log.act([
      { kind: 'incident-described', pupilId, value: { incident: told?.id ?? '' }, text: 'Told after' },
    ])
    log.act([{ kind: 'revoked', revokes: taken?.id ?? '' }])
    log.act([{ kind: 'moved', value: { to: 'ended' } }])
    appendEvents(store, log.events)
    expect(listCards(store, '2021-01-18')[0]?.incidentsToDescribe).toBe(0)
    const signed = startLog(lessonId, 2_000_000_000)
    appendEvents(store, signed.act([{ kind: 'moved', value: { to: 'signed-off' } }]))
    expect(listCards(store, '2021-01-18')[0]?.incidentsToDescribe).toBe(1)
  })
})
