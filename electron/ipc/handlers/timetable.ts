import type { Approval } from '../../../shared/domain/approval.ts'
import type { SchoolCalendar } from '../../../shared/domain/school-calendar.ts'
import { whyClosed } from '../../../shared/domain/school-calendar.ts'
import { judgeEntry, judgeMove, type TimetableProblem } from '../../../shared/domain/timetable-problems.ts'
import {
  exceptionOn,
  firstDateOf,
  isPlannedOn,
  occurrencesBetween,
  type TimetableEntry,
  type TimetableException,
  whyImpossible,
} from '../../../shared/domain/timetable.ts'
import { addDays, schoolDateOf, type SchoolDate, weekdayOf } from '../../../shared/domain/times.ts'
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts'
import { listClasses } from '../../store/classes-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { listStaff } from '../../store/school-repository.ts'
import { findEntry, listEntries, removeEntry, saveEntry } from '../../store/timetable-repository.ts'
import { recordedApproval } from '../approvals.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

type Changed = Output<'timetable.save'>

/** The shared timetable: seen and added to by anyone on the staff, judged by the rules of head.timetable. */
export function timetableHandlers(
  context: Context,
): Pick<Handlers, 'timetable.get' | 'timetable.save' | 'timetable.remove' | 'timetable.except'> {
  const changed = (): Changed => {
    context.windows.tell('school.changed', {})
    return { outcome: 'saved' }
  }
  return {
    'timetable.get': ({ date }) => readWeek(context, date ?? schoolDateOf(context.now())),
    'timetable.save': ({ entry: wish, approval }) => {
      const { store, calendar } = surroundingsOf(context)
      const present = findEntry(store, wish.id)
      const exceptions = (present?.exceptions ?? []).filter(({ date }) =>
        isPlannedOn({ ...wish, exceptions: [], approval: null }, date),
      )
      const entry: TimetableEntry = { ...wish, exceptions, approval: null }
      refuseImpossible(store, entry)
      const problems = judgeAmong(store, calendar, entry)
      if (problems.length === 0) saveEntry(store, entry)
      else if (approval) saveEntry(store, { ...entry, approval: recordedApproval(context, approval) })
      else if (present && isCovered(store, calendar, present, problems)) {
        saveEntry(store, { ...entry, approval: present.approval })
      } else return { outcome: 'refused', problems }
      return changed()
    },
    'timetable.remove': ({ entryId }) => {
      const { store } = whoIsHere(context)
      const entry = entryOrRefuse(store, entryId)
      const today = schoolDateOf(context.now())
      if (entry.when.repeats === 'weekly' && firstDateOf(entry.when) < today) {
        saveEntry(store, { ...entry, when: { ...entry.when, until: addDays(today, -1) } })
      } else removeEntry(store, entryId, context.now())
      changed()
      return {}
    },
    'timetable.except': (wish) => {
      const outcome = except(context, wish)
      return outcome ?? changed()
    },
  }
}

/** What judging needs: the records, the school's calendar, and names. */
export function surroundingsOf(context: Context) {
  const { store, school } = whoIsHere(context)
  return { store, calendar: school.calendar }
}

