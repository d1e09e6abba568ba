import { join } from 'node:path'
import { deviceStanding } from '../../shared/domain/office-devices.ts'
import type { DayBundle } from '../../shared/domain/day-bundle.ts'
import type { BundleProblem } from '../../shared/domain/bundle-problem.ts'
import { type SetAsideReason, whyAside } from '../../shared/domain/office-set-aside.ts'
import type { OpenedBundle } from '../exchange/bundle/seal-bundle.ts'
import { incomingFolderOf, setAsideFolderOf } from '../exchange/office/incoming-folder.ts'
import { readAtMost } from '../exchange/read-file.ts'
import { sha256 } from '../sha256.ts'
import { listOfficeIdentities } from '../store/keys-repository.ts'
import { hasBundle, isOwnedElsewhere, takeInBundles, type TakenIn } from '../store/office-days.ts'
import type { SetAside } from '../store/office-desk.ts'
import { listOfficeDevices } from '../store/office-devices-repository.ts'
import type { Store } from '../store/open-store.ts'
import { readSchool, readSetting, writeSetting } from '../store/school-repository.ts'

/** What becomes of one file: taken in, already here, gone, waiting to be whole, or not to be taken in and why. */
export type Outcome =
  | { is: 'taken-in'; taken: TakenIn }
  | { is: 'known' }
  | { is: 'gone' }
  /** The records took nothing just now: a full disk, or they are busy or closed. */
  | { is: 'later' }
  | { is: 'half-written'; contentHash: string }
  | { is: 'aside'; contentHash: string; reason: SetAsideReason; from: SetAside['from'] }

export type Desk = { store: Store; isExample: boolean; now: number }

/**
 * Reads a file and takes its day in, where it is one for this office: the one way for the folder that is watched, for
 * files set aside and for the command line.
 */
export async function takeInFile(desk: Desk, path: string): Promise<Outcome> {
  const [outcome = { is: 'gone' as const }] = await takeInFiles(desk, [path])
  return outcome
}

/** So many entries are written in one transaction: more would keep the windows waiting. */
const MOST_AT_ONCE = 5000

/** The same of several files, in their order. Days that come in together are written together. */
export async function takeInFiles(desk: Desk, paths: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  let opened: Opened[] = []
  const write = () => {
    for (const [index, outcome] of writeDays(desk, opened).entries())
      outcomes[opened[index]?.place ?? 0] = outcome
    opened = []
  }
  for (const [place, path] of paths.entries()) {
    const found = await openFile(desk, path)
    // What came before it must be written to say whose its lessons are.
    if (found.is === 'opened' && opened.some((one) => shareLesson(one.bundle, found.bundle))) write()
    const aside = found.is === 'opened' ? judge(desk, found) : found
    if (found.is === 'opened' && aside === null) opened.push({ ...found, place })
    else if (aside !== null) outcomes[place] = aside
    if (countOf(opened) >= MOST_AT_ONCE) write()
  }
  write()
  return outcomes
}

type Opened = { bundle: DayBundle; contentHash: string; place: number }

const shareLesson = (one: DayBundle, other: DayBundle): boolean =>
  one.device.id !== other.device.id &&
  one.lessons.some(({ lesson }) => other.lessons.some((another) => another.lesson.id === lesson.id))

const countOf = (opened: readonly Opened[]): number =>
  opened.reduce(
    (sum, { bundle }) => sum + bundle.lessons.reduce((count, { events }) => count + events.length, 0),
    0,
  )

/** Days that cannot be written together are written one by one, so that none keeps the others out. */
function writeDays({ store, now }: Desk, opened: readonly Opened[]): Outcome[] {
  if (opened.length === 0 || !store.db.open) return opened.map(() => ({ is: 'later' }))
  try {
    return takeInBundles(store, opened, now).map((taken) => ({ is: 'taken-in', taken }))
  } catch {
    if (opened.length === 1) return [{ is: 'later' }]
    return opened.flatMap((one) => writeDays({ store, now, isExample: false }, [one]))
  }
}

