import { z } from 'zod'
import { isSignedOff } from './lesson.ts'
import { type LessonCard, lessonCard } from './today.ts'
import { waitingExport } from './waiting-export.ts'

/** A lesson at the end of its day. */
export const dayLesson = lessonCard.extend({
  /** Pupils of whom nobody has said whether they took part; 0 before the lesson has ended. */
  unreconciled: z.number().int().min(0),
  /** The office has had it before, in whatever state it is now. */
  wasExported: z.boolean(),
})
export type DayLesson = z.infer<typeof dayLesson>

/** A day with lessons that are the teacher's own, and how its export stands. */
export const schoolDay = z.object({
  date: z.iso.date(),
  lessons: z.array(dayLesson),
  /** Null where it does not wait for the office's folder. */
  waiting: waitingExport.nullable(),
  /** The newest version that went to the office; `at`: UTC ms. */
  last: z.object({ version: z.number().int(), at: z.number().int() }).nullable(),
})
export type SchoolDay = z.infer<typeof schoolDay>

/** Something of a lesson that is unfinished, in words, and where it is finished. */
export type LooseEnd = {
  what: 'going-on' | 'reopened' | 'unreconciled' | 'unsigned' | 'incident' | 'corrected' | 'not-begun'
  words: string
  /** What the way there is called, and what it opens; null where there is nothing to do. */
  way: { label: string; opens: 'checklist' | 'live' | 'sign-off' } | null
  /** Whether the lesson stays here until it is finished. */
  keepsBack: boolean
}

const signing = (label: string) => ({ label, opens: 'sign-off' as const })

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

/** What of a lesson is unfinished, the most urgent first; empty where the office has all of it. `now`: UTC ms. */
export function looseEndsOf(lesson: DayLesson, now: number): LooseEnd[] {
  if (lesson.state === 'exported' && lesson.incidentsToDescribe === 0) return []
  if (isSignedOff(lesson)) return [...corrected(lesson), ...incidents(lesson)]
  if (lesson.state === 'ended') return unsigned(lesson)
  return [
    lesson.state === 'planned' || lesson.state === 'preparing' ? notBegun(lesson, now) : goingOn(lesson),
  ]
}

const corrected = ({ state, wasExported }: DayLesson): LooseEnd[] =>
  state === 'signed-off' && wasExported
    ? [{ what: 'corrected', words: 'Corrected since it went to the office', way: null, keepsBack: false }]
    : []

function incidents({ incidentsToDescribe: count }: DayLesson): LooseEnd[] {
  if (count === 0) return []
  const words = `${counted(count, 'incident is', 'incidents are')} not described yet`
  return [{ what: 'incident', words, way: signing('Describe it'), keepsBack: false }]
}

function unsigned({ wasExported, unreconciled }: DayLesson): LooseEnd[] {
  const way = signing('Sign off')
  if (unreconciled > 0) {
    const words = `Nobody has said whether ${counted(unreconciled, 'pupil', 'pupils')} took part`
    return [{ what: 'unreconciled', words, way, keepsBack: true }]
  }
  return wasExported
    ? [{ what: 'reopened', words: 'Opened again for a correction, not signed', way, keepsBack: true }]
    : [{ what: 'unsigned', words: 'Not signed off yet', way, keepsBack: true }]
}

const goingOn = ({ state }: LessonCard): LooseEnd => ({
  what: 'going-on',
  words: state === 'live' ? 'Still live' : 'Pupils are being admitted',
  way:
    state === 'live'
      ? { label: 'Back to the lesson', opens: 'live' }
      : { label: 'Admit pupils', opens: 'checklist' },
  keepsBack: true,
})

/** A lesson nobody began has nothing for the office, and keeps nothing back. */
const notBegun = ({ endsAt }: LessonCard, now: number): LooseEnd => ({
  what: 'not-begun',
  words: endsAt < now ? 'Nothing of it goes to the office' : 'Not begun yet',
  way: endsAt < now ? null : { label: 'Get ready', opens: 'checklist' },
  keepsBack: false,
})

/** How many of a day's lessons go to the office now, went there already, and are kept back by something unfinished. */
export function dayStanding(
  lessons: readonly DayLesson[],
  now: number,
): {
  ready: number
  exported: number
  keptBack: number
} {
  const count = (isMeant: (lesson: DayLesson) => boolean) => lessons.filter(isMeant).length
  return {
    ready: count(({ state }) => state === 'signed-off'),
    exported: count(({ state }) => state === 'exported'),
    keptBack: count((lesson) => looseEndsOf(lesson, now).some(({ keepsBack }) => keepsBack)),
  }
}
