import { z } from 'zod'
import { fileWarning, type Refusal } from './class-list.ts'
import type { TimetableEntry } from './timetable.ts'

/** A lesson as a calendar file has it. The class is null where its title names none that is known. */
export type CalendarLesson = {
  /** The event's own title, and the line of the file it begins on. */
  title: string
  line: number
  classId: string | null
  entry: Omit<TimetableEntry, 'classId'>
}

/** A reader's answer: understood, with a warning for each thing left out, or refused. Never half. */
export type CalendarReading =
  | { understood: true; lessons: CalendarLesson[]; warnings: z.infer<typeof fileWarning>[] }
  | { understood: false; refusal: Refusal }
