import type { Checklist } from '../../shared/domain/checks.ts'
import type { Lesson } from '../../shared/domain/lesson.ts'
import type { LessonLog } from '../../shared/domain/lesson-log.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import type { Scheme } from '../../shared/domain/scheme.ts'
import { checklistOf } from '../store/checklist-repository.ts'
import { listOptedOutIds } from '../store/joining-repository.ts'
import type { Store } from '../store/open-store.ts'
import { schemeOf } from '../store/scheme-repository.ts'
import { listStaff } from '../store/school-repository.ts'
import { findJoined } from '../store/shared-lesson-repository.ts'
import { type Context, whoIsHere } from './context.ts'
import { Refusal } from './dispatch.ts'

/** What a lesson is held to and who is in it: this school's, or those of the school it came from. */
export type LessonTerms = {
  me: StaffMember
  staff: StaffMember[]
  scheme: Scheme
  checklist: Checklist
  optedOutIds: string[]
  isJoined: boolean
}

export function termsOf(
  context: Context,
  lesson: Lesson,
  log: LessonLog,
  pupilIds: readonly string[],
): LessonTerms {
  const { store, me } = whoIsHere(context)
  const joined = findJoined(store, lesson.id)
  if (joined) return { ...joined, isJoined: true }
  return {
    me,
    staff: listStaff(store),
    scheme: schemeOf(store, log.events).scheme,
    checklist: checklistOf(store, log.events, log.tally),
    optedOutIds: listOptedOutIds(store, pupilIds, lesson),
    isJoined: false,
  }
}

/** Preparing, planning and signing are the teacher's, on the computer whose lesson it is. */
export function refuseJoined(store: Store, lessonId: string): void {
  if (findJoined(store, lessonId)) {
    throw new Refusal('not-here', 'The teacher does this on their own computer. Nothing was changed.')
  }
}
