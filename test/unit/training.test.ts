import { describe, expect, it } from 'vitest'
import {
  topicsTitled,
  trainingInWords,
  type TrainingRecord,
  trainingStanding,
  trainingTopic,
} from '../../shared/domain/training.ts'
import { idOf } from '../support/log-fixture.ts'

const topics = [
  { id: 'video-platform', title: 'Video platform' },
  { id: 'online-safety', title: 'Online safety' },
]
const today = '2021-01-18'
const record = (one: Partial<TrainingRecord>): TrainingRecord => ({
  id: idOf(1),
  staffId: idOf(2),
  topic: 'online-safety',
  date: '2020-01-20',
  expires: '2021-01-18',
  confidence: 3,
  ...one,
})
const onlineSafety = (...records: TrainingRecord[]) => trainingStanding(topics, records, today)[1]

describe('how somebody stands in a training', () => {
  it('says of every topic where there is none', () => {
    expect(trainingStanding(topics, [], today)).toEqual(
      topics.map((topic) => ({ topic, record: null, state: 'none' })),
    )
  })

  it('counts to its last day, and is overdue on the next', () => {
    expect(onlineSafety(record({ expires: '2021-01-18' }))?.state).toBe('in-date')
    expect(onlineSafety(record({ expires: '2021-01-17' }))?.state).toBe('overdue')
  })

  it('counts for ever where it does not run out, whatever came after', () => {
    const forEver = record({ expires: null, date: '2012-03-01' })
    expect(onlineSafety(record({ expires: '2020-06-01' }), forEver)).toMatchObject({
      record: forEver,
      state: 'in-date',
    })
  })

  it('goes by the one that counts longest, the newest of several', () => {
    const older = record({ id: idOf(3), date: '2019-05-01', expires: '2021-06-01' })
    const newer = record({ id: idOf(4), date: '2020-05-01', expires: '2021-06-01' })
    expect(onlineSafety(record({ expires: '2021-01-30' }), older, newer)?.record).toBe(newer)
  })

  it('counts nothing that has not taken place, nor another topic', () => {
    expect(onlineSafety(record({ date: '2021-01-19', expires: null }))?.state).toBe('none')
    expect(onlineSafety(record({ topic: 'video-platform' }))?.state).toBe('none')
  })
})

describe('in words', () => {
  it('says which, and since when', () => {
    const online = { title: 'Online safety', expires: '2021-01-03' }
    expect(trainingInWords({ ...online, state: 'overdue' })).toBe(
      'Online safety: overdue since 3 January 2021',
    )
    expect(trainingInWords({ ...online, state: 'none', expires: null })).toBe('Online safety: not recorded')
    expect(trainingInWords({ ...online, state: 'in-date' })).toBe('Online safety: in date')
  })
})

describe('topics by their titles', () => {
  it('keep who they are, in the order written', () => {
    expect(topicsTitled(['Online safety', 'Video platform'], topics)).toEqual(topics.toReversed())
  })

  it('get a name of their own where the title is new, whatever it is written in', () => {
    const titles = ['Online Safety', 'Prévention 2021', '2021', '安全', 'x'.repeat(60)]
    const made = topicsTitled(titles, topics)
    expect(made.map(({ id }) => id)).toEqual([
      'online-safety-2',
      'prevention-2021',
      'topic',
      'topic-2',
      'x'.repeat(32),
    ])
    for (const one of made) expect(trainingTopic.safeParse(one).success).toBe(true)
  })
})
