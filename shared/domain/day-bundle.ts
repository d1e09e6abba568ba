import { z } from 'zod'
import { dayFrame, lessonFrame } from './day-record.ts'
import { id } from './ids.ts'
import { lessonState } from './lesson.ts'

/** A lesson of the day that is not signed off yet, so that the office sees what is still to come. */
const stillOpen = z.object({
  lessonId: id,
  className: z.string(),
  subject: z.string(),
  /** UTC ms. */
  startsAt: z.number().int(),
  endsAt: z.number().int(),
  state: lessonState,
})

/**
 * One computer's day for the Office view (docs/formats.md), as it stands inside the sealed and signed file. It holds each
 * lesson's log whole, so that two computers' bundles of one lesson unite by the ids of their events.
 */
export const dayBundle = z.object({
  /** The office key it was sealed for: signed too, so that nobody can pass it on to another office as meant for it. */
  office: z.string(),
  /** The writer's clock, UTC ms. */
  writtenAt: z.number().int(),
  /** 1 for the first of a day from this computer, 2 after a correction. */
  version: z.number().int().min(1),
  device: z.object({ id, name: z.string().max(120) }),
  teacher: z.object({ id, name: z.string().max(120) }),
  day: dayFrame,
  lessons: z
    .array(
      lessonFrame.extend({
        /** False for a lesson this computer only joined as second adult: its teacher's own frame goes before this one. */
        isOwn: z.boolean(),
        /** Checked one by one as they are taken in, so that one odd entry keeps no other out (`readEvent`). */
        events: z.array(z.unknown()).max(100_000),
      }),
    )
    .max(100),
  stillOpen: z.array(stillOpen).max(100),
})
export type DayBundle = z.infer<typeof dayBundle>