/** Names of classes and staff by id, for messages. */
export function namesOf(store: Store): (id: string) => string {
  const names = new Map([...listClasses(store), ...listStaff(store)].map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? 'Somebody'
}

const judgeAmong = (store: Store, calendar: SchoolCalendar, entry: TimetableEntry): TimetableProblem[] =>
  judgeEntry(entry, listEntries(store), { calendar, nameOf: namesOf(store) })

/** Whether all that stands against an entry was there when a leader agreed to it. */
function isCovered(
  store: Store,
  calendar: SchoolCalendar,
  present: TimetableEntry,
  problems: readonly TimetableProblem[],
): boolean {
  if (!present.approval) return false
  const known = new Set(judgeAmong(store, calendar, present).map(({ message }) => message))
  return problems.every(({ message }) => known.has(message))
}

const entryOrRefuse = (store: Store, entryId: string): TimetableEntry => {
  const entry = findEntry(store, entryId)
  if (!entry) throw new Refusal('no-such-entry', 'That lesson is not in the timetable any more.')
  return entry
}

function refuseImpossible(store: Store, entry: TimetableEntry): void {
  const why = whyImpossible(entry)
  if (why !== null) throw new Refusal('impossible', why)
  if (!listClasses(store).some(({ id }) => id === entry.classId)) {
    throw new Refusal('no-such-class', 'That class is not here any more.')
  }
  const staff = new Set(listStaff(store).map(({ id }) => id))
  const adults = [entry.teacherId, entry.secondAdultId].filter((one) => one !== null)
  if (!adults.every((one) => staff.has(one))) {
    throw new Refusal('no-such-person', 'That person is not on the staff list any more.')
  }
}

/** Changes one day of an entry. Null when that is done. */
function except(context: Context, wish: ParsedInput<'timetable.except'>): Changed | null {
  const { store, calendar } = surroundingsOf(context)
  const entry = entryOrRefuse(store, wish.entryId)
  if (!isPlannedOn(entry, wish.date)) {
    throw new Refusal('no-such-day', 'That lesson is not held on that day. Open the week again.')
  }
  const rest = entry.exceptions.filter(({ date }) => date !== wish.date)
  const save = (exceptions: TimetableException[]) => {
    saveEntry(store, { ...entry, exceptions })
    return null
  }
  if (wish.change === null) return save(rest)
  if (wish.change.kind === 'cancelled') return save([...rest, { date: wish.date, change: wish.change }])
  const to = wish.change
  if (to.endsAt <= to.startsAt) throw new Refusal('impossible', 'The lesson ends before it begins.')
  const moved = (approval: Approval | null): TimetableException => ({
    date: wish.date,
    change: { ...to, approval },
  })
  const surroundings = { calendar, nameOf: namesOf(store) }
  const problems = judgeMove(entry, moved(null), listEntries(store), surroundings)
  if (problems.length === 0) return save([...rest, moved(null)])
  return wish.approval === null
    ? { outcome: 'refused', problems }
    : save([...rest, moved(recordedApproval(context, wish.approval))])
}

function readWeek(context: Context, date: SchoolDate): Output<'timetable.get'> {
  const { store, calendar } = surroundingsOf(context)
  const monday = addDays(date, 1 - weekdayOf(date))
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const entries = listEntries(store)
  const lessons = occurrencesBetween(entries, monday, addDays(monday, 6), calendar)
  const notHeld = entries.flatMap((entry) =>
    days.flatMap((day) => {
      const exception = isPlannedOn(entry, day) ? exceptionOn(entry, day) : undefined
      if (!exception) return []
      const movedTo = exception.change.kind === 'moved' ? exception.change.date : null
      return movedTo === day ? [] : [{ entryId: entry.id, date: day, movedTo }]
    }),
  )
  const surroundings = { calendar, nameOf: namesOf(store) }
  const shown = new Set(lessons.map(({ entry }) => entry))
  const problems = [...shown].flatMap((entry): [string, string[]][] => {
    const found = judgeEntry(entry, entries, surroundings).map(({ message }) => message)
    return found.length > 0 ? [[entry.id, found]] : []
  })
  return {
    today: schoolDateOf(context.now()),
    monday,
    days: days.map((day) => ({ date: day, closed: whyClosed(calendar, day) })),
    lessons: lessons.map(({ entry, ...lesson }) => ({ entryId: entry.id, ...lesson })),
    notHeld,
    entries: entries.filter(
      (entry) => shown.has(entry) || notHeld.some(({ entryId }) => entryId === entry.id),
    ),
    problems: Object.fromEntries(problems),
    classes: listClasses(store).map(({ id, name }) => ({ id, name })),
    staff: listStaff(store),
    calendar,
  }
}
