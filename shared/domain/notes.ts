import { z } from 'zod'
import { type LessonEvent, noteKinds, standing } from './events.ts'
import { id } from './ids.ts'
import type { Pupil } from './people.ts'
import { weekdayName } from './times.ts'

/** A note of an earlier lesson that comes back when the class is next prepared (staff.feedback). */
export const noteBefore = z.object({
  id,
  lessonId: id,
  subject: z.string(),
  /** When the lesson it was written in began, UTC ms. */
  startsAt: z.number().int(),
  about: z.enum(noteKinds),
  /** The pupil it is about, by label; null for the class. */
  pupil: z.string().nullable(),
  text: z.string(),
})
export type NoteBefore = z.infer<typeof noteBefore>

type Taught = { id: string; subject: string }

/**
 * The lessons whose notes come back in another: the class's last one, and where that was of another subject, the last
 * one of its own. `earlier` holds those of the class that have ended before it, the newest first, and is read no
 * further than needed.
 */
export function lessonsToComeBackTo<L extends Taught>(subject: string, earlier: Iterable<L>): L[] {
  let last: L | null = null
  for (const one of earlier) {
    if (isSameSubject(one.subject, subject)) return last ? [last, one] : [one]
    last ??= one
  }
  return last ? [last] : []
}

const isSameSubject = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

export type Note = Extract<LessonEvent, { kind: 'note' }>

/** The notes of a lesson that still stand, in the order they were written. */
export const notesOf = (events: readonly LessonEvent[]): Note[] =>
  standing(events).filter((event) => event.kind === 'note')

/** A quick note is of the moment: it comes back only where it was made a follow-up. */
export const comesBack = ({ value }: Pick<Note, 'value'>): boolean => value.about !== 'quick'

/** A lesson's notes as they come back; those about a pupil who has left the class stay where they were written. */
export const notesComingBack = (
  lesson: Taught & { startsAt: number },
  events: readonly LessonEvent[],
  pupils: readonly Pupil[],
): NoteBefore[] =>
  notesOf(events)
    .filter(comesBack)
    .flatMap(({ id: noteId, pupilId, value, text }): NoteBefore[] => {
      const pupil = pupilId === undefined ? null : pupils.find((one) => one.id === pupilId)
      if (pupil === undefined) return []
      const { id: lessonId, subject, startsAt } = lesson
      return [
        { id: noteId, lessonId, subject, startsAt, about: value.about, pupil: pupil?.label ?? null, text },
      ]
    })

/** Where notes come from, in words: `3 notes from Maths on Friday`, or the lessons one after the other. */
export function notesInWords(notes: readonly NoteBefore[]): string {
  const lessons = new Map<string, NoteBefore>(notes.map((one) => [one.lessonId, one]))
  const from = [...lessons.values()].map(({ subject, startsAt }) => `${subject} on ${weekdayName(startsAt)}`)
  return `${notes.length === 1 ? '1 note' : `${notes.length} notes`} from ${from.join(' and ')}`
}
