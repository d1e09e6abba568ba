import type { Entry } from '../../shared/domain/events.ts'
import type { HeldAct } from '../../shared/ipc/commands/held-acts.ts'

/** Acts that windows have painted and that are not in the log yet, by lesson. In memory: on disk they would be in the log. */
export type HeldActs = {
  /** Keeps acts that are not kept already. */
  add(lessonId: string, acts: readonly HeldAct[]): void
  /** Those of a lesson, oldest first. */
  list(lessonId: string): HeldAct[]
  /** Lets an act go that was written, or refused for good. */
  remove(lessonId: string, entries: readonly Entry[]): void
}

export function createHeldActs(): HeldActs {
  const held = new Map<string, readonly HeldAct[]>()
  const without = (lessonId: string, entries: readonly Entry[]): HeldAct[] => {
    const ids = new Set(entries.map(({ id }) => id))
    return (held.get(lessonId) ?? []).filter((act) => !act.entries.some(({ id }) => ids.has(id)))
  }
  return {
    add: (lessonId, acts) => {
      const others = without(
        lessonId,
        acts.flatMap(({ entries }) => entries),
      )
      held.set(
        lessonId,
        [...others, ...acts].toSorted((a, b) => a.at - b.at),
      )
    },
    list: (lessonId) => [...(held.get(lessonId) ?? [])],
    remove: (lessonId, entries) => {
      const others = without(lessonId, entries)
      if (others.length > 0) held.set(lessonId, others)
      else held.delete(lessonId)
    },
  }
}
