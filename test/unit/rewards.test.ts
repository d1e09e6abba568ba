import { describe, expect, it } from 'vitest'
import { certificatesEarned, levelAt, levelsBetween, nextLevel } from '../../shared/domain/rewards.ts'
import { defaultCalendar, termHolding } from '../../shared/domain/school-calendar.ts'

const bronze = { id: 'bronze', name: 'Bronze', points: 25 }
const silver = { id: 'silver', name: 'Silver', points: 50 }
const levels = [bronze, silver]

describe('reward levels', () => {
  it.each([
    [24, 25, [bronze]],
    [25, 26, []],
    [24, 24, []],
    [24, 60, [bronze, silver]],
    [26, 24, []],
    [0, 24, []],
  ])('from %i to %i points reaches what lies between', (before, after, reached) => {
    expect(levelsBetween(levels, before, after)).toEqual(reached)
  })

  it('say where a pupil stands and what comes next', () => {
    expect([0, 24, 25, 49, 50, 900].map((points) => levelAt(levels, points)?.id ?? null)).toEqual([
      null,
      null,
      'bronze',
      'bronze',
      'silver',
      'silver',
    ])
    expect([0, 25, 50].map((points) => nextLevel(levels, points)?.id ?? null)).toEqual([
      'bronze',
      'silver',
      null,
    ])
  })

  it('give a certificate for each level a lesson took a pupil to', () => {
    const pupils = [
      { pupilId: 'a', before: 20, inLesson: 5 },
      { pupilId: 'b', before: 25, inLesson: 5 },
      { pupilId: 'c', before: 24, inLesson: 30 },
      { pupilId: 'd', before: 26, inLesson: -3 },
    ]
    expect(certificatesEarned(levels, pupils)).toEqual([
      { pupilId: 'a', level: bronze, points: 25 },
      { pupilId: 'c', level: bronze, points: 54 },
      { pupilId: 'c', level: silver, points: 54 },
    ])
  })
})

describe('the term points add up over', () => {
  const calendar = {
    ...defaultCalendar,
    terms: [{ name: 'Spring term', from: '2021-01-04', until: '2021-03-31' }],
  }
  it.each([
    ['2021-01-04', 'Spring term', '2021-01-04'],
    ['2021-03-31', 'Spring term', '2021-01-04'],
    ['2021-04-01', 'School year 2020/21', '2020-09-01'],
    ['2020-12-31', 'School year 2020/21', '2020-09-01'],
    ['2021-08-31', 'School year 2020/21', '2020-09-01'],
    ['2021-09-01', 'School year 2021/22', '2021-09-01'],
    ['1999-09-01', 'School year 1999/00', '1999-09-01'],
  ])('on %s is %s, from %s', (date, name, from) => {
    expect(termHolding(calendar, date)).toMatchObject({ name, from })
  })
})
