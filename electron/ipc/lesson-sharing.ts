import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { inGroups } from '../../shared/domain/lesson-code.ts'
import type { LessonFileBody } from '../../shared/domain/lesson-file.ts'
import { isSignedOff } from '../../shared/domain/lesson.ts'
import { type LeftOut, mergeLog } from '../../shared/domain/lesson-merge.ts'
import { minutes } from '../../shared/domain/times.ts'
import type { SharingView } from '../../shared/ipc/commands/sharing.ts'
import { createFolderExchange, type FolderExchange } from '../exchange/share/folder-exchange.ts'
import {
  knownPupilsAmong,
  knownPupilsOfLesson,
  onScreen,
  pupilIdsOfLesson,
} from '../store/classes-repository.ts'
import { findLesson } from '../store/lessons-repository.ts'
import { appendEvents, countEvents } from '../store/event-log.ts'
import { readLog } from '../store/open-log.ts'
import { isGuestLesson, keepGuestLesson } from '../store/guest-lesson.ts'
import type { Store } from '../store/open-store.ts'
import { listStaff } from '../store/school-repository.ts'
import {
  findShared,
  listSharedSince,
  saveShared,
  type SharedLesson,
} from '../store/shared-lesson-repository.ts'
import { type Context, lessonOrRefuse, whoIsHere } from './context.ts'
import { Refusal } from './dispatch.ts'
import { termsOf } from './lesson-terms.ts'

/** How often the folders are looked at, ms. */
const POLL_MS = 1000

/** A lesson is exchanged until so long after its end, so that its signature still reaches the other computer. */
const EXCHANGED_FOR = minutes(48 * 60)

/** Clocks that differ by less are both right. */
const CLOCK_TOLERANCE_MS = minutes(2)

type Running = { folder: string; store: Store; exchange: FolderExchange }
type Taken = { added: number; late: number; leftOut: number }

/** The lessons this computer shares, and the one place that reads and writes their folders. */
export type LessonSharing = {
  /** Begins, or goes on, with every lesson that has a folder; asked again it changes nothing. */
  follow(): void
  /** Looks once at every folder. */
  look(): Promise<void>
  view(lessonId: string): SharingView | null
  /** The lesson as this computer knows it, to be sealed. */
  body(lessonId: string): LessonFileBody
  /** Takes the lesson of another computer in; `isFresh`: it was written just now. */
  take(body: LessonFileBody, isFresh: boolean): Taken
  readonly writerId: string
}

/** `elapsed` runs on whatever the clock does, ms. */
export function createLessonSharing(
  context: Context,
  elapsed: () => number = () => performance.now(),
): LessonSharing {
  const writerId = randomUUID()
  const running = new Map<string, Running>()
  const told = new Map<string, string>()
  let isPolling = false

  const exchangeOf = (store: Store, shared: SharedLesson): FolderExchange | null => {
    const { lessonId, folder, salt, key } = shared
    const present = running.get(lessonId)
    if (present && present.folder === folder && present.store === store) return present.exchange
    running.delete(lessonId)
    if (folder === null) return null
    const exchange = createFolderExchange({
      lessonId,
      folder,
      salt,
      writerId,
      deviceId: whoIsHere(context).deviceId,
      key: Buffer.from(key, 'hex'),
      now: context.now,
      elapsed,
      count: () => countEvents(store, lessonId),
      body: () => bodyOf(context, lessonId),
      take: (body, isFresh) => takeIn(context, body, isFresh),
    })
    running.set(lessonId, { folder, store, exchange })
    return exchange
  }

  const view = (lessonId: string): SharingView | null => {
    const { store } = whoIsHere(context)
    const shared = findShared(store, lessonId)
    if (!shared) return null
    const standing = exchangeOf(store, shared)?.standing()
    const names = new Map(
      (shared.joined?.staff ?? listStaff(store)).map((one) => [one.id, one.name] as const),
    )
    return {
      lessonId,
      code: inGroups(shared.code),
      isJoined: shared.joined !== null,
      folder: shared.folder,
      folderState: standing?.folder ?? 'well',
      others: (standing?.others ?? []).map(({ staffId, readAt, clockAheadMs }) => ({
        name: names.get(staffId) ?? 'Another computer',
        readAt,
        clockAheadMs: clockAheadMs > CLOCK_TOLERANCE_MS ? clockAheadMs : 0,
      })),
      problems: standing?.problems ?? [],
      unsent: standing?.unsent ?? 0,
      late: standing?.late ?? 0,
      leftOut: standing?.leftOut ?? 0,
      isDoubled: standing?.isDoubled ?? false,
    }
  }

  /** Tells the windows how a lesson's sharing stands, where that is news. */
  const tellNews = (lessonId: string) => {
    const now = view(lessonId)
    const news = JSON.stringify(now)
    if (!now || told.get(lessonId) === news) return
    told.set(lessonId, news)
    context.windows.tell('sharing.changed', { view: now })
  }

  const inFolders = (store: Store): SharedLesson[] =>
    listSharedSince(store, context.now() - EXCHANGED_FOR).filter(({ folder }) => folder !== null)

  const lookAll = async (): Promise<void> => {
    const { store } = whoIsHere(context)
    await Promise.all(
      inFolders(store).map(async (shared) => {
        await exchangeOf(store, shared)?.look()
        if (store.db.open && findShared(store, shared.lessonId)) tellNews(shared.lessonId)
      }),
    )
  }

  /** One round; ended by there being nothing to exchange, or by the records being closed or changed for others. */
  const poll = async (): Promise<boolean> => {
    try {
      await lookAll()
      isPolling = inFolders(whoIsHere(context).store).length > 0
    } catch (error) {
      // Records that are busy for a moment are looked at again; those that are gone are not.
      isPolling = !(error instanceof Refusal)
    }
    return isPolling
  }

  return {
    writerId,
    look: lookAll,
    view,
    body: (lessonId) => bodyOf(context, lessonId),
    take: (body, isFresh) => takeIn(context, body, isFresh),
    follow: () => {
      if (isPolling) return
      isPolling = true
      context.keepDoing(poll, POLL_MS)
    },
  }
}

