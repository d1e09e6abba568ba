import { z } from 'zod'
import { id } from './ids.ts'
import { isSignedOff } from './lesson.ts'
import { type LessonCard, lessonCard } from './today.ts'
import { waitingExport } from './waiting-export.ts'
import { counted } from './words.ts'

/** A lesson at the end of its day. */
export const dayLesson = lessonCard.extend({
  /** Pupils of whom nobody has said whether they took part; 0 before the lesson has ended. */
  unreconciled: z.number().int().min(0),
  /** The office has had it before, in whatever state it is now. */
  wasExported: z.boolean(),
})
export type DayLesson = z.infer<typeof dayLesson>

/** A lesson of another computer's in which something was recorded here too. */
export const joinedLesson = z.object({
  id,
  className: z.string(),
  subject: z.string(),
  teacherName: z.string(),
  startsAt: z.number().int(),
})
export type JoinedLesson = z.infer<typeof joinedLesson>

/** A day with the lessons given here, and how its export stands. */
export const schoolDay = z.object({
  date: z.iso.date(),
  lessons: z.array(dayLesson),
  /** They go to the Office view, and only where the office's key is known. */
  joined: z.array(joinedLesson),
  /** Null where it does not wait for the office's folder. */
  waiting: waitingExport.nullable(),
  /** The newest version that went to the office; `at`: UTC ms. */
  last: z.object({ version: z.number().int(), at: z.number().int() }).nullable(),
  /** The newest files made for an e-mail to the office; `at`: UTC ms. */
  mailed: z.object({ version: z.number().int(), at: z.number().int() }).nullable(),
})
export type SchoolDay = z.infer<typeof schoolDay>

/** Something of a lesson that is unfinished, in words, and where it is finished. */
export type LooseEnd = {
  what: 'going-on' | 'reopened' | 'unreconciled' | 'unsigned' | 'incident' | 'corrected' | 'not-begun'
  words: string
  /** What the way there is called, and what it opens; null where there is nothing to do. */
  way: { label: string; opens: 'checklist' | 'live' | 'sign-off' } | null
}

const signing = (label: string) => ({ label, opens: 'sign-off' as const })

/** What of a lesson is unfinished, the most urgent first; empty where the office has all of it. `now`: UTC ms. */
export function looseEndsOf(lesson: DayLesson, now: number): LooseEnd[] {
  if (lesson.state === 'exported' && lesson.incidentsToDescribe === 0) return []
  if (isSignedOff(lesson)) return [...corrected(lesson), ...incidents(lesson)]
  if (lesson.state === 'ended') return [...unsigned(lesson), ...incidents(lesson)]
  return [
    lesson.state === 'planned' || lesson.state === 'preparing' ? notBegun(lesson, now) : goingOn(lesson),
  ]
}

const corrected = ({ state, wasExported }: DayLesson): LooseEnd[] =>
  state === 'signed-off' && wasExported
    ? [{ what: 'corrected', words: 'Corrected since it went to the office', way: null }]
    : []

function incidents({ incidentsToDescribe: count }: DayLesson): LooseEnd[] {
  if (count === 0) return []
  const words = `${counted(count, 'incident is', 'incidents are')} not described yet`
  return [{ what: 'incident', words, way: signing('Describe it') }]
}

function unsigned({ wasExported, unreconciled }: DayLesson): LooseEnd[] {
  const way = signing('Sign off')
  if (unreconciled > 0) {
    const words = `Nobody has said whether ${counted(unreconciled, 'pupil')} took part`
    return [{ what: 'unreconciled', words, way }]
  }
  return wasExported
    ? [{ what: 'reopened', words: 'Opened again for a correction, not signed', way }]
    : [{ what: 'unsigned', words: 'Not signed off yet', way }]
}

const goingOn = ({ state }: LessonCard): LooseEnd => ({
  what: 'going-on',
  words: state === 'live' ? 'Still live' : 'Pupils are being admitted',
  way:
    state === 'live'
      ? { label: 'Back to the lesson', opens: 'live' }
      : { label: 'Admit pupils', opens: 'checklist' },
})

/** A lesson nobody began has nothing for the office and keeps nothing back. */
const notBegun = ({ endsAt }: LessonCard, now: number): LooseEnd => ({
  what: 'not-begun',
  words: endsAt < now ? 'Nothing of it goes to the office' : 'Not begun yet',
  way: endsAt < now ? null : { label: 'Get ready', opens: 'checklist' },
})

export type DayStanding = { ready: number; mailed: number; exported: number; keptBack: number }

/**
 * How many of a day's lessons go to the office now, are in files for an e-mail to it, went there already, and are kept
 * back by something unfinished.
 */
export function dayStanding(lessons: readonly Pick<LessonCard, 'state' | 'isMailed'>[]): DayStanding {
  const count = (isMeant: (lesson: (typeof lessons)[number]) => boolean) => lessons.filter(isMeant).length
  return {
    ready: count(({ state, isMailed }) => state === 'signed-off' && !isMailed),
    mailed: count(({ state, isMailed }) => state === 'signed-off' && isMailed === true),
    exported: count(({ state }) => state === 'exported'),
    keptBack: count(({ state }) => keepsBack.has(state)),
  }
}

const keepsBack: ReadonlySet<LessonCard['state']> = new Set(['admitting', 'live', 'ended'])

/** What of a day goes to the office, and what does not. */
export function standingWords({ ready, mailed, exported, keptBack }: DayStanding): string {
  const lessons = (count: number) => counted(count, 'lesson')
  const parts = [
    ready > 0 ? `${lessons(ready)} ready to export` : '',
    mailed > 0 ? `${lessons(mailed)} made ready to e-mail` : '',
    exported > 0 ? `${lessons(exported)} with the office` : '',
    keptBack > 0 ? `${lessons(keptBack)} unfinished and kept back` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing to export: no lesson is signed off.'
}
