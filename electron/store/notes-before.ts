import type { Lesson } from '../../shared/domain/lesson.ts'
import { lessonsToComeBackTo, type NoteBefore, notesComingBack } from '../../shared/domain/notes.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import { listNoteEvents } from './event-log.ts'
import { lessonsEndedBefore } from './lessons-repository.ts'
import type { Store } from './open-store.ts'

/** What the class's last lessons left to come back to in this one (staff.feedback). */
export const readNotesBefore = (store: Store, lesson: Lesson, pupils: readonly Pupil[]): NoteBefore[] =>
  lessonsToComeBackTo(lesson.subject, lessonsEndedBefore(store, lesson)).flatMap((one) =>
    notesComingBack(one, listNoteEvents(store, one.id), pupils),
  )
