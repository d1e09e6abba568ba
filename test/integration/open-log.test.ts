import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { addPupil, listPupilIdsOfLesson, pupilIdsOfLesson } from '../../electron/store/classes-repository.ts'
import { appendEvents, listEvents } from '../../electron/store/event-log.ts'
import { findLesson } from '../../electron/store/lessons-repository.ts'
import { appendToLog, readLog } from '../../electron/store/open-log.ts'
import type { Store } from '../../electron/store/open-store.ts'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { tally } from '../../shared/domain/tally.ts'
import { idOf, point, startLog } from '../support/log-fixture.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
let store: Store
let lessonId: string
let pupilId: string
let taps: LessonEvent[]

beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
  lessonId = (await school.startLesson()).lessonId
  pupilId = await school.firstPupilId()
  store = school.context.session.store()
  const log = startLog(lessonId)
  for (let tap = 0; tap < 5; tap += 1) log.act([point(pupilId)])
  log.act([{ kind: 'revoked', revokes: log.events[1]?.id ?? '' }])
  taps = log.events
})
afterEach(() => school.end())

const known = () => {
  const { events, tally: added } = readLog(store, lessonId)
  return { events, added }
}
const onDisk = () => {
  const events = listEvents(store, lessonId)
  return { events, added: tally(events) }
}

describe('the log of the lesson that is going on', () => {
  it('is what is on disk after every event, in any order', () => {
    for (const event of [...taps.slice(3), ...taps.slice(0, 3)]) {
      appendEvents(store, [event])
      expect(known()).toEqual(onDisk())
    }
  })

  it('knows what another connection has written', () => {
    appendEvents(store, taps.slice(0, 2))
    expect(known()).toEqual(onDisk())
    const other = new Database(join(school.folder, 'school.sqlite'))
    appendEvents({ ...store, db: other }, taps.slice(2))
    other.close()
    expect(known()).toEqual(onDisk())
    expect(readLog(store, lessonId).events).toHaveLength(6)
  })

  it('forgets what was undone before it was committed, though as much is written in its place', () => {
    appendEvents(store, taps.slice(0, 2))
    expect(known()).toEqual(onDisk())
    const undone = store.db.transaction(() => {
      appendEvents(store, taps.slice(2, 4))
      expect(readLog(store, lessonId).events).toHaveLength(4)
      throw new Error('undone')
    })
    expect(undone).toThrow('undone')
    appendEvents(store, taps.slice(4, 6))
    expect(known()).toEqual(onDisk())
  })

  it('is as long as what is appended to it, also when another connection or an undone act comes between', () => {
    const other = new Database(join(school.folder, 'school.sqlite'))
    const append = (events: LessonEvent[]) => appendToLog(store, lessonId, readLog(store, lessonId), events)
    expect(append(taps.slice(0, 1))).toEqual(taps.slice(0, 1))
    expect(known()).toEqual(onDisk())
    const before = readLog(store, lessonId)
    appendEvents({ ...store, db: other }, taps.slice(1, 2))
    appendToLog(store, lessonId, before, taps.slice(2, 3))
    expect(known()).toEqual(onDisk())
    const undone = store.db.transaction(() => {
      append(taps.slice(3, 4))
      throw new Error('undone')
    })
    expect(undone).toThrow('undone')
    expect(known()).toEqual(onDisk())
    append(taps.slice(3))
    expect(known()).toEqual(onDisk())
    expect(known().events).toHaveLength(6)
    other.close()
  })

  it('tells the pupils of the lesson as the records do, before and after the signature', async () => {
    const finished = await school.finishLesson()
    const identity = { legalForename: 'Mary', legalSurname: 'Seacole', contacts: [] }
    addPupil(store, { id: idOf(77), classId: (await school.firstClass()).id, identity })
    for (const [id, count] of [
      [lessonId, 3],
      [finished, 2],
    ] as const) {
      const lesson = findLesson(store, id)
      if (!lesson) throw new Error('no lesson')
      const pupilIds = pupilIdsOfLesson(store, lesson, readLog(store, id))
      expect(pupilIds.toSorted()).toEqual(listPupilIdsOfLesson(store, lesson).toSorted())
      expect(pupilIds).toHaveLength(count)
    }
  })
})
