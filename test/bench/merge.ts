import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import juniorSchool from '../../assets/presets/junior-school.json' with { type: 'json' }
import { makeOfficeIdentity, type OfficeIdentity } from '../../electron/exchange/bundle/office-identity.ts'
import { openBundle, sealBundle } from '../../electron/exchange/bundle/seal-bundle.ts'
import { makeSigningKey } from '../../electron/exchange/bundle/signing-key.ts'
import { takeInFiles } from '../../electron/ipc/office-desk.ts'
import { eventColumns, type EventRow, insertedColumns } from '../../electron/store/event-rows.ts'
import { keepOfficeKey } from '../../electron/store/keys-repository.ts'
import { takeInBundles } from '../../electron/store/office-days.ts'
import { listOfficeDevice } from '../../electron/store/office-devices-repository.ts'
import { isProblem, openStore, type Store } from '../../electron/store/open-store.ts'
import { saveSchool } from '../../electron/store/school-repository.ts'
import type { DayBundle } from '../../shared/domain/day-bundle.ts'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { preset } from '../../shared/domain/preset.ts'
import { newSchool } from '../../shared/domain/school.ts'
import { minutes } from '../../shared/domain/times.ts'
import { asSecondAdult, corrected, dayOf, OFFICE_SCHOOL, teacherIdOf } from '../support/office-fixture.ts'
import type { Figure } from './samples.ts'
import type { Setting } from './setting.ts'

const CLASSES = 24
/** Of the classes and of subjects. */
const TEACHERS = 36
const BUNDLES = 60
const EVENTS = 25_000
const TURNS = 7

/**
 * A school's day at the office: 60 bundles of 24 classes, 25,000 entries between them. Merged in one pass, against a bare
 * prepared insert of the same rows in one transaction into the same table; and the same from sealed files to durable.
 */
export async function measureMerge({ folder }: Setting): Promise<Figure[]> {
  const office = await makeOfficeIdentity()
  const key = makeSigningKey()
  const bundles = makeBundles(office.recipient)
  const files = join(folder, 'office-files')
  mkdirSync(files)
  const paths: string[] = []
  const opened: DayBundle[] = []
  for (const [index, bundle] of bundles.entries()) {
    const bytes = await sealBundle(bundle, key)
    const path = join(files, `${index}.bundle`)
    writeFileSync(path, bytes)
    paths.push(path)
    const back = await openBundle(bytes, office.identity)
    if (typeof back === 'string') throw new Error(back)
    opened.push(back.body)
  }
  const numbered = opened.map((bundle, index) => ({ bundle, contentHash: String(index) }))
  const merge = { bare: [] as Took[], app: [] as Took[] }
  const whole: number[] = []
  let rows: EventRow[] = []
  for (let turn = -1; turn < TURNS; turn += 1) {
    const merging = openOffice(join(folder, `office-${turn}`), office, bundles, key.publicKey)
    const merged = timeOf(() => {
      takeInBundles(merging, numbered, 0)
    })
    rows = merging.db.prepare<[], EventRow>(`SELECT ${eventColumns} FROM office_event ORDER BY at, id`).all()
    merging.close()
    const inserted = insertBare(join(folder, `office-bare-${turn}`), office, rows)
    const reading = openOffice(join(folder, `office-files-${turn}`), office, bundles, key.publicKey)
    const startedAt = performance.now()
    const outcomes = await takeInFiles({ store: reading, isExample: false, now: 0 }, paths)
    if (outcomes.some(({ is }) => is !== 'taken-in')) throw new Error('Not every day was taken in.')
    const wholeMs = performance.now() - startedAt
    reading.close()
    // The first turn compiles what every later one finds compiled.
    if (turn < 0) continue
    merge.app.push(merged)
    merge.bare.push(inserted)
    whole.push(wholeMs)
  }
  const what = `Office: ${bundles.length} bundles of ${CLASSES} classes, ${rows.length} entries`
  const samples = (of: keyof Took) => ({
    bare: merge.bare.map((took) => took[of]),
    app: merge.app.map((took) => took[of]),
  })
  return [
    { name: 'merge', says: `${what}, merged against inserted`, unit: 'ms', samples: samples('ms') },
    {
      name: 'mergeCpu',
      says: `${what}, the same by the processor's own time`,
      unit: 'ms',
      samples: samples('cpuMs'),
    },
    {
      name: 'mergeFiles',
      says: `${what}, from sealed files to durable against inserted`,
      unit: 'ms',
      samples: { ...samples('ms'), app: whole },
    },
  ]
}