function bodyOf(context: Context, lessonId: string): LessonFileBody {
  const { store } = whoIsHere(context)
  const lesson = lessonOrRefuse(store, lessonId)
  const log = readLog(store, lessonId)
  const pupilIds = pupilIdsOfLesson(store, lesson, log)
  const { me, staff, scheme, checklist, optedOutIds, isJoined } = termsOf(context, lesson, log, pupilIds)
  const { version, items } = checklist
  const { id, classId, className, subject, learningIntention, startsAt, endsAt, secondAdultId } = lesson
  return {
    writtenAt: context.now(),
    writer: { staffId: me.id, isTeacher: !isJoined },
    lesson: {
      id,
      classId,
      className,
      subject,
      learningIntention,
      startsAt,
      endsAt,
      ...(secondAdultId !== undefined && { secondAdultId }),
    },
    pupils: onScreen(knownPupilsAmong(store, pupilIds)).map(({ id: pupilId, forename, surname }) => ({
      id: pupilId,
      forename,
      surname,
    })),
    optedOutIds,
    staff: staff.map(({ id: staffId, name, role }) => ({ id: staffId, name, role })),
    scheme,
    checklist: { version, items },
    events: [...log.events],
  }
}

const sum = (counts: Partial<Record<LeftOut, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0)

/**
 * Merges another computer's log into the one here and tells the windows. What a teacher has signed is not added to: it
 * is opened again first, by the teacher.
 */
function takeIn(context: Context, body: LessonFileBody, isFresh: boolean): Taken {
  const { store } = whoIsHere(context)
  const lessonId = body.lesson.id
  const isJoined = followTeacher(context, body, isFresh)
  const lesson = lessonOrRefuse(store, lessonId)
  const log = readLog(store, lessonId)
  const { events } = log
  const pupilIds = pupilIdsOfLesson(store, lesson, log)
  const { staff } = termsOf(context, lesson, log, pupilIds)
  const { added, leftOut } = mergeLog(
    {
      lessonId,
      known: new Map(events.map((event) => [event.id, event])),
      pupilIds: new Set(pupilIds),
      staffIds: new Set(staff.map(({ id }) => id)),
    },
    body.events,
  )
  if (added.length > 0 && !isJoined && isSignedOff(log.tally)) {
    return { added: 0, late: added.length, leftOut: sum(leftOut) }
  }
  const written = appendEvents(store, added)
  if (written.length > 0) context.windows.tell('lesson.changed', { lessonId, events: written })
  return { added: written.length, late: 0, leftOut: sum(leftOut) }
}

/**
 * On a second computer the teacher's file says who is in the lesson, what it is held to, and what time it is. Returns
 * whether this is a second computer.
 */
function followTeacher(context: Context, body: LessonFileBody, isFresh: boolean): boolean {
  const { store } = whoIsHere(context)
  const shared = findShared(store, body.lesson.id)
  if (!shared?.joined) return false
  if (!body.writer.isTeacher) return true
  const { staff, optedOutIds, scheme, checklist } = body
  const { joined } = shared
  const ahead = aheadOf(context.now(), body.writtenAt, isFresh) ?? joined.aheadMs
  const aheadMs = Math.abs(ahead - joined.aheadMs) > CLOCK_TOLERANCE_MS / 4 ? ahead : joined.aheadMs
  const terms = { ...joined, staff, optedOutIds, scheme, checklist, aheadMs }
  store.db.transaction(() => {
    if (!isDeepStrictEqual(terms, joined)) saveShared(store, { ...shared, joined: terms })
    if (isGuestLesson(store, body.lesson.id) && !isKept(store, body)) keepGuestLesson(store, body)
  })()
  return true
}

/** Whether a lesson is here as a file has it, so that nothing needs writing. */
function isKept(store: Store, { lesson, pupils }: LessonFileBody): boolean {
  const kept = findLesson(store, lesson.id)
  const names = new Map(
    kept &&
      onScreen(knownPupilsOfLesson(store, kept)).map(({ id, forename, surname }) => [
        id,
        `${forename}|${surname}`,
      ]),
  )
  return (
    isDeepStrictEqual(kept, lesson) &&
    pupils.every(({ id, forename, surname }) => names.get(id) === `${forename}|${surname}`)
  )
}

/**
 * How far this clock is ahead of the teacher's, ms: known from a file written just now, or from one that comes out of
 * the future. Null: cannot be told, because an old file looks like a clock that is ahead.
 */
function aheadOf(now: number, writtenAt: number, isFresh: boolean): number | null {
  const ahead = now - writtenAt
  if (!isFresh && ahead > -CLOCK_TOLERANCE_MS) return null
  return Math.abs(ahead) < CLOCK_TOLERANCE_MS ? 0 : ahead
}