async function openFile({ store }: Desk, path: string): Promise<Outcome | Unjudged> {
  const { LARGEST_BUNDLE } = await cryptography()
  const bytes = await readAtMost(path, LARGEST_BUNDLE).catch(() => 'unreadable' as const)
  if (bytes === null) return { is: 'gone' }
  if (bytes === 'unreadable') return { is: 'aside', contentHash: sha256(path), reason: bytes, from: null }
  const contentHash = sha256(bytes)
  if (!store.db.open) return { is: 'later' }
  if (hasBundle(store, contentHash)) return { is: 'known' }
  const identities = listOfficeIdentities(store).map(({ identity }) => identity)
  const opened = await openWithAny(bytes, identities)
  if (opened === 'half-written') return { is: opened, contentHash }
  if (typeof opened === 'string') return { is: 'aside', contentHash, reason: opened, from: null }
  return { is: 'opened', opened, bundle: opened.body, contentHash }
}

type Unjudged = { is: 'opened'; opened: OpenedBundle; bundle: DayBundle; contentHash: string }

/** Whether a day that opened is not for this office to take in, and why. */
function judge({ store, isExample }: Desk, { opened, bundle, contentHash }: Unjudged): Outcome | null {
  if (!store.db.open) return { is: 'later' }
  const reason = whyAside(bundle, {
    device: deviceStanding(listOfficeDevices(store), opened),
    schoolNames: schoolNamesOf(store),
    isExample,
    isOwnedElsewhere: !ownersDecided(store).includes(contentHash) && isOwnedElsewhere(store, bundle),
  })
  return reason === null ? null : { is: 'aside', contentHash, reason, from: signerOf(opened) }
}

/** Loaded when first used: the cryptography is no part of a start. */
const cryptography = () => import('../exchange/bundle/seal-bundle.ts')

/** An office that made itself a new key still opens what was sealed for the one before. */
async function openWithAny(
  bytes: Uint8Array,
  identities: readonly string[],
): Promise<OpenedBundle | BundleProblem> {
  const { openBundle } = await cryptography()
  let last: OpenedBundle | BundleProblem = 'wrong-key'
  for (const identity of identities) {
    last = await openBundle(bytes, identity)
    if (last !== 'wrong-key') return last
  }
  return last
}

const signerOf = ({ deviceId, publicKey, body }: OpenedBundle): NonNullable<SetAside['from']> => ({
  deviceId,
  publicKey,
  deviceName: body.device.name,
  teacherName: body.teacher.name,
  schoolName: body.day.schoolName,
})

const SCHOOL_NAMES = 'office-school-names'

/** The school's name, and those somebody said are its too: teachers may have set it up under another spelling. */
function schoolNamesOf(store: Store): string[] {
  const own = readSchool(store)?.name
  const others = readSetting(store, SCHOOL_NAMES)
  return [...(own === undefined ? [] : [own]), ...(Array.isArray(others) ? others.map(String) : [])]
}

export const addSchoolName = (store: Store, name: string): void => {
  const [, ...others] = schoolNamesOf(store)
  writeSetting(store, SCHOOL_NAMES, [...others, name])
}

const OWNERS_DECIDED = 'office-owners-decided'

/** The days, by content hash, whose lessons a person said are their computer's own, whoever said so before. */
function ownersDecided(store: Store): string[] {
  const known = readSetting(store, OWNERS_DECIDED)
  return Array.isArray(known) ? known.map(String) : []
}

export const decideOwner = (store: Store, contentHash: string): void =>
  writeSetting(store, OWNERS_DECIDED, [...ownersDecided(store), contentHash])

/** Everything that decides which files are taken in: where it changes, those set aside are looked at again. */
export const deskTerms = (store: Store, appVersion: string): string =>
  sha256(
    JSON.stringify([
      appVersion,
      listOfficeIdentities(store).map(({ recipient }) => recipient),
      listOfficeDevices(store),
      schoolNamesOf(store),
      ownersDecided(store),
    ]),
  )

/** Where a file that was set aside lies. */
export const pathOfSetAside = (officeFolder: string, { isMoved, fileName }: SetAside): string =>
  join(isMoved ? setAsideFolderOf(officeFolder) : incomingFolderOf(officeFolder), fileName)
