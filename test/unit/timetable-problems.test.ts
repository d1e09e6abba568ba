import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../shared/domain/school-calendar.ts'
import { entryOfLesson, judgeEntry, judgeMove } from '../../shared/domain/timetable-problems.ts'
import { occurrencesBetween, type TimetableEntry } from '../../shared/domain/timetable.ts'
import { instantOf } from '../../shared/domain/times.ts'
import {
  approval,
  calendar2021,
  class4B,
  entryWith,
  leader,
  mrKhan,
  msReid,
  nameOf,
} from '../support/timetable-fixture.ts'

const judge = (entry: TimetableEntry, others: TimetableEntry[] = [], calendar = calendar2021) =>
  judgeEntry(entry, others, { calendar, nameOf }).map(({ message }) => message)

const every = (
  everyWeeks: number,
  from: string,
  until: string | null = null,
  weekday = 1,
): TimetableEntry['when'] => ({
  repeats: 'weekly',
  weekday,
  from,
  until,
  everyWeeks,
})
const once = (date: string): TimetableEntry['when'] => ({ repeats: 'once', date })

describe('the school day', () => {
  it('takes a lesson within it and refuses one outside with the reason', () => {
    expect(judge(entryWith())).toEqual([])
    expect(judge(entryWith({ startsAt: '15:00', endsAt: '15:40' }))).toEqual([
      '15:00 to 15:40 is outside the school day, which is 08:45 to 15:30.',
    ])
  })

  it('refuses a single lesson on a closed day, and a weekly one on no school day', () => {
    expect(judge(entryWith({ when: once('2021-02-16') }))).toEqual([
      'The school is closed on Tuesday 16 February 2021: Half term.',
    ])
    expect(judge(entryWith({ when: every(1, '2021-01-04', null, 6) }))).toEqual([
      'Saturday 9 January 2021 is not a school day.',
    ])
    // A weekly lesson simply rests in the holidays.
    expect(judge(entryWith({ when: every(1, '2021-02-08', '2021-02-22') }))).toEqual([])
    expect(judge(entryWith({ when: every(1, '2021-02-15', '2021-02-21') }))).toEqual([
      'It would never be held: all its days are closed or out of term.',
    ])
  })

  it('still says what stands against a lesson that a leader approved', () => {
    expect(judge(entryWith({ when: once('2021-02-16'), approval }))).toHaveLength(1)
  })
})

