import { isDeepStrictEqual } from 'node:util'
import type { CheckItem } from '../../../shared/domain/checks.ts'
import type { LessonEvent } from '../../../shared/domain/events.ts'
import type { Lesson } from '../../../shared/domain/lesson.ts'
import type { LessonLog } from '../../../shared/domain/lesson-log.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { asksForChecks, asksWhoTakesPart, mayRecord } from '../../../shared/domain/record.ts'
import { termHolding } from '../../../shared/domain/school-calendar.ts'
import { boundsOf, schoolDateOf } from '../../../shared/domain/times.ts'
import { knownPupilsAmong, onScreen, pupilIdsOfLesson } from '../../store/classes-repository.ts'
import { checklistOf, findChecklist } from '../../store/checklist-repository.ts'
import { findEvents, pointsInOtherLessons, pointsInTermBefore } from '../../store/event-log.ts'
import { listGroups } from '../../store/groups-repository.ts'
import { listCameraAgreedIds, listOptedOutIds } from '../../store/joining-repository.ts'
import { listCards, listUnfinishedBefore } from '../../store/lessons-repository.ts'
import { makeLessonsOf } from '../../store/lessons-of-timetable.ts'
import { readNotesBefore } from '../../store/notes-before.ts'
import { appendToLog, readLog } from '../../store/open-log.ts'
import type { Store } from '../../store/open-store.ts'
import { readOpenPacks } from '../../store/open-packs.ts'
import { schemeOf } from '../../store/scheme-repository.ts'
import { listStaffIds, readMe, readSchool } from '../../store/school-repository.ts'
import { findJoined, type JoinedTerms } from '../../store/shared-lesson-repository.ts'
import { listWaiting } from '../../store/waiting-exports.ts'
import { type Context, lessonOrRefuse, storeOf, whoIsHere } from '../context.ts'
import { type Handlers, isPassing, Refusal } from '../dispatch.ts'
import { createHeldActs } from '../held-acts.ts'
import { refuseJoined, termsOf } from '../lesson-terms.ts'
import { lookNow } from './checks.ts'
import { startOnTheSpot } from './start-lesson.ts'

/** How far a window's clock may run ahead of main's; a tap from further in the future is dated now. */
const CLOCK_SLACK_MS = 2000

/** Today and the life of a lesson: everything that happens in one goes through `lesson.record`. */
export function lessonHandlers(
  context: Context,
): Pick<
  Handlers,
  'today.get' | 'lesson.start' | 'lesson.get' | 'lesson.record' | 'lesson.hold' | 'window.open'
> {
  const { windows } = context
  const held = createHeldActs()
  return {
    'today.get': () => {
      const store = storeOf(context)
      const date = schoolDateOf(context.now())
      const [school, me] = [readSchool(store), readMe(store)]
      if (school && me) makeLessonsOf(store, date, { teacherId: me.id, calendar: school.calendar })
      const lessons = listCards(store, date)
      return {
        date,
        lessons,
        unfinished: listUnfinishedBefore(store, date),
        packs: readOpenPacks(store, date, lessons),
        isWaiting: listWaiting(store).length > 0,
      }
    },
    'lesson.start': (wish) => {
      const lessonId = startOnTheSpot(context, wish)
      windows.tell('school.changed', {})
      return { lessonId }
    },
    'lesson.get': ({ lessonId }) => {
      const { store, school } = whoIsHere(context)
      const lesson = lessonOrRefuse(store, lessonId)
      const log = readLog(store, lessonId)
      const pupilIds = pupilIdsOfLesson(store, lesson, log)
      const pupils = onScreen(knownPupilsAmong(store, pupilIds))
      const { me, staff, scheme, checklist, optedOutIds, isJoined } = termsOf(context, lesson, log, pupilIds)
      return {
        lesson,
        me,
        pupils,
        optedOutIds,
        cameraAgreedIds: listCameraAgreedIds(store, pupilIds, lesson),
        staff,
        checkItems: checklist.items,
        checklistVersion: checklist.version,
        behaviours: scheme.behaviours,
        ladder: scheme.ladder,
        attitudes: scheme.attitudes,
        phases: scheme.phases,
        // What the term's other lessons gave is known on the teacher's own computer only.
        rewardLevels: isJoined ? [] : scheme.rewardLevels,
        groups: listGroups(store, lesson.classId),
        events: log.events,
        pointsEarlierToday: pointsInOtherLessons(store, lesson, boundsOf(schoolDateOf(lesson.startsAt))),
        termPointsBefore: pointsInTermBefore(store, pupilIds, {
          since: termHolding(school.calendar, schoolDateOf(lesson.startsAt)).from,
          before: lesson.startsAt,
        }),
        notesBefore: readNotesBefore(store, lesson, pupils),
      }
    },
    'lesson.record': ({ lessonId, at, entries }) => {
      try {
        const added = recordNow(context, { lessonId, at, entries })
        held.remove(lessonId, entries)
        if (added.length > 0) windows.tellAfterwards('lesson.changed', { lessonId, events: added })
        return { events: added }
      } catch (error) {
        // As the window does: what it is told was not done is not done later behind its back.
        if (isPassing(error)) held.add(lessonId, [{ at, entries }])
        else held.remove(lessonId, entries)
        throw error
      }
    },
    'lesson.hold': ({ lessonId, acts }) => {
      held.add(lessonId, acts)
      return { acts: held.list(lessonId) }
    },
    'window.open': ({ lessonId, show: wish }) => {
      // Preparing and signing are the teacher's: on the other computer there is the panel, and Today.
      const isTheirs =
        !['live', 'today', 'staff'].includes(wish) && findJoined(storeOf(context), lessonId) !== null
      const show = isTheirs ? 'today' : wish
      if (isTheirs) windows.closeLessonWindows()
      if (show === 'checklist') windows.openChecklist(lessonId)
      if (show === 'live') {
        windows.openLive(lessonId)
        // While the window draws itself, so that the log is at hand when it asks.
        readLog(storeOf(context), lessonId)
      }
      if (show === 'today' || show === 'staff') windows.showPage(`/${show}`)
      if (show === 'plan') windows.showPage(`/lessons/${lessonId}/plan`)
      if (show === 'sign-off') {
        windows.showPage(`/sign-off/${lessonId}`)
        windows.closeLessonWindows()
      }
      return {}
    },
  }
}

