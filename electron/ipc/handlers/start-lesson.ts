import { randomUUID } from 'node:crypto'
import type { Lesson } from '../../../shared/domain/lesson.ts'
import type { LessonCard } from '../../../shared/domain/today.ts'
import { entryOfLesson, judgeEntry } from '../../../shared/domain/timetable-problems.ts'
import { minutes, schoolDateOf } from '../../../shared/domain/times.ts'
import type { ParsedInput } from '../../../shared/ipc/contract.ts'
import { findClass } from '../../store/classes-repository.ts'
import { addLesson, listCards } from '../../store/lessons-repository.ts'
import { listEntries } from '../../store/timetable-repository.ts'
import { recordedApproval } from '../approvals.ts'
import { type Context, whoIsHere } from '../context.ts'
import { Refusal } from '../dispatch.ts'
import { namesOf } from './timetable.ts'

/**
 * A lesson started now, outside the timetable. Outside the school day, or in the way of another lesson of the class or
 * the teacher, it is refused with the reasons until a leader's agreement is given (staff.within-day, head.timetable).
 */
export function startOnTheSpot(context: Context, wish: ParsedInput<'lesson.start'>): string {
  const { store } = whoIsHere(context)
  if (!findClass(store, wish.classId)) throw new Refusal('no-such-class', 'That class is not here any more.')
  const { approval: given, minutes: length, ...words } = wish
  const startsAt = context.now()
  const lesson: Omit<Lesson, 'className'> = {
    ...words,
    id: randomUUID(),
    startsAt,
    endsAt: startsAt + minutes(length),
  }
  const problems = problemsNow(context, lesson)
  if (problems.length > 0 && !given) throw new Refusal('needs-approval', problems.join(' '))
  const approval = given && recordedApproval(context, given)
  addLesson(store, approval && problems.length > 0 ? { ...lesson, approval } : lesson)
  return lesson.id
}

function problemsNow(context: Context, lesson: Omit<Lesson, 'className'>): string[] {
  const { store, school, me } = whoIsHere(context)
  const others = listCards(store, schoolDateOf(lesson.startsAt)).filter(isInTheWay)
  const entries = [...listEntries(store), ...others.map((other) => entryOfLesson(other, me.id))]
  const surroundings = { calendar: school.calendar, nameOf: namesOf(store) }
  const found = judgeEntry(entryOfLesson(lesson, me.id), entries, surroundings)
  return [...new Set(found.map(({ message }) => message))]
}

/**
 * A lesson that is over is in nobody's way, nor is one started on the spot that has let nobody in: a teacher who took
 * the wrong class begins again with the right one.
 */
const isInTheWay = ({ state, outsideTimetable }: LessonCard): boolean =>
  ['admitting', 'live'].includes(state) ||
  (['planned', 'preparing'].includes(state) && outsideTimetable === undefined)
