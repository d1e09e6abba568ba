import { join } from 'node:path'
import type { LessonFileBody } from '../../../shared/domain/lesson-file.ts'
import { errorCodeOf, HELD } from '../export/export-failure.ts'
import { lookAtFile, type Standing } from '../read-file.ts'
import { withPatience } from '../../with-patience.ts'
import { fileNameOf, listLessonFiles, readLessonFile, writeLessonFile } from './lesson-folder.ts'
import { type LessonFileProblem, openLesson, readHeader, sealLesson } from './seal-lesson.ts'

/** How the folder itself is: answering, not there, not to be written, or not answering in time. */
export type FolderState = 'well' | 'missing' | 'read-only' | 'slow'

/** Another computer of the lesson, by the file it writes. */
export type OtherComputer = {
  staffId: string
  /** When something new of it was last read here, UTC ms. */
  readAt: number
  /** How far its clock is ahead of this one's at least, ms. */
  clockAheadMs: number
}

export type ExchangeStanding = {
  folder: FolderState
  others: OtherComputer[]
  /** Files that do not open, by name. */
  problems: { file: string; problem: LessonFileProblem }[]
  /** Entries of a file that came after the signature, and those that cannot be of this lesson: the most of any file. */
  late: number
  leftOut: number
  /** Entries here that are in no file yet. */
  unsent: number
  /** Another computer writes under this one's id: a copied installation. */
  isDoubled: boolean
}

/** How many entries of a file were not taken in. */
export type NotTaken = { late: number; leftOut: number }

export type ExchangeWork = {
  lessonId: string
  deviceId: string
  writerId: string
  salt: string
  key: Buffer
  folder: string
  /** UTC ms. */
  now(): number
  /** Runs on whatever the clock does, ms. */
  elapsed(): number
  /** How many entries the log has. */
  count(): number
  /** The lesson as this computer knows it. */
  body(): LessonFileBody
  /** Takes a file in. `isFresh`: it was written since the look before, so its clock tells the time. */
  take(body: LessonFileBody, isFresh: boolean): NotTaken
}

export type FolderExchange = {
  /** Reads what is new and writes what is unsent. Never rejects, and never runs twice at once. */
  look(): Promise<void>
  standing(): ExchangeStanding
}

/** Written at most so often, ms. */
const PACE_MS = 2000
/** Written at least so often, ms, so that the other sees that this one is there. */
const HEARTBEAT_MS = 15_000
/** A look that takes longer is not waited for, ms; the next begins when it has come to an end. */
const PATIENCE_MS = 5000

type KnownFile = {
  standing: Standing
  problem: LessonFileProblem | null
  other: OtherComputer | null
  /** What was not taken in, when the log here had so many entries: it may come in once there are others. */
  notTaken: (NotTaken & { count: number }) | null
}