/** How long something took, and how much of it the processor worked: where others are at work too that is steadier. */
type Took = { ms: number; cpuMs: number }

function timeOf(work: () => void): Took {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 }
}

/** The same rows, the same table with its indexes, the same durability, and nothing else. */
function insertBare(folder: string, office: OfficeIdentity, rows: readonly EventRow[]): Took {
  openOffice(folder, office, [], '').close()
  const db = new Database(join(folder, 'school.sqlite'))
  db.pragma('synchronous = FULL')
  const insert = db.prepare(`INSERT INTO office_event ${insertedColumns}`)
  const took = timeOf(
    db.transaction(() => {
      for (const one of rows) {
        const { id, lessonId, pupilId, kind, value, at, actorId, deviceId, sealed, revokes } = one
        insert.run(id, lessonId, pupilId, kind, value, at, actorId, deviceId, sealed, revokes)
      }
    }),
  )
  db.close()
  return took
}

function openOffice(
  folder: string,
  office: OfficeIdentity,
  bundles: readonly DayBundle[],
  publicKey: string,
): Store {
  const store = openStore(folder, 'school')
  if (isProblem(store)) throw new Error(store.message)
  saveSchool(store, newSchool(OFFICE_SCHOOL, 'Ms O Office', preset.parse(juniorSchool).notTheRegister))
  keepOfficeKey(store, office, 0)
  for (const { device, teacher } of bundles) {
    const about = { name: device.name, teacherName: teacher.name }
    listOfficeDevice(store, { deviceId: device.id, publicKey, ...about }, 0)
  }
  return store
}

/** Teachers of classes and subjects, second adults who joined some of their lessons, and corrections of some of them. */
function makeBundles(recipient: string): DayBundle[] {
  const own = Array.from({ length: TEACHERS }, (_, index) => index + 1).map((teacher) => {
    const day = dayOf(teacher, recipient)
    const ofOne = day.lessons.flatMap(({ events }) => events).length
    return withTaps(day, teacher, Math.round(EVENTS / TEACHERS) - ofOne)
  })
  const rest = (BUNDLES - TEACHERS) / 2
  const seconds = own.slice(0, rest).map((day, index) => asSecondAdult(day, 100 + index, []))
  const corrections = own
    .slice(-rest)
    .map((day) => corrected(day, (pupilId) => ({ kind: 'late', pupilId, value: { minutes: 3 } })))
  return [...own, ...seconds, ...corrections]
}

function withTaps(day: DayBundle, teacher: number, taps: number): DayBundle {
  const [first, ...others] = day.lessons
  const behaviour = first?.behaviours[0]
  if (!first || !behaviour) throw new Error('no lesson')
  const { id: lessonId, startsAt } = first.lesson
  const added = Array.from({ length: taps }, (_, index): LessonEvent => ({
    kind: 'award',
    id: teacherIdOf(teacher, 700_000 + index),
    lessonId,
    pupilId: first.pupils[index % first.pupils.length]?.id ?? '',
    value: { behaviour: behaviour.id, group: behaviour.group, points: behaviour.points },
    at: startsAt + minutes(2) + index * 4000,
    actorId: day.teacher.id,
    deviceId: day.device.id,
  }))
  return { ...day, lessons: [{ ...first, events: [...first.events, ...added] }, ...others] }
}
