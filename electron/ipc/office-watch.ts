import { basename, join } from 'node:path'
import type { IncomingState } from '../../shared/ipc/commands/office.ts'
import {
  incomingFolderOf,
  listIncoming,
  moveAside,
  standingOfFile,
} from '../exchange/office/incoming-folder.ts'
import { sha256 } from '../sha256.ts'
import { errorCodeOf } from '../exchange/export/export-failure.ts'
import { listOfficeIdentities } from '../store/keys-repository.ts'
import {
  asideMarkOf,
  findFileStanding,
  forgetFile,
  keepSetAside,
  rememberFile,
} from '../store/office-desk.ts'
import type { Store } from '../store/open-store.ts'
import { withPatience } from '../with-patience.ts'
import { type Context, whoIsHere } from './context.ts'
import { type AsideLook, readSetAside } from './office-aside.ts'
import { deskTerms, type Outcome, takeInFiles } from './office-desk.ts'

/** How often the folder is looked at, ms. */
const POLL_MS = 5000
/** A look that takes longer is not waited for, ms; the next begins when it has come to an end. */
const PATIENCE_MS = 10_000
/** A file that is not whole after so long, ms, is not being written any more. */
const HALF_WRITTEN_FOR_MS = 5 * 60_000
/** Files dealt with are looked at again so often, ms: a folder holds those of a whole year. */
const KNOWN_AGAIN_MS = 10 * 60_000

export type OfficeWatch = {
  /** Begins, or goes on, looking while this is the office's computer; asked again it changes nothing. */
  follow(): void
  /** Looks once. Resolves when everything there is dealt with, or when patience is at an end. */
  look(): Promise<void>
  standing(): { state: IncomingState; waiting: number; notSaved: number }
}

type Due = { name: string; path: string; standing: string }
type Half = { standing: string; since: number }

