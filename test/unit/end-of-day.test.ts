import { describe, expect, it } from 'vitest'
import { dayStanding, type DayLesson, looseEndsOf, standingWords } from '../../shared/domain/end-of-day.ts'
import { idOf } from '../support/log-fixture.ts'

const lesson = (state: DayLesson['state'], change: Partial<DayLesson> = {}): DayLesson => ({
  id: idOf(1),
  classId: idOf(50),
  className: '5C',
  subject: 'Maths',
  learningIntention: 'Fractions',
  startsAt: 0,
  endsAt: 1,
  state,
  checksAnswered: 9,
  checksTotal: 9,
  secondAdultNamed: true,
  pupilCount: 30,
  incidentsToDescribe: 0,
  unreconciled: 0,
  wasExported: false,
  ...change,
})

describe('how a day stands', () => {
  it('is what is ready, made for e-mail, gone and kept back', () => {
    const lessons = [
      lesson('signed-off'),
      lesson('signed-off', { isMailed: true }),
      lesson('exported'),
      lesson('ended'),
      lesson('live'),
      lesson('admitting'),
      lesson('planned'),
    ]
    const standing = dayStanding(lessons)
    expect(standing).toEqual({ ready: 1, mailed: 1, exported: 1, keptBack: 3 })
    expect(standingWords(standing)).toBe(
      '1 lesson ready to export, 1 lesson made ready to e-mail, 1 lesson with the office, 3 lessons unfinished and kept back.',
    )
    expect(standingWords(dayStanding([lesson('planned')]))).toBe(
      'Nothing to export: no lesson is signed off.',
    )
  })
})

describe('what is unfinished', () => {
  const ends = (one: DayLesson) => looseEndsOf(one, 2).map(({ what }) => what)

  it('of a lesson that ended is its signature and its incidents', () => {
    expect(ends(lesson('ended', { incidentsToDescribe: 1 }))).toEqual(['unsigned', 'incident'])
    expect(ends(lesson('ended', { incidentsToDescribe: 1, unreconciled: 3 }))).toEqual([
      'unreconciled',
      'incident',
    ])
  })

  it('of one the office has is an incident nobody has described', () => {
    expect(ends(lesson('exported', { incidentsToDescribe: 1 }))).toEqual(['incident'])
    expect(ends(lesson('exported'))).toEqual([])
  })
})
