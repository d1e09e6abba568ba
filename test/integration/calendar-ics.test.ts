import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCalendarIcs } from '../../electron/exchange/import/calendar-ics.ts'
import type { CalendarReading } from '../../shared/domain/timetable-import.ts'
import { occurrencesBetween, type TimetableEntry } from '../../shared/domain/timetable.ts'
import { calendar2021, class4B, class5C, msReid, mrKhan } from '../support/timetable-fixture.ts'

const folder = path.join(import.meta.dirname, '../fixtures/calendars')
const around = {
  classes: [
    { id: class5C, name: '5C' },
    { id: class4B, name: '4B' },
  ],
  staff: [
    { id: msReid, name: 'Ms J Reid' },
    { id: mrKhan, name: 'Mr A Khan' },
  ],
  calendar: calendar2021,
  from: '2021-01-01',
}

const readBytes = async (bytes: Uint8Array, given = {}) =>
  understood(await readCalendarIcs(bytes, { ...around, ...given }))
const readFixture = (name: string, given = {}) => readBytes(readFileSync(path.join(folder, name)), given)
const refuse = async (text: string | Uint8Array) => {
  const reading = await readCalendarIcs(typeof text === 'string' ? Buffer.from(text) : text, around)
  if (reading.understood) throw new Error(`understood as ${reading.lessons.length} lessons`)
  return reading.refusal
}

function understood(reading: CalendarReading) {
  if (!reading.understood) throw new Error(`refused: ${reading.refusal.message}`)
  const entries = reading.lessons.map(({ entry, classId }): TimetableEntry => ({
    ...entry,
    classId: classId ?? '00000000-0000-4000-8000-000000000000',
  }))
  const held = (from: string, until: string) =>
    occurrencesBetween(entries, from, until, calendar2021).map(
      ({ entry, date, startsAt, endsAt }) => `${date} ${startsAt}-${endsAt} ${entry.subject}`,
    )
  const warnings = reading.warnings.map(({ line, message }) => `${line ?? 'file'}: ${message}`)
  return { lessons: reading.lessons, entries, held, warnings }
}

describe('calendars of other programs', () => {
  it('reads a repeating event with a day left out, one moved and one cancelled', async () => {
    const { held, entries, warnings } = await readFixture('google-weekly.ics')
    expect(warnings).toEqual([])
    expect(entries).toHaveLength(2)
    expect(held('2021-03-01', '2021-04-30')).toEqual([
      '2021-03-01 09:30-10:10 Maths',
      '2021-03-03 09:30-10:10 Maths',
      '2021-03-08 09:30-10:10 Maths',
      '2021-03-10 09:30-10:10 Maths',
      '2021-03-16 11:00-11:40 Maths',
      '2021-03-17 09:30-10:10 Maths',
      '2021-03-24 09:30-10:10 Maths',
      '2021-03-29 09:30-10:10 Maths',
      '2021-03-31 09:30-10:10 Maths',
      '2021-04-19 09:30-10:10 Maths',
      '2021-04-21 09:30-10:10 Maths',
      '2021-04-26 09:30-10:10 Maths',
      '2021-04-28 09:30-10:10 Maths',
    ])
    expect(entries[0]).toMatchObject({
      classId: class5C,
      learningIntention: 'Fractions of amounts',
      teacherId: msReid,
      secondAdultId: mrKhan,
    })
  })

  it('knows Windows names of time zones, fortnights by count, and durations', async () => {
    const { held, warnings } = await readFixture('outlook-windows-zone.ics')
    expect(warnings).toEqual([])
    expect(held('2021-03-01', '2021-06-01')).toEqual([
      '2021-03-22 11:00-11:30 Reading',
      '2021-03-30 13:30-14:10 History',
      '2021-04-19 11:00-11:30 Reading',
    ])
  })

  it('keeps UTC at UTC and other places at the school’s clock through both changes of the year', async () => {
    const { held, lessons, warnings } = await readFixture('utc-through-both-clock-changes.ics')
    const mondays = held('2021-03-22', '2021-11-08')
    expect(mondays[0]).toBe('2021-03-22 09:30-10:10 Science')
    expect(mondays).toContain('2021-03-29 10:30-11:10 Science')
    expect(mondays).toContain('2021-06-21 13:00-13:30 Art')
    expect(mondays).toContain('2021-03-29 10:00-10:40 German')
    const science = lessons
      .filter(({ entry }) => entry.subject === 'Science')
      .map(({ entry }) => [entry.when, entry.startsAt])
    expect(science).toEqual([
      [expect.objectContaining({ from: '2021-03-22', until: '2021-03-22' }), '09:30'],
      [expect.objectContaining({ from: '2021-03-29', until: '2021-10-25' }), '10:30'],
      [expect.objectContaining({ from: '2021-11-01', until: '2021-11-08' }), '09:30'],
    ])
    const german = lessons.filter(({ entry }) => entry.subject === 'German')
    expect(german).toHaveLength(1)
    expect(german[0]?.entry.when).toMatchObject({ until: null })
    expect(warnings).toEqual([])
  })

  it('reads floating times as the school’s, folded lines, bare line feeds and escaped text', async () => {
    const { entries, warnings } = await readFixture('floating-and-folded.ics')
    expect(entries[0]).toMatchObject({
      startsAt: '09:30',
      subject: 'Reading, writing; and a title that goes on for longer than o',
      teacherId: msReid,
      learningIntention: 'Use commas, then semicolons; well',
    })
    expect(warnings).toEqual([expect.stringContaining('has a long title')])
  })

  it('reads Windows-1252', async () => {
    expect((await readFixture('windows-1252.ics')).entries[0]?.subject).toBe('Français – leçon n°1')
  })

  it('guesses class and subject from the title, and asks where it can’t', async () => {
    const { lessons } = await readFixture('titles.ics')
    expect(lessons.map(({ classId, entry }) => [classId, entry.subject])).toEqual([
      [class5C, 'Maths'],
      [class5C, 'Maths'],
      [class4B, 'Guided reading'],
      [null, 'Staff meeting'],
      [null, '5C and 4B assembly'],
      [class5C, 'maths'],
    ])
  })

  it('gives the same ids when it is read again', async () => {
    const ids = async () => (await readFixture('google-weekly.ics')).entries.map(({ id }) => id)
    expect(await ids()).toEqual(await ids())
    expect(new Set(await ids()).size).toBe(2)
  })

  it('leaves out what is over', async () => {
    const { entries, warnings } = await readFixture('google-weekly.ics', { from: '2021-05-01' })
    expect(entries).toEqual([])
    expect(warnings).toEqual(['file: 2 lessons that are over already are left out.'])
  })
})

