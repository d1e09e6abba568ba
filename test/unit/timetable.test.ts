import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../shared/domain/school-calendar.ts'
import {
  instantsOf,
  occurrencesBetween,
  occurrencesOn,
  type TimetableEntry,
  timetableEntry,
  whyImpossible,
} from '../../shared/domain/timetable.ts'
import { approval, calendar2021, entryWith, msReid } from '../support/timetable-fixture.ts'

const datesOf = (entry: TimetableEntry, from: string, until: string, calendar = defaultCalendar) =>
  occurrencesBetween([entry], from, until, calendar).map(({ date }) => date)

const weekly = (rule: object): TimetableEntry['when'] => ({
  repeats: 'weekly',
  weekday: 1,
  from: '2021-01-01',
  until: null,
  everyWeeks: 1,
  ...rule,
})

describe('when lessons are held', () => {
  it('holds a weekly lesson on its weekday between its first and last day', () => {
    const entry = entryWith({ when: weekly({ until: '2021-01-24' }) })
    expect(datesOf(entry, '2020-12-20', '2021-02-28')).toEqual(['2021-01-04', '2021-01-11', '2021-01-18'])
    expect(timetableEntry.safeParse(entry).success).toBe(true)
  })

  it('counts fortnights from the first day, over the turn of the year and a clock change', () => {
    const entry = entryWith({ when: weekly({ from: '2020-12-21', everyWeeks: 2 }) })
    expect(datesOf(entry, '2020-12-21', '2021-02-01')).toEqual([
      '2020-12-21',
      '2021-01-04',
      '2021-01-18',
      '2021-02-01',
    ])
    const spring = entryWith({ when: weekly({ from: '2021-03-22', everyWeeks: 2 }) })
    expect(datesOf(spring, '2021-03-01', '2021-04-30')).toEqual(['2021-03-22', '2021-04-05', '2021-04-19'])
    const autumn = entryWith({ when: weekly({ from: '2021-10-25', everyWeeks: 2 }) })
    expect(datesOf(autumn, '2021-10-01', '2021-11-30')).toEqual(['2021-10-25', '2021-11-08', '2021-11-22'])
  })

  it('leaves out holidays without losing count of the fortnights', () => {
    const entry = entryWith({ when: weekly({ from: '2021-02-01', everyWeeks: 2 }) })
    expect(datesOf(entry, '2021-02-01', '2021-03-20', calendar2021)).toEqual([
      '2021-02-01',
      '2021-03-01',
      '2021-03-15',
    ])
    const saturdays = entryWith({ when: weekly({ weekday: 6 }), approval })
    expect(datesOf(saturdays, '2021-02-10', '2021-03-01', calendar2021)).toEqual([
      '2021-02-13',
      '2021-02-20',
      '2021-02-27',
    ])
    expect(datesOf({ ...saturdays, approval: null }, '2021-02-10', '2021-03-01', calendar2021)).toEqual([])
  })

  it('holds a single lesson on a closed day only with an approval', () => {
    const entry = entryWith({ when: { repeats: 'once', date: '2021-02-16' } })
    expect(datesOf(entry, '2021-02-01', '2021-02-28', calendar2021)).toEqual([])
    expect(datesOf({ ...entry, approval }, '2021-02-01', '2021-02-28', calendar2021)).toEqual(['2021-02-16'])
  })

  it('cancels and moves single days', () => {
    const entry = entryWith({
      exceptions: [
        { date: '2021-01-11', change: { kind: 'cancelled' } },
        {
          date: '2021-01-18',
          change: { kind: 'moved', date: '2021-01-19', startsAt: '13:00', endsAt: '13:40', approval: null },
        },
        // Not a day of the rule: says nothing.
        {
          date: '2021-01-20',
          change: { kind: 'moved', date: '2021-01-21', startsAt: '13:00', endsAt: '13:40', approval: null },
        },
      ],
    })
    const lessons = occurrencesBetween([entry], '2021-01-04', '2021-01-25', defaultCalendar)
    expect(lessons.map(({ plannedDate, date, startsAt }) => `${plannedDate} ${date} ${startsAt}`)).toEqual([
      '2021-01-04 2021-01-04 09:30',
      '2021-01-18 2021-01-19 13:00',
      '2021-01-25 2021-01-25 09:30',
    ])
  })

  it('puts a day in the order lessons begin', () => {
    const late = entryWith({ startsAt: '13:00', endsAt: '13:40' })
    const early = entryWith({ startsAt: '09:00', endsAt: '09:40' })
    expect(occurrencesOn([late, early], '2021-01-18', defaultCalendar).map(({ entry }) => entry)).toEqual([
      early,
      late,
    ])
  })
})

describe('the clock on the wall', () => {
  const utcOf = (date: string, startsAt: string, endsAt: string) => {
    const entry = entryWith({ when: { repeats: 'once', date }, startsAt, endsAt, approval })
    const [lesson] = occurrencesOn([entry], date, defaultCalendar)
    if (!lesson) throw new Error('not held')
    const { startsAt: from, endsAt: until } = instantsOf(lesson)
    return [new Date(from).toISOString(), new Date(until).toISOString()]
  }

  it('keeps lessons at the same clock time through 28 March and 31 October 2021', () => {
    expect(utcOf('2021-03-26', '09:30', '10:10')[0]).toBe('2021-03-26T09:30:00.000Z')
    expect(utcOf('2021-03-29', '09:30', '10:10')[0]).toBe('2021-03-29T08:30:00.000Z')
    expect(utcOf('2021-10-29', '09:30', '10:10')[0]).toBe('2021-10-29T08:30:00.000Z')
    expect(utcOf('2021-11-01', '09:30', '10:10')[0]).toBe('2021-11-01T09:30:00.000Z')
  })

  it('moves a time that spring skips forward an hour', () => {
    expect(utcOf('2021-03-28', '00:45', '01:30')).toEqual([
      '2021-03-28T00:45:00.000Z',
      '2021-03-28T01:30:00.000Z',
    ])
    expect(utcOf('2021-03-28', '02:30', '03:00')[0]).toBe('2021-03-28T01:30:00.000Z')
  })

  it('takes the first of the hour that autumn repeats', () => {
    expect(utcOf('2021-10-31', '00:30', '01:30')).toEqual([
      '2021-10-30T23:30:00.000Z',
      '2021-10-31T00:30:00.000Z',
    ])
    expect(utcOf('2021-10-31', '01:30', '02:30')).toEqual([
      '2021-10-31T00:30:00.000Z',
      '2021-10-31T02:30:00.000Z',
    ])
  })
})

describe('what can not be meant', () => {
  it('says so in words', () => {
    expect(whyImpossible(entryWith())).toBeNull()
    expect(whyImpossible(entryWith({ endsAt: '09:30' }))).toBe(
      'The lesson ends at 09:30, before it begins at 09:30.',
    )
    expect(whyImpossible(entryWith({ when: weekly({ until: '2021-01-03' }) }))).toContain(
      'before the first lesson',
    )
    expect(whyImpossible(entryWith({ secondAdultId: msReid }))).toContain('The second adult is the teacher')
  })
})