/** Writes an act of the person here; returns what was added. */
function recordNow(context: Context, { lessonId, at, entries }: Input<'lesson.record'>): LessonEvent[] {
  const { store, me, deviceId } = whoIsHere(context)
  const lesson = lessonOrRefuse(store, lessonId)
  const log = readLog(store, lessonId)
  const joined = findJoined(store, lessonId)
  // The teacher's computer keeps the lesson's time.
  const aheadMs = joined?.aheadMs ?? 0
  const moment = momentOf(log.events, at - aheadMs, context.now() - aheadMs)
  const stamp = { lessonId, at: moment, actorId: (joined?.me ?? me).id, deviceId }
  const act = entries.map((entry): LessonEvent => ({ ...entry, ...stamp }))
  return recordAct(context, store, { lesson, log, joined }, act)
}

/**
 * When an act counts as done, UTC ms: as told by the window, but neither in the future nor before what was recorded
 * last. So a clock that is set back in the middle of a lesson changes no order.
 */
function momentOf(events: readonly LessonEvent[], told: number, now: number): number {
  const last = events.at(-1)
  const at = told > now + CLOCK_SLACK_MS ? now : told
  return last ? Math.max(at, last.at + 1) : Math.min(at, now)
}

/** Whether an event that came with a known id says something else than the one in the log. */
function isAnother(event: LessonEvent, known: LessonEvent | undefined): boolean {
  if (!known) return false
  const { at: _told, ...said } = event
  const { at: _recorded, ...kept } = known
  return !isDeepStrictEqual(said, kept)
}

/** Judges an act by the rules and adds it to the log. What is already in the log was judged before and is left out. */
function recordAct(
  context: Context,
  store: Store,
  { lesson, log, joined }: { lesson: Lesson; log: LessonLog; joined: JoinedTerms | null },
  act: readonly LessonEvent[],
): LessonEvent[] {
  const { events } = log
  const ids = act.map(({ id }) => id)
  const known = new Map(findEvents(store, ids).map((event) => [event.id, event]))
  if (act.some((event) => isAnother(event, known.get(event.id)))) {
    throw new Refusal('id-taken', 'That was recorded before as something else. Nothing was changed.')
  }
  const fresh = act.filter((event) => !known.has(event.id))
  for (const event of fresh) refuseOwnWord(store, event)
  if (fresh.some((event) => event.kind === 'moved' && event.value.to === 'exported')) {
    throw new Refusal('not-now', 'A lesson is exported by exporting its day.')
  }
  if (joined && fresh.some(isTheTeachers)) refuseJoined(store, lesson.id)
  const { behaviours } = joined?.scheme ?? schemeOf(store, events).scheme
  const items = asksForChecks(fresh) ? checklistOf(store, [...events, ...fresh]).items : []
  const staffIds = joined?.staff.map(({ id }) => id) ?? listStaffIds(store)
  const secondAdultIds = staffIds.filter((id) => id !== act[0]?.actorId)
  const pupilIds = pupilIdsOfLesson(store, lesson, log)
  const optedOutIds =
    joined?.optedOutIds ?? (asksWhoTakesPart(fresh) ? listOptedOutIds(store, pupilIds, lesson) : [])
  const record = { events, log, items, pupilIds, optedOutIds, behaviours, secondAdultIds }
  const verdict = mayRecord(record, fresh)
  if (!verdict.ok) throw new Refusal('not-now', verdict.reason)
  refuseUnseen(context, lesson, items, fresh)
  return appendToLog(store, lesson.id, log, fresh)
}

/** The second adult ends a lesson for both; every other move, and the checks, are the teacher's. */
const isTheTeachers = (event: LessonEvent): boolean =>
  event.kind === 'check-answered' || (event.kind === 'moved' && event.value.to !== 'ended')

/** What a window may not say: that the app saw something, or a version of the checklist that is not there. */
function refuseOwnWord(store: Store, event: LessonEvent): void {
  if (event.kind === 'check-answered' && event.value.seen) {
    throw new Refusal('not-now', 'Only the app itself says what it sees. Nothing was changed.')
  }
  const version = event.kind === 'moved' ? event.value.checklist : undefined
  if (version !== undefined && !findChecklist(store, version)) {
    throw new Refusal(
      'no-such-checklist',
      'That version of the checklist is not here. Open the lesson again.',
    )
  }
}

/** What the app sees otherwise is not done by a person's word: it is put right, or passed over with a reason. */
function refuseUnseen(
  context: Context,
  lesson: Lesson,
  items: readonly CheckItem[],
  act: readonly LessonEvent[],
): void {
  const done = new Set(
    act.flatMap((event) =>
      event.kind === 'check-answered' && event.value.answer === 'done' ? [event.value.item] : [],
    ),
  )
  const asked = items.filter((item) => item.sees !== undefined && done.has(item.id))
  if (asked.length === 0) return
  const wrong = lookNow(context, lesson, asked).find(({ outcome }) => outcome === 'not-met')
  if (wrong) {
    throw new Refusal(
      'seen-otherwise',
      `The app sees: ${wrong.says}. Put that right, or pass the check over and say why.`,
    )
  }
}
