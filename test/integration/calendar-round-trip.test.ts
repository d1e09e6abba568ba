import { describe, expect, it } from 'vitest'
import { writeCalendarIcs } from '../../electron/exchange/export/calendar-ics.ts'
import { readCalendarIcs } from '../../electron/exchange/import/calendar-ics.ts'
import { defaultCalendar, isHoliday, type SchoolCalendar } from '../../shared/domain/school-calendar.ts'
import {
  firstDateOf,
  occurrencesBetween,
  plannedDates,
  type TimetableEntry,
} from '../../shared/domain/timetable.ts'
import { addDays, weekdayOf } from '../../shared/domain/times.ts'
import {
  calendar2021,
  class4B,
  class5C,
  entryWith,
  leader,
  mrKhan,
  msReid,
  nameOf,
} from '../support/timetable-fixture.ts'

const write = (entries: readonly TimetableEntry[], calendar: SchoolCalendar) =>
  writeCalendarIcs({
    entries,
    calendar,
    nameOf,
    schoolName: 'Ashdown (invented)',
    exportedAt: Date.UTC(2021, 0, 18, 16),
  })

const readBack = async (bytes: Uint8Array, calendar: SchoolCalendar) => {
  const reading = await readCalendarIcs(bytes, {
    classes: [class5C, class4B].map((id) => ({ id, name: nameOf(id) })),
    staff: [msReid, mrKhan].map((id) => ({ id, name: nameOf(id) })),
    calendar,
    from: '2000-01-01',
  })
  if (!reading.understood) throw new Error(reading.refusal.message)
  expect(reading.warnings).toEqual([])
  return reading.lessons.map(({ entry, classId }) => ({ ...entry, classId }))
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('the file', () => {
  const entry = entryWith({
    when: { repeats: 'weekly', weekday: 1, from: '2021-03-15', until: '2021-11-08', everyWeeks: 1 },
    exceptions: [
      { date: '2021-03-22', change: { kind: 'cancelled' } },
      {
        date: '2021-03-29',
        change: { kind: 'moved', date: '2021-03-30', startsAt: '11:00', endsAt: '11:40', approval: null },
      },
    ],
  })

  it('keeps RFC 5545: line ends, octets a line, the zone, exceptions in the zone', () => {
    const text = textOf(
      write(
        [entryWith({ subject: 'ß😀'.repeat(15), learningIntention: 'x'.repeat(200) }), entry],
        defaultCalendar,
      ),
    )
    expect(text).toMatch(/[^\n]\r\nEND:VCALENDAR\r\n$/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    for (const line of [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/London',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      `UID:${entry.id}`,
      'DTSTAMP:20210118T160000Z',
      'DTSTART;TZID=Europe/London:20210315T093000',
      'DTEND;TZID=Europe/London:20210315T101000',
      'EXDATE;TZID=Europe/London:20210322T093000',
      'RECURRENCE-ID;TZID=Europe/London:20210329T093000',
      'DTSTART;TZID=Europe/London:20210330T110000',
    ]) {
      expect(text.split('\r\n')).toContain(line)
    }
    // The last lesson, in winter, ends before the rule does in UTC.
    expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20211108T235900Z')
  })

  it('leaves holidays out of the repeats, and writes nothing of an approval', () => {
    const approved = {
      ...entry,
      approval: { leaderId: leader, at: 1, reason: 'A family matter', recordedBy: msReid },
    }
    const text = textOf(write([approved], calendar2021))
    expect(text).toContain('EXDATE;TZID=Europe/London:20210405T093000')
    expect(text).not.toContain('family')
  })
})

describe('out and in again', () => {
  it('gives back what is held through both clock changes, in a year with holidays', async () => {
    const entries = [
      entryWith({
        when: { repeats: 'weekly', weekday: 1, from: '2021-03-15', until: '2021-11-08', everyWeeks: 1 },
      }),
      entryWith({
        when: { repeats: 'weekly', weekday: 5, from: '2021-03-26', until: null, everyWeeks: 2 },
        classId: class4B,
      }),
      entryWith({ when: { repeats: 'once', date: '2021-03-29' }, startsAt: '13:00', endsAt: '13:30' }),
    ]
    const back = await readBack(write(entries, calendar2021), calendar2021)
    expect(back).toEqual(entries)
    const held = (some: readonly TimetableEntry[]) =>
      occurrencesBetween(some, '2021-01-01', '2021-12-31', calendar2021).length
    expect(held(entries)).toBeGreaterThan(15)
    expect(held(back as TimetableEntry[])).toBe(held(entries))
  })

  it('gives back 500 random entries as they were', async () => {
    const { any } = createEntries(20210328)
    for (const calendar of [defaultCalendar, calendar2021]) {
      const entries = Array.from({ length: 250 }, () => any(calendar)).filter(isHeldAtAll(calendar))
      expect(entries.length).toBeGreaterThan(200)
      const back = await readBack(write(entries, calendar), calendar)
      expect(back).toEqual(entries)
    }
  })
})

/** A single lesson on a closed day is not held and not written. */
const isHeldAtAll = (calendar: SchoolCalendar) => (entry: TimetableEntry) =>
  entry.when.repeats === 'weekly' ||
  (!isHoliday(calendar, entry.when.date) && weekdayOf(entry.when.date) <= 5)

function createEntries(seed: number) {
  let state = seed
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor(state / 65536) % below
  }
  const pick = <T>(...all: T[]): T => all[random(all.length)] as T
  const two = (n: number) => String(n).padStart(2, '0')
  /** Monday to Friday: the others need an approval, which a calendar file does not carry. */
  const day = () => addDays('2021-01-04', random(51) * 7 + random(5))
  const text = (most: number) =>
    Array.from({ length: random(12) }, () =>
      pick('Maths', ',', ';', '\\', ':', '"', '—', 'é', '😀', '5C', '4B', 'שלום', '(x)', '\\n', '^n'),
    )
      .join(' ')
      .slice(0, most)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim()
  const any = (calendar: SchoolCalendar): TimetableEntry => {
    const from = day()
    const hour = 9 + random(5)
    const entry = entryWith({
      classId: pick(class5C, class4B),
      subject: text(60) || 'Maths',
      learningIntention: text(200),
      teacherId: pick(msReid, null),
      secondAdultId: pick(mrKhan, null),
      startsAt: `${two(hour)}:${two(random(60))}`,
      endsAt: `${two(hour + 1)}:${two(random(60))}`,
      when:
        random(3) === 0
          ? { repeats: 'once', date: from }
          : {
              repeats: 'weekly',
              weekday: weekdayOf(from),
              from,
              until: random(2) ? addDays(from, random(300)) : null,
              everyWeeks: 1 + random(4),
            },
    })
    const isOpen = (date: string) => !isHoliday(calendar, date) && weekdayOf(date) <= 5
    if (entry.when.repeats === 'once') return entry
    const planned = plannedDates(entry, firstDateOf(entry.when), addDays(from, 200)).filter(isOpen)
    const exceptions = planned
      .filter(() => random(4) === 0)
      .flatMap((date): TimetableEntry['exceptions'] => {
        if (random(2)) return [{ date, change: { kind: 'cancelled' } }]
        const to = addDays(date, random(5))
        return isOpen(to)
          ? [
              {
                date,
                change: { kind: 'moved', date: to, startsAt: '08:50', endsAt: '09:35', approval: null },
              },
            ]
          : []
      })
    return { ...entry, exceptions }
  }
  return { any }
}
