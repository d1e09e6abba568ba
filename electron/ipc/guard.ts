import { type Entry, type LessonEvent } from '../../shared/domain/events.ts'
import { guardAlert, isLoud, type Lesson } from '../../shared/domain/lesson.ts'
import { factsOf, tally } from '../../shared/domain/tally.ts'
import { listPupilIdsOfLesson } from '../store/classes-repository.ts'
import type { Store } from '../store/open-store.ts'
import type { Context } from './context.ts'

/** What can leave an adult alone with one pupil, or without their second adult. */
const mayRaise: ReadonlySet<Entry['kind']> = new Set([
  'moved',
  'second-adult-left',
  'admitted',
  'left',
  'revoked',
])

/**
 * Clause staff.second-adult: where what was added to a lesson's log raises the alert, the panel comes forward, whole.
 * `before` is the log without what was added.
 */
export function raiseAlert(
  { windows, preferences }: Context,
  { store, lesson }: { store: Store; lesson: Lesson },
  before: readonly LessonEvent[],
  added: readonly LessonEvent[],
): void {
  if (!added.some(({ kind }) => mayRaise.has(kind))) return
  const pupilIds = listPupilIdsOfLesson(store, lesson)
  const alertOf = (events: readonly LessonEvent[]) => guardAlert(factsOf(tally(events), [], pupilIds, []))
  const alert = alertOf([...before, ...added])
  if (!isLoud(alert) || alert === alertOf(before)) return
  if (preferences.view().preferences.panel.isStrip) preferences.save({ panel: { isStrip: false } })
  windows.raiseLive()
}