describe('what is left out, by name and line', () => {
  it('whole days, nights, ends before beginnings, no end, tasks', async () => {
    const { held, warnings } = await readFixture('all-day-and-overnight.ics')
    expect(held('2021-01-01', '2021-12-31')).toEqual(['2021-03-10 10:00-10:40 Maths'])
    expect(warnings).toEqual([
      'file: 1 task or note left out.',
      '4: “Half term” is for whole days. It is left out.',
      '10: “5C Stargazing” goes past midnight. It is left out.',
      '16: “5C Backwards” ends before it begins. It is left out.',
      '22: “5C No end” has no end. It is left out.',
    ])
  })

  it('broken rules and dates, without losing the good event after them', async () => {
    const { held, warnings } = await readFixture('broken-rules.ics')
    expect(held('2021-01-01', '2021-12-31')).toEqual(['2021-01-19 09:30-10:10 Maths'])
    expect(warnings).toEqual([
      '4: “5C Broken frequency” has a broken repeat rule. It is left out.',
      '11: “5C Broken day” has a broken repeat rule. It is left out.',
      '18: “5C Broken last day” has a repeat rule with a broken last day. It is left out.',
      '25: “5C Broken shape” has a broken repeat rule. It is left out.',
      '32: “5C Broken count” has a broken repeat rule. It is left out.',
      '39: “5C Monthly” repeats by the rule “monthly”, and the timetable keeps daily and weekly lessons only. It is left out.',
      '46: “5C Secondly” repeats by the rule “secondly”, and the timetable keeps daily and weekly lessons only. It is left out.',
      '53: “5C Numbered day” repeats by a rule the timetable can’t keep (BYDAY with a number). It is left out.',
      '60: “5C Set position” repeats by a rule the timetable can’t keep (BYSETPOS). It is left out.',
      '67: “5C Broken date” has a broken date or time. It is left out.',
      '73: “5C No start” has no start. It is left out.',
      '77: “5C Line without sense” can’t be read. It is left out.',
    ])
  })

  it('times of an unknown zone; a program’s own name for London is known by its rules', async () => {
    const { held, warnings } = await readFixture('unknown-zone.ics')
    expect(held('2021-06-01', '2021-06-30')).toEqual([
      '2021-06-21 09:30-10:10 Maths',
      '2021-06-22 09:30-10:10 Reading',
    ])
    expect(warnings).toEqual([
      '25: “5C Lion and wardrobe” is in a time zone this app does not know (Narnia/Cair_Paravel). It is left out.',
    ])
  })

  it('earlier versions, cancelled events; a changed repeat without its event stands for itself', async () => {
    const { held, warnings } = await readFixture('twice-and-orphan.ics')
    expect(held('2021-01-01', '2021-12-31')).toEqual([
      '2021-01-18 10:00-10:40 Maths',
      '2021-01-19 10:00-10:40 Reading',
    ])
    expect(warnings).toEqual([
      '11: “5C Maths” is in the file twice; the later version is read.',
      '25: “5C History” is cancelled. It is left out.',
    ])
  })

  it('the end of a file that was cut off', async () => {
    const { entries, warnings } = await readFixture('cut-off.ics')
    expect(entries).toHaveLength(1)
    expect(warnings[0]).toContain('The file stops in the middle')
  })
})

