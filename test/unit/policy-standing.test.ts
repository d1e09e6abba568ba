import { describe, expect, it } from 'vitest'
import { type CheckAnswer, standingOf } from '../../shared/domain/checks.ts'
import { reviewStanding } from '../../shared/domain/policy/review.ts'
import { policy } from '../../shared/domain/policy/policy.ts'
import { policyStandings } from '../../shared/domain/policy/standing.ts'
import type { LessonOfToday, PolicyFacts } from '../../shared/domain/policy/standing-facts.ts'
import { tally } from '../../shared/domain/tally.ts'
import { minutes } from '../../shared/domain/times.ts'
import { idOf, startLog } from '../support/log-fixture.ts'
import { MORNING, testPreset } from '../support/test-school.ts'

const done: CheckAnswer = { answer: 'done', isSeen: false, by: idOf(1), at: MORNING }
const passedOver = (reason: string): CheckAnswer => ({ ...done, answer: 'not-applicable', reason })

/** A lesson in half an hour; `answers` by check id, every other check done, or open where nothing is begun. */
function lessonWith(
  subject: string,
  answers: Record<string, CheckAnswer | null> | 'untouched',
  change: Partial<LessonOfToday> = {},
): LessonOfToday {
  const given = testPreset.checkItems.flatMap(({ id }): [string, CheckAnswer][] => {
    if (answers === 'untouched') return []
    const answer = id in answers ? answers[id] : done
    return answer ? [[id, answer]] : []
  })
  return {
    className: '5C',
    subject,
    endsAt: MORNING + minutes(60),
    state: answers === 'untouched' ? 'planned' : 'preparing',
    checks: standingOf(testPreset.checkItems, new Map(given)),
    tally: tally([]),
    ...change,
  }
}

const facts = (change: Partial<PolicyFacts> = {}): PolicyFacts => ({
  now: MORNING,
  today: '2021-01-18',
  lessons: [],
  school: {
    safeguarding: { edition: 'Guidance 2020', link: '', checked: '2021-01-04', lead: 'Mrs Okafor' },
    policyAdopted: '2021-01-01',
    policyReview: '2023-01-01',
  },
  staff: { count: 2, untrained: [], conductOpen: [] },
  toLeader: true,
  pupils: { optedOut: 0, difficulties: 0, unhelped: 0 },
  packs: [],
  ...change,
})
const standingsOf = (change: Partial<PolicyFacts> = {}) => policyStandings(facts(change))

