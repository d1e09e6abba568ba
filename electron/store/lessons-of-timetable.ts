import { v5 as uuidv5 } from 'uuid'
import type { Lesson } from '../../shared/domain/lesson.ts'
import type { SchoolCalendar } from '../../shared/domain/school-calendar.ts'
import { exceptionOn, instantsOf, type Occurrence, occurrencesOn } from '../../shared/domain/timetable.ts'
import { boundsOf, type SchoolDate } from '../../shared/domain/times.ts'
import { addLesson, findLesson, replaceLesson } from './lessons-repository.ts'
import type { Store } from './open-store.ts'
import { type KeptEntry, listKeptEntries } from './timetable-repository.ts'

/** Namespace of the ids of lessons made from the timetable: made twice, a lesson has one id (RFC 9562, 5.5). */
const FROM_TIMETABLE = '0b9a1c5e-7d0f-4f0e-9a7c-53c1f2a4d6e8'

type Made = {
  id: string
  timetableId: string
  timetableDate: SchoolDate
  revision: number
  startsAt: number
  hasBegun: 0 | 1
}

/**
 * Makes a day's lessons from the timetable, for a teacher: those they teach and those nobody is named for. Asked again
 * it changes nothing. A lesson that has not begun follows its entry, and goes when it is no longer held that day; one
 * that has begun stays as it is. One transaction.
 */
export function makeLessonsOf(
  store: Store,
  date: SchoolDate,
  { teacherId, calendar }: { teacherId: string; calendar: SchoolCalendar },
): void {
  store.db.transaction(() => {
    const kept = listKeptEntries(store)
    const mine = kept.filter(({ entry }) => entry.teacherId === null || entry.teacherId === teacherId)
    const revisions = new Map(mine.map(({ entry, revision }) => [entry.id, revision]))
    const held = occurrencesOn(
      mine.map(({ entry }: KeptEntry) => entry),
      date,
      calendar,
    )
    const made = listMade(store, date)
    for (const lesson of held) make(store, lesson, revisions.get(lesson.entry.id) ?? 0)
    const isHeld = (one: Made) =>
      held.some(({ entry, plannedDate }) => entry.id === one.timetableId && plannedDate === one.timetableDate)
    for (const one of made.filter((lesson) => !lesson.hasBegun && !isHeld(lesson))) remove(store, one.id)
  })()
}

const madeQuery = `
  SELECT id, timetable_id AS timetableId, timetable_date AS timetableDate, timetable_revision AS revision,
         starts_at AS startsAt, EXISTS (SELECT 1 FROM event WHERE event.lesson_id = lesson.id) AS hasBegun
  FROM lesson`

function listMade({ db }: Store, date: SchoolDate): Made[] {
  const { from, until } = boundsOf(date)
  return db
    .prepare<[number, number], Made>(
      `${madeQuery} WHERE timetable_id IS NOT NULL AND starts_at >= ? AND starts_at < ?`,
    )
    .all(from, until)
}

function make(store: Store, occurrence: Occurrence, revision: number): void {
  const { entry, plannedDate } = occurrence
  const present = store.db
    .prepare<[string, string], Made>(`${madeQuery} WHERE timetable_id = ? AND timetable_date = ?`)
    .get(entry.id, plannedDate)
  const isAsPlanned = present?.revision === revision && present.startsAt === instantsOf(occurrence).startsAt
  if (present?.hasBegun || isAsPlanned) return
  const id = present?.id ?? uuidv5(`${entry.id} ${plannedDate}`, FROM_TIMETABLE)
  if (present) {
    const { adaptations } = findLesson(store, id) ?? {}
    replaceLesson(store, { ...lessonFrom(occurrence, id), ...(adaptations && { adaptations }) })
  } else addLesson(store, lessonFrom(occurrence, id))
  store.db
    .prepare('UPDATE lesson SET timetable_id = ?, timetable_date = ?, timetable_revision = ? WHERE id = ?')
    .run(entry.id, plannedDate, revision, id)
}

function lessonFrom(occurrence: Occurrence, id: string): Omit<Lesson, 'className'> {
  const { entry, plannedDate } = occurrence
  const { classId, subject, learningIntention, secondAdultId } = entry
  const change = exceptionOn(entry, plannedDate)?.change
  const approval = change?.kind === 'moved' ? (change.approval ?? entry.approval) : entry.approval
  return {
    id,
    classId,
    subject,
    learningIntention,
    ...instantsOf(occurrence),
    ...(secondAdultId !== null && { secondAdultId }),
    ...(approval && { approval }),
  }
}

const remove = ({ db }: Store, lessonId: string): void => {
  db.prepare('DELETE FROM lesson WHERE id = ?').run(lessonId)
}