describe('clashes', () => {
  const maths = entryWith()

  it('names the other lesson of the class with its date and time', () => {
    expect(
      judge(entryWith({ when: once('2021-01-18'), startsAt: '10:00', endsAt: '10:30' }), [maths]),
    ).toEqual(['5C already has Maths on Monday 18 January 2021, 09:30 to 10:10.'])
    expect(
      judge(entryWith({ when: once('2021-01-18'), startsAt: '10:10', endsAt: '10:30' }), [maths]),
    ).toEqual([])
    expect(judge(entryWith({ when: once('2021-01-19') }), [maths])).toEqual([])
  })

  it('finds an adult in two places, as teacher or as second adult', () => {
    const with4B = entryWith({
      classId: class4B,
      subject: 'Reading',
      teacherId: mrKhan,
      secondAdultId: msReid,
    })
    expect(judge(with4B, [maths])).toEqual([
      'Ms J Reid is already in Maths with 5C on Monday 11 January 2021, 09:30 to 10:10. It happens again on later days.',
    ])
    expect(judge({ ...with4B, secondAdultId: null }, [maths])).toEqual([])
    const nobody = entryWith({ teacherId: null, classId: class4B })
    expect(judge(nobody, [entryWith({ teacherId: null })])).toEqual([])
  })

  it('never calls an entry a clash with itself', () => {
    expect(judge(maths, [maths])).toEqual([])
  })

  it('lets two fortnights alternate, and sees them meet', () => {
    const odd = entryWith({ when: every(2, '2021-01-11') })
    expect(judge(entryWith({ when: every(2, '2021-01-18') }), [odd])).toEqual([])
    expect(judge(entryWith({ when: every(2, '2021-02-08') }), [odd])[0]).toContain('Monday 8 February 2021')
  })

  it('finds where every third week meets every other, far after both began', () => {
    const second = entryWith({ when: every(2, '2022-01-03') })
    const third = entryWith({ when: every(3, '2022-01-10') })
    // 3 + 14 a = 10 + 21 b has its first answer on 31 January.
    expect(judge(third, [second], defaultCalendar)[0]).toContain('Monday 31 January 2022')
    expect(judge(second, [third], defaultCalendar)[0]).toContain('Monday 31 January 2022')
  })

  it('keeps ranges of dates apart', () => {
    const first = entryWith({ when: every(1, '2021-01-04', '2021-01-31') })
    expect(judge(entryWith({ when: every(1, '2021-02-01') }), [first])).toEqual([])
    expect(judge(entryWith({ when: every(1, '2021-01-25') }), [first])).toEqual([
      '5C already has Maths on Monday 25 January 2021, 09:30 to 10:10.',
    ])
  })

  it('does not see a meeting on a holiday or on a cancelled day', () => {
    const halfTerm = entryWith({ when: every(1, '2021-02-15', '2021-02-22') })
    const other = entryWith({
      when: every(1, '2021-02-09', '2021-02-21'),
      startsAt: '09:00',
      endsAt: '09:35',
    })
    expect(judge(halfTerm, [other], calendar2021)).toEqual([])
    expect(judge(halfTerm, [other], defaultCalendar)[0]).toContain('Monday 15 February 2021')
    const cancelled = {
      ...maths,
      exceptions: [{ date: '2021-01-18', change: { kind: 'cancelled' as const } }],
    }
    expect(judge(entryWith({ when: once('2021-01-18') }), [cancelled])).toEqual([])
  })

  it('sees a lesson that was moved, where it was moved to', () => {
    const to = {
      kind: 'moved' as const,
      date: '2021-01-19',
      startsAt: '13:00',
      endsAt: '13:40',
      approval: null,
    }
    const moved = { ...maths, exceptions: [{ date: '2021-01-18', change: to }] }
    const tuesday = entryWith({ when: once('2021-01-19'), startsAt: '13:30', endsAt: '14:00' })
    expect(judge(tuesday, [moved])).toEqual([
      '5C already has Maths on Tuesday 19 January 2021, 13:00 to 13:40.',
    ])
    expect(judge(moved, [tuesday])).toEqual([
      '5C already has Maths on Tuesday 19 January 2021, 13:30 to 14:00.',
    ])
    const agreed = { ...maths, exceptions: [{ date: '2021-01-18', change: { ...to, approval } }] }
    expect(judge(agreed, [tuesday])).toEqual([])
  })

  it('agrees with looking at every day for a year', () => {
    let state = 20210118
    const random = (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648
      return Math.floor(state / 65536) % below
    }
    const mondays = ['2021-01-11', '2021-01-18', '2021-02-01', '2021-02-15', '2021-03-29', '2021-04-19']
    const day = () => mondays[random(mondays.length)] ?? ''
    const any = (): TimetableEntry =>
      entryWith({
        when:
          random(3) === 0
            ? once(day())
            : every(1 + random(4), day(), random(2) ? `2021-0${4 + random(5)}-15` : null),
        startsAt: `09:${random(2) ? '00' : '30'}`,
        endsAt: `10:${random(2) ? '00' : '30'}`,
        exceptions: random(2)
          ? [{ date: day(), change: { kind: 'cancelled' } }]
          : [
              {
                date: day(),
                change: { kind: 'moved', date: day(), startsAt: '09:10', endsAt: '09:50', approval: null },
              },
            ],
        approval,
      })
    let clashes = 0
    for (let round = 0; round < 200; round += 1) {
      const [one, other] = [any(), any()]
      const held = (entry: TimetableEntry) =>
        occurrencesBetween([entry], '2021-01-01', '2021-12-31', calendar2021)
      const meet = held(one).some((a) =>
        held(other).some((b) => a.date === b.date && a.startsAt < b.endsAt && b.startsAt < a.endsAt),
      )
      const found = judgeEntry(one, [other], { calendar: calendar2021, nameOf }).some(
        ({ kind }) => kind === 'clash',
      )
      if (found !== meet) throw new Error(`found ${found}: ${JSON.stringify([one, other])}`)
      clashes += meet ? 1 : 0
    }
    expect(clashes).toBeGreaterThan(25)
    expect(clashes).toBeLessThan(150)
  })
})

describe('moving one day', () => {
  const maths = entryWith()
  const move = (date: string, startsAt = '09:30', endsAt = '10:10', others: TimetableEntry[] = []) =>
    judgeMove(
      maths,
      { date: '2021-01-18', change: { kind: 'moved', date, startsAt, endsAt, approval: null } },
      [maths, ...others],
      { calendar: calendar2021, nameOf },
    ).map(({ message }) => message)

  it('refuses a closed day, hours outside, another lesson, and its own next lesson', () => {
    expect(move('2021-01-19')).toEqual([])
    expect(move('2021-01-18', '09:45', '10:25')).toEqual([])
    expect(move('2021-01-23')).toEqual(['Saturday 23 January 2021 is not a school day.'])
    expect(move('2021-01-19', '16:00', '16:40')[0]).toContain('outside the school day')
    expect(move('2021-01-25')).toEqual(['5C already has Maths on Monday 25 January 2021, 09:30 to 10:10.'])
    const reading = entryWith({ when: once('2021-01-19'), subject: 'Reading' })
    expect(move('2021-01-19', '10:00', '10:40', [reading])).toEqual([
      '5C already has Reading on Tuesday 19 January 2021, 09:30 to 10:10.',
    ])
  })
})

describe('a lesson on the spot', () => {
  it('is judged by the clock on the wall, and past midnight it is outside', () => {
    const at = (date: string, clock: string) => instantOf(date, clock)
    const lesson = (from: number, until: number) =>
      entryOfLesson({ id: 'x', classId: class4B, subject: 'Art', startsAt: from, endsAt: until }, leader)
    expect(judge(lesson(at('2021-06-14', '09:30'), at('2021-06-14', '10:00')))).toEqual([])
    expect(judge(lesson(at('2021-06-14', '23:50'), at('2021-06-15', '00:10')))).toEqual([
      '23:50 to 24:00 is outside the school day, which is 08:45 to 15:30.',
    ])
  })
})
