import { z } from 'zod'
import { id } from './ids.ts'
import { fullDate, instantOf, type SchoolDate } from './times.ts'

/** `Data protection` to `data-protection`: what is kept of a title when it is first written, and stays. */
function topicId(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 32)
  const wanted = plain.length > 1 ? plain : 'topic'
  for (let count = 2, id = wanted; ; id = `${wanted}-${count}`, count += 1) {
    if (!taken.has(id)) return id
  }
}

/** The topics of these titles in this order: a known title stays the topic it was, a new one is a new topic. */
export function topicsTitled(titles: readonly string[], known: readonly TrainingTopic[]): TrainingTopic[] {
  const taken = new Set(known.map(({ id: one }) => one))
  return titles.map((title) => {
    const before = known.find((one) => one.title === title)
    if (before) return before
    const topic = { id: topicId(title, taken), title }
    taken.add(topic.id)
    return topic
  })
}

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

export const trainingState = z.enum(['in-date', 'overdue', 'none'])

export type TrainingStanding = {
  topic: TrainingTopic
  /** The one that counts longest; null where there is none. */
  record: TrainingRecord | null
  state: z.infer<typeof trainingState>
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

/** `Online safety: overdue since 3 January 2021`; `expires` is the last day it counted. */
export function trainingInWords({
  title,
  state,
  expires,
}: {
  title: string
  state: TrainingStanding['state']
  expires: SchoolDate | null
}): string {
  if (state === 'in-date') return `${title}: in date`
  return expires === null
    ? `${title}: not recorded`
    : `${title}: overdue since ${fullDate(instantOf(expires, '12:00'))}`
}

const FOR_EVER = '9999-12-31'

const longest = (records: readonly TrainingRecord[]): TrainingRecord | null =>
  records.toSorted(
    (a, b) => compare(b.expires ?? FOR_EVER, a.expires ?? FOR_EVER) || compare(b.date, a.date),
  )[0] ?? null

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
