import { describe, expect, it } from 'vitest'
import {
  addDays,
  boundsOf,
  clockTime,
  dayAndMonth,
  fullDate,
  instantOf,
  minutes,
  relativeToNow,
  schoolDateOf,
  stopwatch,
  weekdayOf,
} from '../../shared/domain/times.ts'

const HOUR = minutes(60)

describe("the school's clock", () => {
  it('is an hour ahead of UTC in summer and level in winter', () => {
    expect(instantOf('2021-01-18', '09:30')).toBe(Date.UTC(2021, 0, 18, 9, 30))
    expect(instantOf('2021-06-14', '09:30')).toBe(Date.UTC(2021, 5, 14, 8, 30))
    expect(clockTime(Date.UTC(2021, 5, 14, 8, 30))).toBe('09:30')
  })

  it('has a day of 23 hours in March and one of 25 in October', () => {
    const length = (date: string) => boundsOf(date).until - boundsOf(date).from
    expect(length('2021-03-28')).toBe(23 * HOUR)
    expect(length('2021-10-31')).toBe(25 * HOUR)
    expect(length('2021-01-18')).toBe(24 * HOUR)
  })

  it('knows the school day of a late summer evening, which UTC still calls yesterday', () => {
    expect(schoolDateOf(Date.UTC(2021, 5, 14, 23, 30))).toBe('2021-06-15')
    expect(schoolDateOf(Date.UTC(2021, 0, 18, 23, 30))).toBe('2021-01-18')
  })

  it('moves a time that spring skips on by an hour', () => {
    expect(clockTime(instantOf('2021-03-28', '01:30'))).toBe('02:30')
  })

  it('adds days over months, years and leap days', () => {
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29')
    expect(addDays('2020-12-31', 1)).toBe('2021-01-01')
    expect(addDays('2021-03-01', -1)).toBe('2021-02-28')
    expect([weekdayOf('2021-01-18'), weekdayOf('2021-01-24')]).toEqual([1, 7])
  })

  it('is written the British way', () => {
    const at = instantOf('2021-01-18', '09:05')
    expect([dayAndMonth(at), fullDate(at), clockTime(at)]).toEqual([
      'Monday 18 January',
      '18 January 2021',
      '09:05',
    ])
  })
})

describe('how long', () => {
  it.each([
    [0, '00:00'],
    [-5000, '00:00'],
    [minutes(18) + 24_000, '18:24'],
    [HOUR + minutes(2) + 3000, '1:02:03'],
  ])('%i ms on a running clock', (elapsed, shown) => expect(stopwatch(elapsed)).toBe(shown))

  it.each([
    [minutes(8), 'in 8 minutes'],
    [minutes(1), 'in 1 minute'],
    [20_000, 'now'],
    [-minutes(5), '5 minutes ago'],
    [minutes(90), 'at 11:00'],
  ])('%i ms from 09:30', (away, words) => {
    const now = instantOf('2021-01-18', '09:30')
    expect(relativeToNow(now + away, now)).toBe(words)
  })
})