describe('too much', () => {
  it('refuses 10,000 repeats and a lifetime of school days, naming the event', async () => {
    const refusal = await refuse(readFileSync(path.join(folder, 'ten-thousand-repeats.ics')))
    expect(refusal).toMatchObject({ code: 'no-lessons' })
    expect(refusal.message).toContain('“5C Maths for ever” repeats more than 1,000 times')
    expect(refusal.message).toContain('“5C Maths for a lifetime” repeats more than 1,000 times')
    expect(refusal.message).toContain('Nothing was changed.')
  })

  it('takes 1,000 repeats and not one more', async () => {
    const event = (count: number) =>
      `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20210118T093000\r\nDTEND:20210118T101000\r\nRRULE:FREQ=DAILY;COUNT=${count}\r\nSUMMARY:5C Maths\r\nEND:VEVENT\r\nEND:VCALENDAR`
    const { entries } = await readBytes(Buffer.from(event(1_000)))
    expect(entries[0]?.when).toMatchObject({ until: '2023-10-14' })
    expect(await refuse(event(1_001))).toMatchObject({ code: 'no-lessons' })
  })

  it('keeps weekly rules without end as such, and daily ones on school days', async () => {
    const { lessons, held, warnings } = await readFixture('repeats-without-end.ics')
    expect(lessons.filter(({ entry }) => entry.subject === 'Phonics')).toHaveLength(5)
    expect(lessons.slice(0, 2).map(({ entry }) => entry.when)).toEqual([
      { repeats: 'weekly', weekday: 1, from: '2021-01-18', until: null, everyWeeks: 1 },
      { repeats: 'weekly', weekday: 2, from: '2021-01-19', until: null, everyWeeks: 1 },
    ])
    expect(held('2021-01-18', '2021-01-24').filter((one) => one.endsWith('Singing'))).toEqual([
      '2021-01-18 14:00-14:20 Singing',
      '2021-01-20 14:00-14:20 Singing',
      '2021-01-22 14:00-14:20 Singing',
    ])
    expect(warnings).toEqual([
      '18: “4B Phonics” repeats every day; days of the week without school are left out.',
      '25: “4B Clubs” repeats without end in steps the timetable can’t keep; it keeps every 1 to 4 weeks. It is left out.',
    ])
  })

  it('refuses what is no calendar, has no events, or more than a timetable holds', async () => {
    expect(await refuse('Forename,Surname\r\nAisha,Khan')).toMatchObject({ code: 'not-a-calendar' })
    expect(await refuse(Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2]))).toMatchObject({
      code: 'not-a-calendar',
    })
    expect(await refuse('')).toMatchObject({ code: 'not-a-calendar' })
    expect(await refuse(readFileSync(path.join(folder, 'no-events.ics')))).toMatchObject({
      code: 'no-lessons',
    })
    expect(await refuse(Buffer.alloc(11 * 1024 * 1024, 65))).toMatchObject({ code: 'too-large' })
    expect(await refuse(manyEvents(3_000))).toMatchObject({ code: 'too-many-lessons' })
    expect(await refuse(manyEvents(20_001))).toMatchObject({ code: 'too-many-events' })
    // A line that never ends, and events that never close.
    expect(await refuse(`BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(50_000)}`)).toMatchObject({
      code: 'no-lessons',
    })
    const long = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20210118T093000\r\nDTEND:20210118T101000\r\nSUMMARY:5C Maths${'x'.repeat(5_000_000)}\r\nEND:VEVENT\r\nEND:VCALENDAR`
    expect((await readBytes(Buffer.from(long))).entries).toHaveLength(1)
  })

  it('gives other work its turn while it reads 10,000 events', async () => {
    let turns = 0
    let isDone = false
    const count = () => {
      turns += 1
      if (!isDone) setImmediate(count)
    }
    setImmediate(count)
    await refuse(manyEvents(10_000))
    isDone = true
    expect(turns).toBeGreaterThan(3)
  })
})

function manyEvents(count: number): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0']
  for (let index = 0; index < count; index += 1) {
    const day = String(1 + (index % 28)).padStart(2, '0')
    lines.push('BEGIN:VEVENT', `UID:${index}@invented`, `DTSTART;TZID=Europe/London:202103${day}T093000`)
    lines.push(`DTEND;TZID=Europe/London:202103${day}T101000`, `SUMMARY:5C Maths ${index}`, 'END:VEVENT')
  }
  return [...lines, 'END:VCALENDAR', ''].join('\r\n')
}
