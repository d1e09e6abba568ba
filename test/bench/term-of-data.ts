import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import juniorSchool from '../../assets/presets/junior-school.json' with { type: 'json' }
import { addClass, addPupil } from '../../electron/store/classes-repository.ts'
import { prepareRecords } from '../../electron/store/prepare-records.ts'
import { appendEvents } from '../../electron/store/event-log.ts'
import { readDayRecord } from '../../electron/store/day-record.ts'
import { addLesson, listCards } from '../../electron/store/lessons-repository.ts'
import { isProblem, openStore, type Store } from '../../electron/store/open-store.ts'
import { readMe, saveSchool, thisDevice } from '../../electron/store/school-repository.ts'
import type { DayRecord } from '../../shared/domain/day-record.ts'
import type { Entry, LessonEvent } from '../../shared/domain/events.ts'
import type { LessonState } from '../../shared/domain/lesson.ts'
import { preset } from '../../shared/domain/preset.ts'
import { newSchool } from '../../shared/domain/school.ts'
import { addDays, instantOf, minutes, weekdayOf } from '../../shared/domain/times.ts'

const own = preset.parse(juniorSchool)
const { checkItems, scheme, notTheRegister } = own
const CLASSES = 24
const PUPILS_PER_CLASS = 30
const EVENTS = 250_000

export type TermOfData = {
  pupils: number
  events: number
  liveLessonId: string
  /** Live on the same day, with 50 events and with 5,000. */
  shortLessonId: string
  longLessonId: string
}

/** Fills a data folder with a term of a whole school: 720 pupils, 250,000 events, and three lessons live on `today`. */
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
  const [first, second, third] = classes
  if (!first || !second || !third) throw new Error('no class')
  const startsAt = instantOf(today, '09:30')
  const liveLessonId = uuidv7()
  events += writeLesson(store, first, startsAt, write, false, liveLessonId)
  const writeLive = (one: WholeClass, wanted: number): string => {
    const id = uuidv7()
    const begun = beginLesson(store, one, startsAt, write, id)
    events += begun + writeTaps(one, { id, startsAt }, write, wanted - begun)
    return id
  }
  const shortLessonId = writeLive(second, 50)
  const longLessonId = writeLive(third, 5000)
  return { pupils: CLASSES * PUPILS_PER_CLASS, events, liveLessonId, shortLessonId, longLessonId }
}

/** Fills a data folder with one class of 30 and a day of three lessons signed off; gives the day as it is exported. */
export function writeClassDay(userData: string, date: string, officeFolder: string): DayRecord {
  mkdirSync(userData, { recursive: true })
  const store = openStore(join(userData, 'records'), 'school')
  if (isProblem(store)) throw new Error(store.message)
  prepareRecords(store, own, 0)
  const school = { ...newSchool('A day of data (invented)', 'Ms B Bench', notTheRegister), officeFolder }
  saveSchool(store, school)
  const actorId = readMe(store)?.id ?? ''
  const deviceId = thisDevice(store, 'bench', 0).id
  const write: Write = (lessonId, at, entries) =>
    appendEvents(
      store,
      entries.map((entry): LessonEvent => ({ ...entry, lessonId, at, actorId, deviceId })),
    ).length
  const one = addWholeClass(store, 0)
  for (const clock of ['09:30', '11:00', '13:30'])
    writeLesson(store, one, instantOf(date, clock), write, true)
  const day = { date, school, deviceName: 'bench', isExample: false }
  const record = readDayRecord(store, day, listCards(store, date))
  store.close()
  return record
}

type WholeClass = { id: string; pupilIds: string[] }

function addWholeClass(store: Store, at: number): WholeClass {
  const id = uuidv7()
  addClass(store, {
    id,
    name: `${3 + (at % 4)}${String.fromCodePoint(65 + Math.floor(at / 4))}`,
    yearGroup: null,
  })
  const pupilIds = Array.from({ length: PUPILS_PER_CLASS }, (_, n) => {
    const pupilId = uuidv7()
    const identity = { legalForename: `Pupil${n}`, legalSurname: `Bench${at}`, contacts: [] }
    addPupil(store, { id: pupilId, classId: id, identity })
    return pupilId
  })
  return { id, pupilIds }
}

type Write = (lessonId: string, at: number, entries: Entry[]) => number

/** Ids in the order they were made: what is written in one moment is read in that order. */
const move = (to: LessonState): Entry => ({ kind: 'moved', id: uuidv7(), value: { to } })

const each = ({ pupilIds }: WholeClass, entry: (pupilId: string, id: string) => Entry): Entry[] =>
  pupilIds.map((pupilId) => entry(pupilId, uuidv7()))

/** A lesson from its first check to live, everyone in; how many events that took. */
function beginLesson(store: Store, one: WholeClass, startsAt: number, write: Write, id: string): number {
  addLesson(store, {
    id,
    classId: one.id,
    subject: 'Maths',
    learningIntention: 'Fractions',
    startsAt,
    endsAt: startsAt + minutes(40),
  })
  const prepared = write(id, startsAt - minutes(5), [
    move('preparing'),
    ...checkItems.map((item): Entry => ({
      kind: 'check-answered',
      id: uuidv7(),
      value: { item: item.id, answer: 'done' },
    })),
  ])
  const admitted = write(id, startsAt, [
    move('admitting'),
    ...each(one, (pupilId, entryId) => ({ kind: 'admitted', id: entryId, pupilId, value: {} })),
    move('live'),
  ])
  return prepared + admitted
}

const award = (pupilId: string, id: string): Entry => {
  const [first] = scheme.behaviours
  if (!first) throw new Error('no behaviour')
  return {
    kind: 'award',
    id,
    pupilId,
    value: { behaviour: first.id, group: first.group, points: first.points },
  }
}

/** Single taps over the forty minutes, one pupil after the other. */
function writeTaps(
  { pupilIds }: WholeClass,
  { id, startsAt }: { id: string; startsAt: number },
  write: Write,
  taps: number,
): number {
  for (let tap = 0; tap < taps; tap += 1) {
    const at = startsAt + minutes(1) + Math.round((tap * minutes(38)) / taps)
    write(id, at, [award(pupilIds[tap % pupilIds.length] ?? '', uuidv7())])
  }
  return taps
}

function writeLesson(
  store: Store,
  one: WholeClass,
  startsAt: number,
  write: Write,
  isFinished: boolean,
  id = uuidv7(),
): number {
  let written = beginLesson(store, one, startsAt, write, id)
  for (let round = 0; round < 4; round += 1) {
    written += write(id, startsAt + minutes(round + 1), each(one, award))
  }
  if (!isFinished) return written
  written += write(id, startsAt + minutes(40), [
    move('ended'),
    ...each(one, (pupilId, entryId) => ({
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
