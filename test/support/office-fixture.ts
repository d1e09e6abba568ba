import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeOfficeIdentity } from '../../electron/exchange/bundle/office-identity.ts'
import { INCOMING } from '../../electron/exchange/bundle/incoming-folder.ts'
import { sealBundle } from '../../electron/exchange/bundle/seal-bundle.ts'
import { makeSigningKey, type SigningKey } from '../../electron/exchange/bundle/signing-key.ts'
import { keepOfficeKey } from '../../electron/store/keys-repository.ts'
import { listOfficeDevice } from '../../electron/store/office-devices-repository.ts'
import { type DayBundle, dayBundle } from '../../shared/domain/day-bundle.ts'
import type { LessonEvent, NewEntry } from '../../shared/domain/events.ts'
import { minutes } from '../../shared/domain/times.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { bundleFor } from './bundle-fixture.ts'
import { idOf } from './day-fixture.ts'
import { openWorkingSchool, type WorkingSchool } from './working-school.ts'

export const OFFICE_SCHOOL = 'Crofton'
export const OFFICE_DATE = '2021-01-18'

type BundleOptions = Parameters<typeof bundleFor>[1]

/** The id of a number in the world of one teacher: two teachers have no id in common. */
export const teacherIdOf = (teacher: number, number: number): string =>
  idOf(number).replace(/^0+/, prefixOf(teacher))
const prefixOf = (teacher: number): string => String(teacher).padStart(8, '0')

/** The day of a numbered teacher, with ids of its own: two lessons of 30 pupils unless told. */
export function dayOf(teacher: number, office: string, options: BundleOptions = {}): DayBundle {
  const day = bundleFor(office, {
    schoolName: OFFICE_SCHOOL,
    teacherName: `Ms T Teacher${teacher}`,
    deviceName: `LAPTOP-${teacher}`,
    ...options,
  })
  const ownIds = JSON.stringify(day).replaceAll('"00000000-', `"${prefixOf(teacher)}-`)
  return dayBundle.parse(JSON.parse(ownIds))
}

/** The same day after one more entry and a new signature, as the next version. */
export function corrected(day: DayBundle, entry: (pupilId: string) => NewEntry, number = 900): DayBundle {
  const [first, ...others] = day.lessons
  const last = first?.events.at(-1) as LessonEvent | undefined
  const pupil = first?.pupils[0]
  if (!first || !last || !pupil) throw new Error('no lesson')
  const id = (place: number) => last.id.replace(/\d{12}$/, String(number * 1000 + place).padStart(12, '9'))
  const { lessonId, actorId, deviceId } = last
  const stamp = (place: number) => ({
    id: id(place),
    lessonId,
    actorId,
    deviceId,
    at: last.at + minutes(place),
  })
  const events = [
    ...first.events,
    { kind: 'moved', value: { to: 'ended' }, ...stamp(1) },
    { ...entry(pupil.id), ...stamp(2) },
    { kind: 'moved', value: { to: 'signed-off' }, ...stamp(3) },
  ]
  return {
    ...day,
    version: day.version + 1,
    writtenAt: day.writtenAt + minutes(30),
    lessons: [{ ...first, events }, ...others],
  }
}

/** The same lessons as a second adult's computer has them: names alone, with what was tapped there. */
export function asSecondAdult(day: DayBundle, computer: number, taps: readonly LessonEvent[]): DayBundle {
  return {
    ...day,
    device: { id: teacherIdOf(computer, 7), name: `LAPTOP-${computer}` },
    teacher: { id: teacherIdOf(computer, 1), name: `Mr A Assistant${computer}` },
    day: { ...day.day, packs: [], teacherName: `Mr A Assistant${computer}` },
    lessons: day.lessons.map(({ events, ...frame }) => ({
      ...frame,
      isOwn: false,
      pupils: frame.pupils.map((one) => ({ ...one, upn: null, legalForename: one.forename })),
      events: [...events, ...taps.filter(({ lessonId }) => lessonId === frame.lesson.id)],
    })),
  }
}

export type Office = WorkingSchool & {
  recipient: string
  identity: string
  /** The computer of a numbered teacher, taken onto the list unless told. */
  computer(teacher: number, isListed?: boolean): SigningKey
  /** Puts a day into the incoming folder, as its computer would; returns the name. */
  send(day: DayBundle, key: SigningKey, name?: string): Promise<string>
  put(name: string, bytes: Uint8Array): string
  incoming: string
  look(): Promise<unknown>
  /** Makes the day's report, for the office unless told. */
  report(change?: Partial<Input<'office.report'>>): Promise<Written>
}

type Written = Extract<Output<'office.report'>, { outcome: 'written' }>

/** The office's computer: a school set up, its folder chosen, its key made. */
export async function openOffice(): Promise<Office> {
  const school = openWorkingSchool()
  await school.begin()
  await school.chooseOffice()
  await school.ask('preferences.save', { isOffice: true })
  const { identity, recipient } = await makeOfficeIdentity()
  const store = school.context.session.store()
  keepOfficeKey(store, { identity, recipient }, school.clock.now)
  const incoming = join(school.folder, INCOMING)
  mkdirSync(incoming, { recursive: true })
  const put = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(incoming, name), bytes)
    return name
  }
  return {
    ...school,
    recipient,
    identity,
    incoming,
    put,
    computer: (teacher, isListed = true) => {
      const key = makeSigningKey()
      const about = { name: `LAPTOP-${teacher}`, teacherName: `Ms T Teacher${teacher}` }
      const device = { deviceId: teacherIdOf(teacher, 7), publicKey: key.publicKey, ...about }
      if (isListed) listOfficeDevice(store, device, school.clock.now)
      return key
    },
    send: async (day, key, name = `${day.day.date} ${day.device.name} v${day.version}.bundle`) =>
      put(name, await sealBundle(day, key)),
    look: () => school.ask('office.look', {}),
    report: async (change = {}) => {
      const made = await school.ask('office.report', { date: OFFICE_DATE, ...change })
      if (made.outcome !== 'written') throw new Error(made.outcome)
      return made
    },
  }
}
