import type { LessonOfToday, PolicyFacts, Standing } from './standing-facts.ts'

type Told = { lesson: LessonOfToday; isDone: boolean; reasons: readonly string[] }

/** How today's lessons stand with the checks that carry a clause out; null where no check of theirs does. */
export function standingByChecks(clauseId: string, { lessons, now }: PolicyFacts): Standing | null {
  const checked = lessons.filter(({ checks }) => checks.some((check) => check.clause === clauseId))
  if (checked.length === 0) return null
  const held = checked.filter((lesson) => !wasNotHeld(lesson, now))
  if (held.length === 0) return { tone: 'none', words: 'No lesson was held today.' }
  const told = held.map((lesson) => tell(lesson, clauseId))
  const done = told.filter(({ isDone }) => isDone).length
  const exceptions = told.flatMap(({ lesson, reasons }) =>
    reasons.map((reason) => `${lesson.className} ${lesson.subject}: passed over, “${reason}”.`),
  )
  const words = [
    `${done} of ${held.length} ${held.length === 1 ? 'lesson' : 'lessons'} today: done.`,
    ...exceptions,
  ]
  if (exceptions.length > 0) return { tone: 'warn', words: words.join(' ') }
  return { tone: done === held.length ? 'good' : 'open', words: words.join(' ') }
}

/** Its time is over and it never got beyond its checks. */
export const wasNotHeld = ({ state, endsAt }: LessonOfToday, now: number): boolean =>
  endsAt < now && (state === 'planned' || state === 'preparing')

function tell(lesson: LessonOfToday, clauseId: string): Told {
  const checks = lesson.checks.filter((check) => check.clause === clauseId)
  return {
    lesson,
    isDone: checks.every(({ answer }) => answer?.answer === 'done'),
    reasons: checks.flatMap(({ answer }) =>
      answer?.answer === 'not-applicable' && answer.reason !== undefined ? [answer.reason] : [],
    ),
  }
}
