import { defaultCalendar, type SchoolCalendar } from '../../shared/domain/school-calendar.ts'
import type { TimetableEntry } from '../../shared/domain/timetable.ts'

/** Invented people and classes. */
export const class5C = '11111111-1111-4111-8111-11111111115c'
export const class4B = '11111111-1111-4111-8111-11111111114b'
export const msReid = '22222222-2222-4222-8222-222222222201'
export const mrKhan = '22222222-2222-4222-8222-222222222202'
export const leader = '22222222-2222-4222-8222-222222222209'

const names: Record<string, string> = {
  [class5C]: '5C',
  [class4B]: '4B',
  [msReid]: 'Ms J Reid',
  [mrKhan]: 'Mr A Khan',
}
export const nameOf = (id: string): string => names[id] ?? '?'

export const calendar2021: SchoolCalendar = {
  ...defaultCalendar,
  terms: [
    { name: 'Spring term', from: '2021-01-04', until: '2021-03-31' },
    { name: 'Summer term', from: '2021-04-19', until: '2021-07-21' },
  ],
  closures: [
    { name: 'Half term', from: '2021-02-15', until: '2021-02-19' },
    { name: 'INSET day', from: '2021-01-04', until: '2021-01-04' },
  ],
}

export const approval = { leaderId: leader, at: 1, reason: 'Agreed with parents', recordedBy: msReid }

let count = 0

/** Maths for 5C with Ms Reid on Mondays at 09:30, with what is given instead. */
export const entryWith = (given: Partial<TimetableEntry> = {}): TimetableEntry => {
  count += 1
  return {
    id: `33333333-3333-4333-8333-${String(count).padStart(12, '0')}`,
    classId: class5C,
    when: { repeats: 'weekly', weekday: 1, from: '2021-01-01', until: null, everyWeeks: 1 },
    startsAt: '09:30',
    endsAt: '10:10',
    subject: 'Maths',
    learningIntention: 'Fractions of amounts',
    teacherId: msReid,
    secondAdultId: null,
    exceptions: [],
    approval: null,
    ...given,
  }
}
