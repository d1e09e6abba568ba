import { join } from 'node:path'
import { deviceStanding } from '../../shared/domain/office-devices.ts'
import type { BundleProblem } from '../../shared/domain/bundle-problem.ts'
import { type SetAsideReason, whyAside } from '../../shared/domain/office-set-aside.ts'
import type { OpenedBundle } from '../exchange/bundle/seal-bundle.ts'
import { hashOf, incomingFolderOf, readAtMost, setAsideFolderOf } from '../exchange/office/incoming-folder.ts'
import { listOfficeIdentities } from '../store/keys-repository.ts'
import { hasBundle, takeInBundles, type TakenIn } from '../store/office-days.ts'
import type { SetAside } from '../store/office-desk.ts'
import { listOfficeDevices } from '../store/office-devices-repository.ts'
import type { Store } from '../store/open-store.ts'
import { readSchool, readSetting, writeSetting } from '../store/school-repository.ts'

/** What becomes of one file: taken in, already here, gone, waiting to be whole, or not to be taken in and why. */
export type Outcome =
  | { is: 'taken-in'; taken: TakenIn }
  | { is: 'known' }
  | { is: 'gone' }
  | { is: 'half-written'; contentHash: string }
  | { is: 'aside'; contentHash: string; reason: SetAsideReason; from: SetAside['from'] }

const nothing: TakenIn = { added: 0, leftOut: 0, isKnown: true }

export type Desk = { store: Store; isExample: boolean; now: number }

/**
 * Reads a file and takes its day in, where it is one for this office: the one way for the folder that is watched, for
 * files set aside and for the command line.
 */
export async function takeInFile({ store, isExample, now }: Desk, path: string): Promise<Outcome> {
  const { LARGEST_BUNDLE } = await cryptography()
  const bytes = await readAtMost(path, LARGEST_BUNDLE).catch(() => 'unreadable' as const)
  if (bytes === null) return { is: 'gone' }
  if (bytes === 'unreadable') return { is: 'aside', contentHash: hashOf(path), reason: bytes, from: null }
  const contentHash = hashOf(bytes)
  if (hasBundle(store, contentHash)) return { is: 'known' }
  const opened = await openWithAny(
    bytes,
    listOfficeIdentities(store).map(({ identity }) => identity),
  )
  if (opened === 'half-written') return { is: opened, contentHash }
  if (typeof opened === 'string') return { is: 'aside', contentHash, reason: opened, from: null }
  const reason = whyAside(opened.body, {
    device: deviceStanding(listOfficeDevices(store), opened),
    schoolNames: schoolNamesOf(store),
    isExample,
  })
  if (reason !== null) return { is: 'aside', contentHash, reason, from: signerOf(opened) }
  const [taken = nothing] = takeInBundles(store, [{ bundle: opened.body, contentHash }], now)
  return { is: 'taken-in', taken }
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

/** Everything that decides which files are taken in: where it changes, those set aside are looked at again. */
export const deskTerms = (store: Store, appVersion: string): string =>
  hashOf(
    JSON.stringify([
      appVersion,
      listOfficeIdentities(store).map(({ recipient }) => recipient),
      listOfficeDevices(store),
      schoolNamesOf(store),
    ]),
  )

/** Where a file that was set aside lies. */
export const pathOfSetAside = (officeFolder: string, { isMoved, fileName }: SetAside): string =>
  join(isMoved ? setAsideFolderOf(officeFolder) : incomingFolderOf(officeFolder), fileName)