const failed = (error: unknown): FolderState =>
  [HELD, 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EISDIR', 'ENOTEMPTY'].includes(errorCodeOf(error))
    ? 'read-only'
    : 'missing'

/**
 * One lesson in one shared folder: this computer writes only its own file and reads all of that lesson, its own too
 * where it is not as it was left. So two computers that write under one id lose nothing either.
 */
export function createFolderExchange(work: ExchangeWork): FolderExchange {
  const files = new Map<string, KnownFile>()
  const ownName = fileNameOf(work.lessonId, work.deviceId)
  let own: { standing: Standing; count: number; at: number } | null = null
  let folder: FolderState = 'well'
  let isDoubled = false
  let hasNews = false
  let lastLookAt = Number.NEGATIVE_INFINITY
  let running: Promise<void> | null = null

  const read = async (name: string): Promise<void> => {
    const found = await lookAtFile(join(work.folder, name))
    const before = files.get(name)
    const left = before?.notTaken ?? null
    const mayComeIn = left !== null && left.count !== work.count()
    if (!found || (found.standing === before?.standing && !mayComeIn)) return
    if (name === ownName && found.standing === own?.standing) return
    const opened = await openFile(join(work.folder, name), work)
    if (typeof opened === 'string') {
      // One that another program holds just now is tried again.
      const standing = opened === 'unreadable' ? '' : found.standing
      files.set(name, { standing, problem: opened, other: before?.other ?? null, notTaken: left })
      if (name === ownName) own = null
      return
    }
    const { header, body } = opened
    const now = work.now()
    let taken: NotTaken
    try {
      taken = work.take(body, before !== undefined && work.elapsed() - lastLookAt < PATIENCE_MS)
    } catch {
      // The records are busy or the disk is full: the file stays, and is taken in at a later look.
      files.set(name, { standing: '', problem: 'not-saved', other: before?.other ?? null, notTaken: left })
      return
    }
    if (header.deviceId === work.deviceId && header.writerId !== work.writerId) {
      isDoubled ||= own !== null
      own = { standing: found.standing, count: body.events.length, at: own?.at ?? Number.NEGATIVE_INFINITY }
    }
    const isOther = header.deviceId !== work.deviceId || isDoubled
    hasNews ||= isOther && !before?.other
    const other = { staffId: body.writer.staffId, readAt: now, clockAheadMs: body.writtenAt - now }
    const isWhole = taken.late + taken.leftOut === 0
    files.set(name, {
      standing: found.standing,
      problem: null,
      other: isOther ? other : null,
      notTaken: isWhole ? null : { late: taken.late, leftOut: taken.leftOut, count: work.count() },
    })
  }

  const isWriteDue = (isOwnThere: boolean): boolean => {
    const sinceWritten = work.elapsed() - (own?.at ?? Number.NEGATIVE_INFINITY)
    if (sinceWritten < PACE_MS) return false
    return !isOwnThere || hasNews || own?.count !== work.count() || sinceWritten >= HEARTBEAT_MS
  }

  const write = async (): Promise<void> => {
    const body = work.body()
    const content = await sealLesson(work, body, work.key)
    const standing = await writeLessonFile(work.folder, ownName, content, work.writerId)
    own = { standing, count: body.events.length, at: work.elapsed() }
    files.delete(ownName)
    hasNews = false
  }

  const lookOnce = async (): Promise<void> => {
    try {
      const names = await listLessonFiles(work.folder, work.lessonId)
      for (const gone of [...files.keys()].filter((name) => !names.includes(name))) files.delete(gone)
      for (const name of names) await read(name)
      lastLookAt = work.elapsed()
      if (isWriteDue(names.includes(ownName))) await write()
      folder = 'well'
    } catch (error) {
      folder = failed(error)
    }
  }

  return {
    look: () => {
      running ??= lookOnce().finally(() => {
        running = null
      })
      return withPatience(running, PATIENCE_MS, () => {
        folder = 'slow'
      })
    },
    standing: () => {
      const known = [...files]
      return {
        folder,
        others: known.flatMap(([, { other }]) => (other ? [other] : [])),
        problems: known.flatMap(([file, { problem }]) => (problem ? [{ file, problem }] : [])),
        late: Math.max(0, ...known.map(([, { notTaken }]) => notTaken?.late ?? 0)),
        leftOut: Math.max(0, ...known.map(([, { notTaken }]) => notTaken?.leftOut ?? 0)),
        unsent: Math.max(0, work.count() - (own?.count ?? 0)),
        isDoubled,
      }
    },
  }
}

async function openFile(path: string, { lessonId, salt, key }: ExchangeWork) {
  const bytes = await readLessonFile(path).catch((): LessonFileProblem => 'unreadable')
  if (typeof bytes === 'string') return bytes
  const sealed = readHeader(bytes)
  if (typeof sealed === 'string') return sealed
  if (sealed.header.lessonId !== lessonId) return 'other-lesson'
  if (sealed.header.salt !== salt) return 'other-code'
  const body = await openLesson(sealed, key)
  return typeof body === 'string' ? body : { header: sealed.header, body }
}
