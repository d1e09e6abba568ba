import { join } from 'node:path'
import { listAside, moveBack, setAsideFolderOf } from '../exchange/office/incoming-folder.ts'
import { sha256 } from '../sha256.ts'
import {
  asideMarkOf,
  findFileStanding,
  forgetFile,
  keepSetAside,
  listSetAside,
  removeSetAside,
  type SetAside,
} from '../store/office-desk.ts'
import { type Desk, type Outcome, pathOfSetAside, takeInFile } from './office-desk.ts'

/** `isDone`: everything was looked at, so that it need not be until something changes. `isLater`: the records took nothing. */
export type AsideLook = { isNews: boolean; isDone: boolean; isLater: boolean }

/**
 * Looks again at what was set aside: a key, a computer or a name may be known by now. A file is taken for gone only
 * where its folder was read and does not hold it: a share that is away, or another folder, loses nothing. What lies in
 * `set aside` without being on the list is put back on it. `incoming` are the names in the incoming folder; with
 * `onlyNew` files on the list are not read again.
 */
export async function readSetAside(
  desk: Desk,
  officeFolder: string,
  { incoming, onlyNew }: { incoming: readonly string[]; onlyNew: boolean },
): Promise<AsideLook> {
  const aside = await listAside(officeFolder)
  const look: AsideLook = { isNews: false, isDone: true, isLater: false }
  // The oldest first: a later day of a computer whose word was taken follows it.
  for (const one of onlyNew ? [] : listSetAside(desk.store).toReversed()) {
    const names = one.isMoved ? aside : incoming
    if (names === null) {
      look.isDone = false
      continue
    }
    const outcome: Outcome = names.includes(one.fileName)
      ? await takeInFile(desk, pathOfSetAside(officeFolder, one))
      : { is: 'gone' }
    const isNews = await settleAside(desk, officeFolder, one, outcome)
    if (isNews === 'stop') return { ...look, isDone: false, isLater: outcome.is === 'later' }
    look.isNews ||= isNews
    // What was taken in may say of others whose they are: once more then.
    if (outcome.is === 'taken-in') look.isDone = false
  }
  const found = await findUntracked(desk, officeFolder, aside ?? [])
  return { ...found, isNews: look.isNews || found.isNews, isDone: look.isDone && found.isDone }
}

async function settleAside(
  { store }: Desk,
  officeFolder: string,
  one: SetAside,
  outcome: Outcome,
): Promise<boolean | 'stop'> {
  if (!store.db.open || outcome.is === 'later') return 'stop'
  if (outcome.is === 'half-written') return false
  if (outcome.is === 'aside') {
    const isSame = outcome.contentHash === one.contentHash
    // One that cannot be read just now is still there, whatever it holds.
    if (outcome.reason === 'unreadable' || (isSame && outcome.reason === one.reason)) return false
    if (isSame) keepSetAside(store, { ...one, reason: outcome.reason, from: outcome.from })
    else removeSetAside(store, one.contentHash)
    return true
  }
  removeSetAside(store, one.contentHash)
  // Should it come back as it was, it is read anew.
  if (outcome.is === 'gone' && !one.isMoved) forgetFile(store, sha256(one.fileName))
  if (outcome.is !== 'gone' && one.isMoved) await moveBack(officeFolder, one.fileName)
  return true
}

/** Files that lie aside and stand on no list: it was lost, or they are another office computer's. */
async function findUntracked(desk: Desk, officeFolder: string, names: readonly string[]): Promise<AsideLook> {
  const { store } = desk
  const listed = listSetAside(store)
  const tracked = new Set(listed.flatMap(({ isMoved, fileName }) => (isMoved ? [fileName] : [])))
  const hashes = new Set(listed.map(({ contentHash }) => contentHash))
  const look: AsideLook = { isNews: false, isDone: true, isLater: false }
  for (const name of names) {
    if (tracked.has(name) || findFileStanding(store, asideMarkOf(name)) !== null) continue
    const outcome = await takeInFile(desk, join(setAsideFolderOf(officeFolder), name))
    if (!store.db.open || outcome.is === 'later') {
      return { ...look, isDone: false, isLater: outcome.is === 'later' }
    }
    if (outcome.is === 'taken-in' || outcome.is === 'known') {
      await moveBack(officeFolder, name)
      look.isNews = true
    } else if (outcome.is === 'half-written' || outcome.is === 'aside') {
      const { reason, from } = outcome.is === 'aside' ? outcome : { reason: outcome.is, from: null }
      const { contentHash } = outcome
      if (hashes.has(contentHash) || reason === 'unreadable') continue
      hashes.add(contentHash)
      keepSetAside(store, { contentHash, reason, from, at: desk.now, fileName: name, isMoved: true })
      look.isNews = true
    }
  }
  return look
}
