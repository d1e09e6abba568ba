import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import juniorSchool from '../../assets/presets/junior-school.json' with { type: 'json' }
import { addClass, addPupil } from '../../electron/store/classes-repository.ts'
import { prepareRecords } from '../../electron/store/prepare-records.ts'
import { appendEvents } from '../../electron/store/event-log.ts'
import { addLesson } from '../../electron/store/lessons-repository.ts'
import { isProblem, openStore, type Store } from '../../electron/store/open-store.ts'
import { readMe, saveSchool, thisDevice } from '../../electron/store/school-repository.ts'
import type { Entry, LessonEvent } from '../../shared/domain/events.ts'
import { preset } from '../../shared/domain/preset.ts'
import { newSchool } from '../../shared/domain/school.ts'
import { addDays, instantOf, minutes, weekdayOf } from '../../shared/domain/times.ts'

const own = preset.parse(juniorSchool)
const { checkItems, scheme, notTheRegister } = own
const CLASSES = 24
const PUPILS_PER_CLASS = 30
const EVENTS = 250_000

export type TermOfData = { pupils: number; events: number; liveLessonId: string }

/** Fills a data folder with a term of a whole school: 720 pupils, 250,000 events, and one lesson live on `today`. */
export function writeTermOfData(userData: string, today: string): TermOfData {
  mkdirSync(userData, { recursive: true })
  const store = openStore(join(userData, 'records'), 'school')
  if (isProblem(store)) throw new Error(store.message)
  const term = store.db.transaction(() => fill(store, today))()
  store.close()
  return term
}

function fill(store: Store, today: string): TermOfData {
  prepareRecords(store, own, 0)
  saveSchool(store, newSchool('A term of data (invented)', 'Ms B Bench', notTheRegister))
  const actorId = readMe(store)?.id ?? ''
  const deviceId = thisDevice(store, 'bench', 0).id
  const classes = Array.from({ length: CLASSES }, (_, at) => addWholeClass(store, at))
  const write = (lessonId: string, at: number, entries: Entry[]) =>
    appendEvents(
      store,
      entries.map((entry): LessonEvent => ({ ...entry, lessonId, at, actorId, deviceId })),
    ).length
  let events = 0
  let date = today
  for (let lessons = 0; events < EVENTS; lessons += 1) {
    const one = classes[lessons % CLASSES]
    if (!one) break
    if (lessons % CLASSES === 0) date = schoolDayBefore(date)
    events += writeLesson(store, one, instantOf(date, '09:30'), write, true)
  }
  const [first] = classes
  if (!first) throw new Error('no class')
  const liveLessonId = randomUUID()
  events += writeLesson(store, first, instantOf(today, '09:30'), write, false, liveLessonId)
  return { pupils: CLASSES * PUPILS_PER_CLASS, events, liveLessonId }
}

type WholeClass = { id: string; pupilIds: string[] }

function addWholeClass(store: Store, at: number): WholeClass {
  const id = randomUUID()
  addClass(store, {
    id,
    name: `${3 + (at % 4)}${String.fromCodePoint(65 + Math.floor(at / 4))}`,
    yearGroup: null,
  })
  const pupilIds = Array.from({ length: PUPILS_PER_CLASS }, (_, n) => {
    const pupilId = randomUUID()
    const identity = { legalForename: `Pupil${n}`, legalSurname: `Bench${at}`, contacts: [] }
    addPupil(store, { id: pupilId, classId: id, identity })
    return pupilId
  })
  return { id, pupilIds }
}

type Write = (lessonId: string, at: number, entries: Entry[]) => number

function writeLesson(
  store: Store,
  { id: classId, pupilIds }: WholeClass,
  startsAt: number,
  write: Write,
  isFinished: boolean,
  id = randomUUID(),
): number {
  addLesson(store, {
    id,
    classId,
    subject: 'Maths',
    learningIntention: 'Fractions',
    startsAt,
    endsAt: startsAt + minutes(40),
  })
  const move = (to: 'preparing' | 'admitting' | 'live' | 'ended' | 'signed-off' | 'exported'): Entry => ({
    kind: 'moved',
    id: randomUUID(),
    value: { to },
  })
  const each = (entry: (pupilId: string, id: string) => Entry) =>
    pupilIds.map((pupilId) => entry(pupilId, randomUUID()))
  let written = write(id, startsAt - minutes(5), [
    move('preparing'),
    ...checkItems.map((item): Entry => ({
      kind: 'check-answered',
      id: randomUUID(),
      value: { item: item.id, answer: 'done' },
    })),
  ])
  written += write(id, startsAt, [
    move('admitting'),
    ...each((pupilId, entryId) => ({ kind: 'admitted', id: entryId, pupilId, value: {} })),
    move('live'),
  ])
  const [praise] = scheme.behaviours
  for (let tap = 0; tap < 4; tap += 1) {
    const { id: behaviour = '', group = 'praise', points = 1 } = praise ?? {}
    written += write(
      id,
      startsAt + minutes(tap + 1),
      each((pupilId, entryId) => ({
        kind: 'award',
        id: entryId,
        pupilId,
        value: { behaviour, group, points },
      })),
    )
  }
  if (!isFinished) return written
  written += write(id, startsAt + minutes(40), [
    move('ended'),
    ...each((pupilId, entryId) => ({
      kind: 'participation',
      id: entryId,
      pupilId,
      value: { status: 'took-part' },
    })),
    move('signed-off'),
    move('exported'),
  ])
  return written
}

function schoolDayBefore(date: string): string {
  let day = addDays(date, -1)
  while (weekdayOf(day) > 5) day = addDays(day, -1)
  return day
}
