import { join } from 'node:path'
import { type DayBundle, dayBundle } from '../../shared/domain/day-bundle.ts'
import { schoolDateOf } from '../../shared/domain/times.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import { sha256 } from '../sha256.ts'
import { readJoinedFrame } from '../store/day-record.ts'
import { listEvents } from '../store/event-log.ts'
import { listJoinedRecorded } from '../store/joined-day.ts'
import { findOfficeKey, signingKeyOf } from '../store/keys-repository.ts'
import { beginSealedDay, endSealedDay, findSealedDay } from '../store/sealed-days-repository.ts'
import type { Store } from '../store/open-store.ts'
import { type Context, whoIsHere } from './context.ts'
import type { SignedOffDay } from './signed-off-day.ts'

export type WrittenBundle = {
  /** Full path. */
  path: string
  version: number
  /** True when exactly this lies in the folder already, and nothing was written. */
  unchanged: boolean
}

/**
 * Sends a day to the Office view: sealed for the office's key, into `incoming` of the office's folder, whole or not at
 * all, and what lies there whole not again. One that is damaged or gone goes once more, as the next version: what of it the
 * office has it knows by the ids of the entries. Null where no office key is known, or there is nothing to send. Fails with an
 * `ExportFailure` only, in words.
 */
export async function writeDayBundle(
  context: Context,
  read: SignedOffDay,
  officeFolder: string,
): Promise<WrittenBundle | null> {
  const { store, school, deviceId } = whoIsHere(context)
  const { date } = read.day
  const isOffice = officeFolder === school.officeFolder
  const office = findOfficeKey(store)
  if (office === null) return null
  const day = bundleOf(context, read, office)
  if (day.lessons.length === 0) return null
  const { bundleName, INCOMING } = await import('../exchange/bundle/incoming-folder.ts')
  const { contentHashOf, sealBundle } = await import('../exchange/bundle/seal-bundle.ts')
  const { makeSigningKey } = await import('../exchange/bundle/signing-key.ts')
  const { exportFailureFrom } = await import('../exchange/export/export-failure.ts')
  const contentHash = contentHashOf(day)
  const to = { date, recipient: office, folderHash: sha256(officeFolder) }
  const of = { date, deviceId, deviceName: context.deviceName }
  const before = findSealedDay(store, to)
  const isSame = before?.contentHash === contentHash
  const told = (version: number, unchanged: boolean): WrittenBundle => ({
    path: join(officeFolder, INCOMING, bundleName(of, version)),
    version,
    unchanged,
  })
  const folder = context.officeFolder()
  try {
    // One cut off is written again under its own name. Any other is a version of its own, past those that lie there:
    // records put back from a backup do not know them all.
    const found = await folder.findBundles({ officeFolder, of, sent: before })
    if (isSame && found.isWhole) return told(before.version, true)
    const wasCutOff = isSame && before.writtenAt === null
    const version = wasCutOff ? before.version : Math.max(before?.version ?? 0, found.newest) + 1
    const sealed = { ...to, version, contentHash }
    beginSealedDay(store, sealed)
    const bundle = { ...day, version, writtenAt: context.now() }
    const content = await sealBundle(bundle, signingKeyOf(store, makeSigningKey))
    await folder.putBundle({ officeFolder, of, version, content })
    endSealedDay(store, { ...sealed, writtenAt: bundle.writtenAt, fileHash: sha256(content) })
    return told(version, false)
  } catch (error) {
    throw exportFailureFrom(error, officeFolder, {
      of: isOffice ? 'office' : 'anybody',
      isKept: isOffice,
      hasPart: read.signed.length > 0,
    })
  } finally {
    folder.end()
  }
}

/** Everything of a day that goes to the office: own lessons signed off, joined ones as far as they are known here. */
function bundleOf(context: Context, { day: read, open }: SignedOffDay, office: string): DayBundle {
  const { store, me, deviceId } = whoIsHere(context)
  const { lessons, ...day } = read
  const own = lessons.map((one) => ({ ...one, isOwn: true }))
  return dayBundle.parse({
    office,
    writtenAt: 0,
    version: 1,
    device: { id: deviceId, name: context.deviceName.slice(0, 120) },
    teacher: { id: me.id, name: me.name },
    day,
    lessons: [...own, ...readJoined(store, day.date)],
    stillOpen: open.map(openLesson),
  })
}

const openLesson = ({ id, className, subject, startsAt, endsAt, state }: LessonCard) => ({
  lessonId: id,
  className,
  subject,
  startsAt,
  endsAt,
  state,
})

/** Lessons of other computers in which something was recorded, as they stand here. */
const readJoined = (store: Store, date: string): object[] =>
  listJoinedRecorded(store)
    .filter(({ card }) => schoolDateOf(card.startsAt) === date)
    .map(({ card, joined }) => ({
      ...readJoinedFrame(store, card, joined),
      isOwn: false,
      events: listEvents(store, card.id),
    }))
