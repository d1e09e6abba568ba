import { z } from 'zod'
import { id } from './ids.ts'
import type { SchoolDate } from './times.ts'

/** What staff must be trained in before they teach live (head.training). */
export const trainingTopic = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  title: z.string().trim().min(1).max(60),
})
export type TrainingTopic = z.infer<typeof trainingTopic>

/** One training of one member of staff. Dates are the school's, ISO. */
export const trainingRecord = z.object({
  id,
  staffId: id,
  topic: z.string().max(40),
  date: z.iso.date(),
  /** The last day it counts; null where it does not run out. */
  expires: z.iso.date().nullable(),
  /** How sure they feel, 1 to 5, by their own word. */
  confidence: z.number().int().min(1).max(5),
})
export type TrainingRecord = z.infer<typeof trainingRecord>

export type TrainingStanding = {
  topic: TrainingTopic
  /** The one that counts longest; null where there is none. */
  record: TrainingRecord | null
  state: 'in-date' | 'overdue' | 'none'
}

/** How a person stands in each topic on a day. */
export const trainingStanding = (
  topics: readonly TrainingTopic[],
  records: readonly TrainingRecord[],
  on: SchoolDate,
): TrainingStanding[] =>
  topics.map((topic) => {
    const record = longest(records.filter((one) => one.topic === topic.id && one.date <= on))
    if (!record) return { topic, record: null, state: 'none' }
    const isInDate = record.expires === null || record.expires >= on
    return { topic, record, state: isInDate ? 'in-date' : 'overdue' }
  })

const FOR_EVER = '9999-12-31'

const longest = (records: readonly TrainingRecord[]): TrainingRecord | null =>
  records.toSorted(
    (a, b) => compare(b.expires ?? FOR_EVER, a.expires ?? FOR_EVER) || compare(b.date, a.date),
  )[0] ?? null

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
