import type { NewEntry } from '../events.ts'
import type { Lesson } from '../lesson.ts'
import type { Preset } from '../preset.ts'

/** What makes one pupil's three weeks different from another's. Each is how likely or strong it is, 0 to 1. */
export type Habits = {
  eager: number
  restless: number
  late: number
  cameraOff: number
  /** The camera stays off by agreement with home. */
  cameraAgreed: boolean
}

export type Learner = { id: string; habits: Habits }

/** All that is settled about a lesson of the past before its story is told. Times are UTC ms. */
export type LessonPlan = {
  lesson: Lesson
  preset: Preset
  teacherId: string
  /** Null for a lesson nobody could join. */
  secondAdultId: string | null
  /** The pupils who come; the rest of the class is absent that day. */
  learners: readonly Learner[]
  absentIds: readonly string[]
  /** One check that does not apply in this lesson, with the teacher's reason. */
  exception: { item: string; reason: string } | null
  /** What to come back to, written before it is signed. */
  notes: readonly NewEntry[]
  /** When the day's lessons go to the office. */
  exportedAt: number
}

/** When one pupil was in the meeting, but for a gap in which they had dropped out. */
export type Attendance = {
  learner: Learner
  from: number
  gap: { from: number; until: number } | null
}

/** The live part of a lesson: when it ran and who was there. */
export type LivePart = { liveAt: number; endedAt: number; attendances: readonly Attendance[] }
