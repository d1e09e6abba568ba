import { v7 as uuidv7 } from 'uuid'
import type { CheckItem } from '../../../shared/domain/checks.ts'
import type { LessonEvent, NewEntry } from '../../../shared/domain/events.ts'
import type { Lesson } from '../../../shared/domain/lesson.ts'
import { answersSeen, lookAt, type Sighting } from '../../../shared/domain/sightings.ts'
import { tally } from '../../../shared/domain/tally.ts'
import { checklistOf } from '../../store/checklist-repository.ts'
import { appendEvents, listEvents } from '../../store/event-log.ts'
import { readSightingFacts } from '../../store/sighting-facts.ts'
import { type Context, lessonOrRefuse, whoIsHere } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { refuseJoined } from '../lesson-terms.ts'

/** What the app sees now of those checks it can look at by itself. */
export function lookNow(context: Context, lesson: Lesson, items: readonly CheckItem[]): Sighting[] {
  const { store, school, me } = whoIsHere(context)
  const computer = { name: context.deviceName, account: context.account }
  return lookAt(items, readSightingFacts(store, lesson, { school, me, computer }))
}

/** The checks that see for themselves. */
export function checkHandlers(context: Context): Pick<Handlers, 'checks.look'> {
  return {
    'checks.look': ({ lessonId }) => {
      const { store } = whoIsHere(context)
      const lesson = lessonOrRefuse(store, lessonId)
      refuseJoined(store, lessonId)
      const events = listEvents(store, lessonId)
      const { items } = checklistOf(store, events)
      const sightings = lookNow(context, lesson, items)
      const seen = answersSeen(tally(events), sightings)
      if (seen.length > 0) {
        const added = appendEvents(store, stamped(context, lessonId, events, seen))
        context.windows.tell('lesson.changed', { lessonId, events: added })
      }
      return { sightings }
    },
  }
}

/** Events of this person and computer, after the last of the lesson, each at its own moment: none is an act of another. */
function stamped(
  context: Context,
  lessonId: string,
  events: readonly LessonEvent[],
  entries: readonly NewEntry[],
): LessonEvent[] {
  const { me, deviceId } = whoIsHere(context)
  const from = Math.max(context.now(), (events.at(-1)?.at ?? 0) + 1)
  return entries.map((entry, place): LessonEvent => ({
    ...entry,
    id: uuidv7(),
    lessonId,
    at: from + place,
    actorId: me.id,
    deviceId,
  }))
}