describe('how the policy stands today', () => {
  it('says something of every clause', () => {
    const standings = standingsOf()
    expect(Object.keys(standings)).toEqual(policy.map(({ id }) => id))
    expect(Object.values(standings).filter(({ words }) => words === '')).toEqual([])
  })

  it('counts the lessons in which a clause’s check is done, and tells the reasons of the others', () => {
    const lessons = [
      lessonWith('Reading', {}),
      lessonWith('Science', {}),
      lessonWith('Maths', { 'second-adult': passedOver('Nobody is free') }),
    ]
    const standings = standingsOf({ lessons })
    expect(standings['staff.second-adult']).toEqual({
      tone: 'warn',
      words: '2 of 3 lessons today: done. 5C Maths: passed over, “Nobody is free”.',
    })
    expect(standings['staff.chat']).toEqual({ tone: 'good', words: '3 of 3 lessons today: done.' })
  })

  it('takes a clause with two checks as done only with both', () => {
    const lessons = [lessonWith('Maths', { 'nothing-overheard': null })]
    expect(standingsOf({ lessons })['staff.neutral-area']).toEqual({
      tone: 'open',
      words: '0 of 1 lesson today: done.',
    })
  })

  it('leaves a lesson out that was never held, and says so when there is no other', () => {
    const over = { endsAt: MORNING - 1 }
    const missed = lessonWith('Maths', 'untouched', over)
    expect(standingsOf({ lessons: [missed] })['staff.chat']).toEqual({
      tone: 'none',
      words: 'No lesson was held today.',
    })
    const held = lessonWith('Reading', {}, { ...over, state: 'ended' })
    expect(standingsOf({ lessons: [missed, held] })['staff.chat']?.words).toBe('1 of 1 lesson today: done.')
  })

  it('follows the clause of a check, whatever a leader has named it', () => {
    const [first] = testPreset.checkItems
    if (!first) throw new Error('no checks')
    const own = { ...first, id: 'our-own-check', clause: 'staff.chat', title: 'Our own' }
    const lesson = lessonWith('Maths', {}, { checks: standingOf([own], new Map([[own.id, done]])) })
    const standings = standingsOf({ lessons: [lesson] })
    expect(standings['staff.chat']?.tone).toBe('good')
    expect(standings['staff.mute']?.words).toBe('In place. Nothing is counted from day to day.')
  })

  it('adds the checks of the day up for who leads', () => {
    const lessons = [lessonWith('Maths', { chat: passedOver('No chat'), mute: null })]
    expect(standingsOf({ lessons })['head.safeguarding']).toEqual({
      tone: 'warn',
      words: '11 of 13 checks of today’s lessons done, 1 passed over.',
    })
  })

  it('names the staff without training or code of conduct, beside today’s checks', () => {
    const all = ['Ann', 'Bob', 'Cy', 'Dee', 'Eve']
    const standings = standingsOf({
      lessons: [lessonWith('Maths', {})],
      staff: { count: 5, untrained: all, conductOpen: ['Ann'] },
    })
    expect(standings['head.training']).toEqual({
      tone: 'warn',
      words: '1 of 1 lesson today: done. 5 of 5 staff, training not in date: Ann, Bob, Cy and 2 more.',
    })
    expect(standings['staff.conduct']?.words).toContain('1 of 5 staff, not acknowledged this term: Ann.')
    const told = standingsOf({ staff: { count: 5, untrained: all, conductOpen: [] }, toLeader: false })
    expect(told['head.training']?.words).toBe('5 of 5 staff, training not in date.')
    expect(standingsOf()['head.training']?.tone).toBe('good')
  })

  it('says which lessons are outside the timetable', () => {
    const outside = lessonWith('Maths', {}, { outsideTimetable: 'Moved' })
    expect(standingsOf({ lessons: [outside, lessonWith('Art', {})] })['head.timetable']).toEqual({
      tone: 'warn',
      words: '2 lessons today. Outside the timetable: 5C Maths.',
    })
    expect(standingsOf({ lessons: [lessonWith('Art', {})] })['head.timetable']?.tone).toBe('good')
  })

  it('tells what the live panel recorded once a lesson has begun', () => {
    const log = startLog(idOf(900), MORNING)
    const [aisha, ben] = [idOf(101), idOf(102)]
    log.act([aisha, ben].map((pupilId) => ({ kind: 'admitted', pupilId, value: {} })))
    expect(standingsOf()['pupil.punctual']?.words).toBe('No lesson has begun today.')
    log.act([{ kind: 'moved', value: { to: 'live' } }])
    log.act([{ kind: 'late', pupilId: ben, value: { minutes: 4 } }])
    log.act([{ kind: 'camera', pupilId: ben, value: { camera: 'off' } }])
    log.act([{ kind: 'contribution', pupilId: aisha, value: {} }])
    log.act([{ kind: 'camera', pupilId: aisha, value: { camera: 'off-by-agreement' } }])
    const standings = standingsOf({ lessons: [lessonWith('Maths', {}, { tally: tally(log.events) })] })
    expect(standings['pupil.punctual']).toEqual({ tone: 'none', words: '1 pupil late today.' })
    expect(standings['pupil.camera']?.words).toMatch(/^1 pupil with the camera off/)
    expect(standings['pupil.contribute']?.words).toMatch(/^1 pupil not noticed/)
  })

  it.each([
    [null, 0, 'open', 'none'],
    [{ approval: null, availableFrom: '2021-01-18' }, 3, 'warn', 'warn'],
    [{ approval: null, availableFrom: '2021-01-19' }, 0, 'open', 'good'],
    [{ approval: { staffId: idOf(1), at: 1 }, availableFrom: '2021-01-19' }, 0, 'open', 'good'],
    [{ approval: { staffId: idOf(1), at: 1 }, availableFrom: '2021-01-18' }, 1, 'good', 'warn'],
  ] as const)('a pack %o with %i without is %s, its receipt %s', (known, without, tone, receipt) => {
    const whole = { id: idOf(7), classId: idOf(50), week: '2021-01-18', contents: 'Booklet' }
    const pack = known && { ...whole, ...known }
    const standings = standingsOf({ packs: [{ className: '5C', pack, without }] })
    expect(standings['head.packs']?.tone).toBe(tone)
    expect(standings['head.pack-receipt']?.tone).toBe(receipt)
  })

  it.each([
    [0, 0, 'good'],
    [2, 0, 'open'],
    [2, 1, 'warn'],
  ] as const)('%i with trouble joining, %i of them not helped, is %s', (difficulties, unhelped, tone) => {
    const standings = standingsOf({ pupils: { optedOut: 0, difficulties, unhelped } })
    expect(standings['head.access']?.tone).toBe(tone)
    expect(standings['parent.difficulty']).toEqual(standings['head.access'])
  })

  it.each([
    ['', null, 'warn'],
    ['Guidance 2020', null, 'open'],
    ['Guidance 2020', '2021-01-04', 'good'],
  ] as const)('the safeguarding edition %o checked %o is %s', (edition, checked, tone) => {
    const school = { ...facts().school, safeguarding: { edition, checked, link: '', lead: '' } }
    expect(standingsOf({ school })['staff.safeguarding']?.tone).toBe(tone)
  })

  it('says plainly what is still to come', () => {
    expect(standingsOf()['head.quality']).toEqual({
      tone: 'planned',
      words: 'To come with visits to lessons.',
    })
  })
})

describe('the review of the policy (policy.review)', () => {
  const dates = { policyAdopted: '2021-01-01', policyReview: '2023-01-01' }

  it('is not past on the very day', () => {
    expect(reviewStanding(dates, '2023-01-01')).toEqual({
      isPast: false,
      adopted: 'Adopted 1 January 2021',
      words: 'To be reviewed by 1 January 2023',
    })
  })

  it('is past from the day after, and the clause says so', () => {
    expect(reviewStanding(dates, '2023-01-02')).toMatchObject({
      isPast: true,
      words: 'The review was due by 1 January 2023',
    })
    expect(standingsOf({ today: '2023-01-02' })['policy.review']?.tone).toBe('warn')
    expect(standingsOf()['policy.review']?.tone).toBe('good')
  })
})
