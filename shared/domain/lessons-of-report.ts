import type { LessonState } from './lesson.ts'
import { minutes } from './times.ts'

/** UTC ms. */
type Span = { from: number; to: number }
type LessonTimes = { startsAt: number; endsAt: number; state: LessonState }

/** A meeting may open before its lesson and close after it. */
export const MAY_BE_OFF_MS = minutes(15)
/** Less than this of a lesson is a neighbour's meeting that ran over. */
const SOME_OF_IT = minutes(5)

const begun: ReadonlySet<LessonState> = new Set(['live', 'ended', 'signed-off', 'exported'])

/**
 * The lessons whose meeting a report can be of, by when its meetings were: those that went on meanwhile, else those
 * close by. One that has not begun here has nothing to hold a report against.
 */
export function lessonsOfReport<L extends LessonTimes>(lessons: readonly L[], spans: readonly Span[]): L[] {
  const here = lessons.filter(({ state }) => begun.has(state))
  const sharing = (least: number) =>
    here.filter((lesson) => spans.some((span) => overlapOf(lesson, span) >= least))
  const meanwhile = sharing(SOME_OF_IT)
  return meanwhile.length > 0 ? meanwhile : sharing(-MAY_BE_OFF_MS)
}

/** How long both went on, ms; negative: how far they are apart. */
const overlapOf = ({ startsAt, endsAt }: LessonTimes, { from, to }: Span): number =>
  Math.min(endsAt, to) - Math.max(startsAt, from)
