import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listBundles } from '../../electron/exchange/office/incoming-folder.ts'
import { makeSigningKey } from '../../electron/exchange/bundle/signing-key.ts'
import { type Outcome, takeInFile } from '../../electron/ipc/office-desk.ts'
import { signingKeyOf } from '../../electron/store/keys-repository.ts'
import { listOfficeDevice } from '../../electron/store/office-devices-repository.ts'
import { thisDevice } from '../../electron/store/school-repository.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

export const DATE = '2021-01-18'

/** A teacher's records, the office's, the folder between them, and those for other readers. */
const FOLDERS = ['teacher', 'office', 'share', 'leaders', 'home', 'mail'] as const

/** Where they lie, and the lesson it is all about. */
export type Places = Record<(typeof FOLDERS)[number], string> & { root: string; lessonId: string }

/** Enough for a certificate. */
const PRAISE_FOR_A_LEVEL = 26

/** A teacher with one lesson signed off, whose computer is on the office's list and knows its key. */
export async function prepare(): Promise<Places> {
  const root = mkdtempSync(join(tmpdir(), 'session-companion-crash-'))
  const folders = FOLDERS.map((name) => [name, join(root, name)] as const)
  for (const [, folder] of folders) mkdirSync(folder)
  // Every name of the list has been given its folder.
  const places = Object.fromEntries(folders) as Record<(typeof FOLDERS)[number], string>
  const [teacher, office] = [openWorkingSchool(places.teacher), openWorkingSchool(places.office)]
  await office.begin()
  await teacher.begin()
  const { inForce } = await office.ask('office.make-key', {})
  await teacher.ask('office.take-key', { recipient: inForce?.recipient ?? '' })
  for (const one of [teacher, office]) await settle(one, places)
  await teacher.importClass()
  const lessonId = await teacher.finishLesson((pupilIds) =>
    pupilIds.flatMap((pupilId, index) => praise(pupilId, index === 0 ? PRAISE_FOR_A_LEVEL : 1)),
  )
  const store = teacher.context.session.store()
  const device = thisDevice(store, teacher.context.deviceName, 0)
  const { publicKey } = signingKeyOf(store, makeSigningKey)
  listOfficeDevice(
    office.context.session.store(),
    { deviceId: device.id, publicKey, name: device.name, teacherName: 'Ms J Reid' },
    0,
  )
  for (const one of [teacher, office]) one.context.session.close()
  return { ...places, root, lessonId }
}

/** Says where everything goes. */
async function settle(
  { ask }: WorkingSchool,
  { share, leaders, home }: Pick<Places, 'share' | 'leaders' | 'home'>,
) {
  const { school } = await ask('app.status', {})
  if (!school) throw new Error('no school')
  await ask('school.save', {
    ...school,
    officeFolder: share,
    splitFolders: { leaders, home },
    officeEmail: 'office@crofton.example',
    teacherEmail: 'j.reid@crofton.example',
  })
}

const praise = (pupilId: string, count: number): NewEntry[] =>
  Array.from({ length: count }, () => ({
    kind: 'award',
    pupilId,
    value: { behaviour: 'listening', group: 'praise', points: 1 },
  }))

/** A correction: the lesson is opened again, one mark is another, and it is signed again. Says each event's id as it stands. */
export async function correct(
  teacher: WorkingSchool,
  lessonId: string,
  round: number,
  told: (eventIds: string[]) => void,
): Promise<void> {
  const { pupils, events } = await teacher.ask('lesson.get', { lessonId })
  // Times go on from where the log ends, as they would on a clock.
  teacher.clock.now = Math.max(teacher.clock.now, ...events.map(({ at }) => at))
  const act = async (entry: Parameters<WorkingSchool['act']>[1]) =>
    told((await teacher.act(lessonId, entry)).events.map(({ id }) => id))
  const last = events.findLast((event) => event.kind === 'moved')
  const state = last?.kind === 'moved' ? last.value.to : 'ended'
  // A kill may have left it open.
  if (state !== 'ended') await act({ kind: 'moved', value: { to: 'ended' } })
  const pupilId = pupils[round % pupils.length]?.id ?? ''
  const status = round % 2 === 0 ? 'absent' : 'took-part'
  await act({ kind: 'participation', pupilId, value: { status } })
  await act({ kind: 'moved', value: { to: 'signed-off' } })
}

/** Takes in everything that lies between the two, as the office's watch does. */
export async function takeInAll(office: WorkingSchool, share: string): Promise<Outcome['is'][]> {
  const folder = join(share, 'incoming')
  // Who is killed at the first export has put nothing there yet.
  if (!existsSync(folder)) return []
  const store = office.context.session.store()
  const outcomes: Outcome['is'][] = []
  for (const name of await listBundles(folder)) {
    const outcome = await takeInFile({ store, isExample: false, now: office.clock.now }, join(folder, name))
    outcomes.push(outcome.is)
  }
  return outcomes
}
