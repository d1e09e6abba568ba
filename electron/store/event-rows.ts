import { z } from 'zod'
import { type LessonEvent, pupilOf } from '../../shared/domain/events.ts'

/** An event as a row holds it: free text is sealed, everything else stands in the plain, people as random ids. */
export type EventRow = {
  id: string
  lessonId: string
  pupilId: string | null
  kind: string
  value: string
  at: number
  actorId: string
  deviceId: string
  sealed: Buffer | null
  revokes: string | null
}

export const eventColumns = `id, lesson_id AS lessonId, pupil_id AS pupilId, kind, value, at, actor_id AS actorId,
         device_id AS deviceId, sealed, revokes`

/** The places of `insertedValues`, in order. */
export const insertedColumns =
  '(id, lesson_id, pupil_id, kind, value, at, actor_id, device_id, sealed, revokes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

/** What is written of an event; `seal` seals its free text. */
export function insertedValues(event: LessonEvent, seal: (text: string) => Buffer): unknown[] {
  const text = 'text' in event ? event.text : undefined
  return [
    event.id,
    event.lessonId,
    pupilOf(event),
    event.kind,
    event.kind === 'revoked' ? '{}' : JSON.stringify(event.value),
    event.at,
    event.actorId,
    event.deviceId,
    text === undefined ? null : seal(text),
    event.kind === 'revoked' ? event.revokes : null,
  ]
}

/** Rows are ours and were checked on the way in, so they are put together again without a second check. */
export function eventOfRow(row: EventRow, unseal: (sealed: Buffer) => unknown): LessonEvent {
  const { pupilId, sealed, revokes, value, ...rest } = row
  const body = revokes === null ? { value: JSON.parse(value) as unknown } : { revokes }
  const text = sealed ? { text: z.string().parse(unseal(sealed)) } : {}
  return { ...rest, ...body, ...text, ...(pupilId === null ? {} : { pupilId }) } as LessonEvent
}
