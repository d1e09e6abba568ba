import { describe, expect, it } from 'vitest'
import {
  defaultCalendar,
  isSchoolDay,
  isWithinSchoolDay,
  type SchoolCalendar,
  schoolCalendar,
  termOf,
  whyClosed,
} from '../../shared/domain/school-calendar.ts'
import { instantOf } from '../../shared/domain/times.ts'

const withTerms: SchoolCalendar = {
  ...defaultCalendar,
  terms: [
    { name: 'Spring term', from: '2021-01-04', until: '2021-03-26' },
    { name: 'Autumn term', from: '2020-09-02', until: '2020-12-18' },
  ],
  closures: [{ name: 'Half term', from: '2021-02-15', until: '2021-02-19' }],
}

describe('school days', () => {
  it('says why there is no school', () => {
    expect(whyClosed(withTerms, '2021-01-18')).toBeNull()
    expect(whyClosed(withTerms, '2021-02-15')).toBe(
      'The school is closed on Monday 15 February 2021: Half term.',
    )
    expect(whyClosed(withTerms, '2021-02-19')).toContain('Half term')
    expect(whyClosed(withTerms, '2021-02-22')).toBeNull()
    expect(whyClosed(withTerms, '2021-01-16')).toBe('Saturday 16 January 2021 is not a school day.')
    expect(whyClosed(withTerms, '2020-12-21')).toBe('Monday 21 December 2020 is not in term.')
  })

  it('takes every weekday until terms are told', () => {
    expect(isSchoolDay(defaultCalendar, '2021-08-02')).toBe(true)
    expect(isSchoolDay({ ...defaultCalendar, weekdays: [6] }, '2021-01-16')).toBe(true)
  })

  it('refuses days and periods that end before they begin', () => {
    expect(schoolCalendar.safeParse({ ...defaultCalendar, dayUntil: '08:45' }).success).toBe(false)
    const backwards = { name: 'INSET', from: '2021-01-05', until: '2021-01-04' }
    expect(schoolCalendar.safeParse({ ...defaultCalendar, closures: [backwards] }).success).toBe(false)
    expect(schoolCalendar.safeParse({ ...defaultCalendar, dayFrom: '8:45' }).success).toBe(false)
    expect(schoolCalendar.safeParse(withTerms).success).toBe(true)
  })
})

describe('terms', () => {
  it('knows the named term of a day, and counts a holiday to the term before', () => {
    expect(termOf(withTerms, '2020-09-02').name).toBe('Autumn term')
    expect(termOf(withTerms, '2020-12-25').name).toBe('Autumn term')
    expect(termOf(withTerms, '2021-01-04')).toEqual({ key: '2021-01-04', name: 'Spring term' })
  })

  it.each([
    ['2021-01-01', 'Spring term 2021'],
    ['2021-03-31', 'Spring term 2021'],
    ['2021-04-01', 'Summer term 2021'],
    ['2021-08-31', 'Summer term 2021'],
    ['2021-09-01', 'Autumn term 2021'],
    ['2021-12-31', 'Autumn term 2021'],
  ])('falls back to the months: %s is in the %s', (date, name) => {
    expect(termOf(defaultCalendar, date).name).toBe(name)
  })
})

describe('the school day', () => {
  const judge = (date: string, from: string, until: string) =>
    isWithinSchoolDay(withTerms, instantOf(date, from), instantOf(date, until))

  it('takes a lesson up to both edges', () => {
    expect(judge('2021-01-18', '08:45', '15:30')).toEqual({ ok: true })
  })

  it('refuses a minute outside with the hours in words', () => {
    expect(judge('2021-01-18', '08:44', '09:30')).toEqual({
      ok: false,
      reason: '08:44 to 09:30 is outside the school day, which is 08:45 to 15:30.',
    })
    expect(judge('2021-01-18', '15:00', '15:31').ok).toBe(false)
  })

  it('reads the clock on the wall on both sides of both clock changes', () => {
    for (const date of ['2021-03-26', '2021-03-29', '2021-10-29', '2021-11-01']) {
      const all = { ...defaultCalendar }
      expect(isWithinSchoolDay(all, instantOf(date, '08:45'), instantOf(date, '15:30')).ok).toBe(true)
      expect(isWithinSchoolDay(all, instantOf(date, '08:30'), instantOf(date, '09:00')).ok).toBe(false)
      expect(isWithinSchoolDay(all, instantOf(date, '15:00'), instantOf(date, '15:45')).ok).toBe(false)
    }
  })

  it('refuses a lesson that ends on another day', () => {
    const overnight = isWithinSchoolDay(
      withTerms,
      instantOf('2021-01-18', '15:00'),
      instantOf('2021-01-19', '09:00'),
    )
    expect(overnight).toEqual({
      ok: false,
      reason: '15:00 to 24:00 is outside the school day, which is 08:45 to 15:30.',
    })
  })
})
