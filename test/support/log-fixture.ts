import type { LessonEvent, NewEntry } from '../../shared/domain/events.ts'

/** Valid ids that are easy to tell apart in a failing test. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export type LogFixture = {
  events: LessonEvent[]
  /** Writes one act (entries of one moment) and returns its events. */
  act(entries: readonly NewEntry[], by?: { at?: number; actorId?: string; deviceId?: string }): LessonEvent[]
}

let idsGiven = 10_000

/** A log written by hand, a second between acts. */
export function startLog(lessonId: string, startsAt = 1_000_000): LogFixture {
  const events: LessonEvent[] = []
  let acts = 0
  return {
    events,
    act: (entries, { at = startsAt + acts * 1000, actorId = idOf(1), deviceId = idOf(2) } = {}) => {
      acts += 1
      const written = entries.map((entry): LessonEvent => ({
        ...entry,
        id: idOf((idsGiven += 1)),
        lessonId,
        at,
        actorId,
        deviceId,
      }))
      events.push(...written)
      return written
    },
  }
}

export const point = (pupilId: string, points = 1): NewEntry => ({
  kind: 'award',
  pupilId,
  value: { behaviour: 'listening', group: 'praise', points },
})
