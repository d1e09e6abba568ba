import { weekOf } from '../packs.ts'
import { isSchoolDay, type SchoolCalendar } from '../school-calendar.ts'
import { isPlannedOn, type TimetableEntry } from '../timetable.ts'
import { addDays, instantOf, type SchoolDate, weekdayOf } from '../times.ts'
import type { ExampleClass } from './people.ts'
import { inventId, type Random } from './random.ts'
import { periods, type Slot, slotsOf } from './timetable.ts'

type Cast = {
  teacherId: string
  leaderId: string
  otherTeacherIds: readonly string[]
  colleagueIds: readonly string[]
  ownClass: ExampleClass
  otherClasses: readonly ExampleClass[]
}

type Group = Pick<TimetableEntry, 'classId' | 'teacherId' | 'secondAdultId'>
type Lesson = Pick<TimetableEntry, 'startsAt' | 'endsAt' | 'subject'> & {
  weekday: number
  everyWeeks?: number
}

/** The live lessons of the other classes, a list a class, in the order the classes come. */
const lessonsOfOthers: readonly (readonly Lesson[])[] = [
  [
    { weekday: 1, startsAt: '10:00', endsAt: '10:30', subject: 'Phonics' },
    { weekday: 3, startsAt: '10:00', endsAt: '10:30', subject: 'Phonics' },
    { weekday: 5, startsAt: '13:15', endsAt: '13:45', subject: 'Music', everyWeeks: 2 },
  ],
  [
    { weekday: 1, startsAt: '09:45', endsAt: '10:25', subject: 'Maths' },
    { weekday: 2, startsAt: '11:15', endsAt: '11:45', subject: 'Reading' },
    { weekday: 4, startsAt: '09:45', endsAt: '10:25', subject: 'Maths' },
  ],
  [
    { weekday: 2, startsAt: '13:45', endsAt: '14:25', subject: 'History' },
    { weekday: 4, startsAt: '13:45', endsAt: '14:25', subject: 'Science' },
  ],
]

/**
 * The shared timetable of the term `today` is in. A day whose week does not hold today's three lessons as they are has
 * them for once, in place of those of its week; at a weekend a leader has agreed to that.
 */
export function inventTimetable(
  today: SchoolDate,
  calendar: SchoolCalendar,
  cast: Cast,
  ids: Random,
): TimetableEntry[] {
  const term = calendar.terms.find(({ from, until }) => from <= today && today <= until)
  const span = { from: term?.from ?? today, until: term?.until ?? null }
  const weekly = (group: Group, lessons: readonly Lesson[]) =>
    lessons.map((one) => weeklyEntry(inventId(ids), group, one, span))
  const [usual = null, ...others] = cast.colleagueIds
  const own = { classId: cast.ownClass.id, teacherId: cast.teacherId, secondAdultId: usual }
  const planned = weekly(own, ownLessons())
  const extra = slotsOf(today).filter((slot) => !planned.some((entry) => isSame(entry, slot)))
  const approval = isSchoolDay(calendar, today) ? null : agreedFor(today, cast)
  const teachers = [...cast.otherTeacherIds, cast.leaderId]
  return [
    ...planned.map((entry) => withExceptions(entry, today, extra)),
    ...extra.map((slot) => ({ ...onceEntry(inventId(ids), own, slot), approval })),
    ...cast.otherClasses.flatMap(({ id: classId }, place) =>
      weekly(
        { classId, teacherId: teachers[place] ?? cast.leaderId, secondAdultId: others[place] ?? null },
        lessonsOfOthers[place] ?? [],
      ),
    ),
  ]
}

const ownLessons = (): Lesson[] =>
  periods.flatMap(({ from, until, subjects }) =>
    Object.entries(subjects).map(([weekday, subject]) => ({
      weekday: Number(weekday),
      startsAt: from,
      endsAt: until,
      subject,
    })),
  )

const isSame = (entry: TimetableEntry, { date, from, subject }: Slot): boolean =>
  isPlannedOn(entry, date) && entry.startsAt === from && entry.subject === subject

/** What is taught each week is planned week by week, so an entry of the week says none. */
const weeklyEntry = (
  id: string,
  group: Group,
  { weekday, everyWeeks = 1, ...times }: Lesson,
  span: { from: SchoolDate; until: SchoolDate | null },
): TimetableEntry => ({
  id,
  ...group,
  ...times,
  // From its first day: a calendar that is read back begins with it too.
  when: {
    repeats: 'weekly',
    weekday,
    everyWeeks,
    from: addDays(span.from, (weekday - weekdayOf(span.from) + 7) % 7),
    until: span.until,
  },
  learningIntention: '',
  exceptions: [],
  approval: null,
})

const onceEntry = (id: string, group: Group, slot: Slot): TimetableEntry => ({
  id,
  ...group,
  when: { repeats: 'once', date: slot.date },
  startsAt: slot.from,
  endsAt: slot.until,
  subject: slot.subject,
  learningIntention: slot.learningIntention,
  exceptions: [],
  approval: null,
})

const agreedFor = (today: SchoolDate, { leaderId, teacherId }: Cast): TimetableEntry['approval'] => ({
  leaderId,
  at: instantOf(addDays(weekOf(today), 3), '15:10'),
  reason: 'Catch-up day, agreed with parents',
  recordedBy: teacherId,
})

/** Gives way to a lesson of today only; and Thursday's Writing of next week is held on the Friday. */
function withExceptions(entry: TimetableEntry, today: SchoolDate, extra: readonly Slot[]): TimetableEntry {
  const thursday = addDays(weekOf(today), 10)
  const friday = addDays(thursday, 1)
  const givesWay = isPlannedOn(entry, today) && extra.some(({ from }) => from === entry.startsAt)
  const isMoved = isPlannedOn(entry, thursday) && entry.subject === 'Writing'
  return {
    ...entry,
    exceptions: [
      ...(givesWay ? [{ date: today, change: { kind: 'cancelled' as const } }] : []),
      ...(isMoved ? [{ date: thursday, change: { ...movedTo, date: friday } }] : []),
    ],
  }
}

const movedTo = { kind: 'moved', startsAt: '14:20', endsAt: '14:50', approval: null } as const