/** The incoming folder of the office, and the one place that reads it. `elapsed` runs on whatever the clock does, ms. */
export function createOfficeWatch(
  context: Context,
  elapsed: () => number = () => performance.now(),
): OfficeWatch {
  const half = new Map<string, Half>()
  let state: IncomingState = 'well'
  let notSaved = 0
  let terms: string | null = null
  let knownAt = Number.NEGATIVE_INFINITY
  let store: Store | null = null
  let running: Promise<void> | null = null
  let isPolling = false

  const deskOf = (of: Store) => ({ store: of, isExample: context.session.isExample, now: context.now() })

  /** Sets a file aside; whether it lies elsewhere from now on. */
  const setAside = async (
    of: Store,
    officeFolder: string,
    path: string,
    { contentHash, reason, from }: Omit<Extract<Outcome, { is: 'aside' }>, 'is'>,
  ): Promise<boolean> => {
    // One that cannot be read, perhaps only just now, is left where it is.
    const moved = reason === 'unreadable' ? null : await moveAside(officeFolder, path)
    if (of.db.open) {
      const fileName = moved ?? basename(path)
      keepSetAside(of, { contentHash, reason, from, at: context.now(), fileName, isMoved: moved !== null })
      if (moved !== null) forgetFile(of, asideMarkOf(moved))
    }
    return moved !== null
  }

  /** Whether a file that is not whole has been so, unchanged, for as long as anybody would write on it. */
  const isGivenUp = (name: string, standing: string): boolean => {
    const before = half.get(name)
    const since = before?.standing === standing ? before.since : elapsed()
    half.set(name, { standing, since })
    return elapsed() - since >= HALF_WRITTEN_FOR_MS
  }

  /** The files of the incoming folder that are to be read, with how they stand. */
  const listDue = async (
    of: Store,
    officeFolder: string,
    { names, isFull }: { names: readonly string[]; isFull: boolean },
  ): Promise<Due[]> => {
    for (const name of [...half.keys()].filter((one) => !names.includes(one))) half.delete(name)
    const due: Due[] = []
    for (const name of names) {
      if (!of.db.open) return []
      const before = findFileStanding(of, sha256(name))
      if (before !== null && !isFull) continue
      const path = join(incomingFolderOf(officeFolder), name)
      const standing = await standingOfFile(path)
      if (standing !== null && standing !== before) due.push({ name, path, standing })
    }
    return due
  }

  /** Sees to what a file came to; whether that is news. */
  const settle = async (
    of: Store,
    officeFolder: string,
    { name, path, standing }: Due,
    outcome: Outcome,
  ): Promise<boolean> => {
    if (!of.db.open || outcome.is === 'later' || outcome.is === 'gone') return false
    const isNewHalf = !half.has(name)
    let isHere = true
    if (outcome.is === 'half-written') {
      if (!isGivenUp(name, standing)) return isNewHalf
      isHere = !(await setAside(of, officeFolder, path, { ...outcome, reason: 'half-written', from: null }))
    } else if (outcome.is === 'aside') isHere = !(await setAside(of, officeFolder, path, outcome))
    half.delete(name)
    const isTriedAgain = outcome.is === 'aside' && outcome.reason === 'unreadable'
    if (of.db.open && isHere && !isTriedAgain) rememberFile(of, sha256(name), standing)
    return true
  }

  /** What was set aside, where something changed that decides over it, or from time to time. */
  const lookAside = async (
    of: Store,
    officeFolder: string,
    { names, isFull }: { names: readonly string[]; isFull: boolean },
  ): Promise<Pick<AsideLook, 'isNews' | 'isLater'>> => {
    const now = `${officeFolder} ${deskTerms(of, context.appVersion)}`
    const onlyNew = now === terms
    if (onlyNew && !isFull) return { isNews: false, isLater: false }
    const found = await readSetAside(deskOf(of), officeFolder, { incoming: names, onlyNew })
    terms = found.isDone ? now : null
    return found
  }

  const lookAt = async (of: Store, officeFolder: string): Promise<boolean> => {
    // First of all: where the folder is away this fails, and nothing is taken for gone.
    const names = await listIncoming(officeFolder)
    const isFull = elapsed() - knownAt > KNOWN_AGAIN_MS
    const aside = await lookAside(of, officeFolder, { names, isFull })
    let { isNews } = aside
    const due = await listDue(of, officeFolder, { names, isFull })
    const outcomes = await takeInFiles(
      deskOf(of),
      due.map(({ path }) => path),
    )
    for (const [index, one] of due.entries()) {
      const outcome = outcomes[index]
      if (outcome && (await settle(of, officeFolder, one, outcome))) isNews = true
    }
    const later = outcomes.filter(({ is }) => is === 'later').length + (aside.isLater ? 1 : 0)
    if (later !== notSaved) isNews = true
    notSaved = later
    if (isFull) knownAt = elapsed()
    return isNews
  }

  const lookOnce = async (): Promise<void> => {
    const here = whoIsHere(context)
    if (store !== here.store) {
      half.clear()
      terms = null
      knownAt = Number.NEGATIVE_INFINITY
      store = here.store
    }
    const before = state
    const { officeFolder } = here.school
    let isNews = false
    if (officeFolder === null) state = 'not-chosen'
    else if (listOfficeIdentities(here.store).length === 0) state = 'well'
    else {
      try {
        isNews = await lookAt(here.store, officeFolder)
        state = notSaved > 0 ? 'not-saving' : 'well'
      } catch (error) {
        // Nothing is lost, everything is looked at again.
        state = isOfRecords(error) ? 'not-saving' : 'missing'
      }
    }
    if (isNews || state !== before) context.windows.tell('office.changed', {})
  }

  const look = (): Promise<void> => {
    running ??= lookOnce().finally(() => {
      running = null
    })
    return withPatience(running, PATIENCE_MS, () => {
      if (state !== 'slow') context.windows.tell('office.changed', {})
      state = 'slow'
    })
  }

  const isOffice = () => context.preferences.view().preferences.isOffice

  return {
    look,
    standing: () => ({ state, waiting: half.size, notSaved }),
    follow: () => {
      if (isPolling || !isOffice()) return
      isPolling = true
      context.keepDoing(async () => {
        // Refused until the first start has been gone through; then the next round sees to it.
        await look().catch(() => undefined)
        isPolling = isOffice()
        return isPolling
      }, POLL_MS)
    },
  }
}

/** Whether it was the records that failed, not the folder. */
const isOfRecords = (error: unknown): boolean => errorCodeOf(error).startsWith('SQLITE')
