import type { DayRecord, LessonRecordForOffice } from '../day-record.ts'
import { lessonAccount } from './lesson-account.ts'
import type { PupilAccount } from './pupil-account.ts'

export type PraiseLesson = {
  subject: string
  learningIntention: string
  /** UTC ms. */
  startsAt: number
  /** In the school's words, with how often. */
  praise: readonly { label: string; count: number }[]
  points: number
}

/** What goes home about one pupil: praise, and nothing else. */
export type PraiseNote = {
  pupilId: string
  className: string
  /** As the pupil is called. */
  name: string
  lessons: readonly PraiseLesson[]
}

/**
 * The home split: for each pupil who was praised that day, by class and name, what for. Nudges, steps, absence, camera,
 * attitude, notes and incidents have no place in it, nor any other pupil; who was not praised has no note.
 */
export function praiseNotes(day: DayRecord): PraiseNote[] {
  const found = new Map<string, PraiseNote>()
  const records = day.lessons.toSorted((a, b) => a.lesson.startsAt - b.lesson.startsAt)
  for (const record of records) {
    for (const one of lessonAccount(day, record).pupils) {
      const lesson = praiseIn(record, one)
      if (lesson === null) continue
      const note = found.get(one.pupil.id) ?? {
        pupilId: one.pupil.id,
        className: record.lesson.className,
        name: one.calledName.trim(),
        lessons: [],
      }
      found.set(one.pupil.id, { ...note, lessons: [...note.lessons, lesson] })
    }
  }
  const collator = new Intl.Collator('en-GB', { numeric: true })
  return [...found.values()].toSorted(
    (a, b) => collator.compare(a.className, b.className) || collator.compare(a.name, b.name),
  )
}

function praiseIn(record: LessonRecordForOffice, one: PupilAccount): PraiseLesson | null {
  const praise = record.behaviours.flatMap(({ id, label, group, points }) => {
    const count = one.behaviours.get(id) ?? 0
    return group === 'praise' && count > 0 ? [{ label, count, points: count * points }] : []
  })
  if (praise.length === 0) return null
  const { subject, learningIntention, startsAt } = record.lesson
  return {
    subject,
    learningIntention,
    startsAt,
    praise: praise.map(({ label, count }) => ({ label, count })),
    points: praise.reduce((sum, { points }) => sum + points, 0),
  }
}
