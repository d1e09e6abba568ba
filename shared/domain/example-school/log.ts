import { inOrder, type LessonEvent, type NewEntry } from '../events.ts'
import { inventEventId, type Random } from './random.ts'

/** One lesson's log while it is being invented. */
export type LessonLog = {
  /** Writes one act: all of it by one person at one moment (UTC ms), which no other act of the lesson shares. */
  write: (at: number, actorId: string, drafts: readonly NewEntry[]) => LessonEvent[]
  /** Everything written so far, in the log's order. */
  read: () => LessonEvent[]
}

export function openLog(ids: Random, lessonId: string, deviceId: string): LessonLog {
  const written: LessonEvent[] = []
  const taken = new Set<number>()
  return {
    write: (at, actorId, drafts) => {
      let moment = Math.round(at)
      while (taken.has(moment)) moment += 1
      taken.add(moment)
      const act = drafts.map((draft, place): LessonEvent => {
        const id = inventEventId(ids, moment, place)
        return { ...draft, id, lessonId, at: moment, actorId, deviceId }
      })
      written.push(...act)
      return act
    },
    read: () => written.toSorted(inOrder),
  }
}
