import type { TimetableEntry, TimetableException } from '../../../shared/domain/timetable.ts'
import { isPlannedOn } from '../../../shared/domain/timetable.ts'
import { isHoliday, type SchoolCalendar } from '../../../shared/domain/school-calendar.ts'
import { addDays, weekdayOf } from '../../../shared/domain/times.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { readRule, type RuleDays } from './calendar-rule.ts'
import { type SchoolMoment, toSchool, type Zone } from './calendar-zones.ts'

/** When lessons are held: what of an entry its times say. */
export type Slot = Pick<TimetableEntry, 'when' | 'startsAt' | 'endsAt' | 'exceptions'>
export type SlotsReading = { ok: true; slots: Slot[]; notes: string[] } | { ok: false; problem: string }

/** How far a rule without end is followed where its clock time at school changes. */
const DAYS_WITHOUT_END = 730

/** The times of an event by the school's clocks, with the days it is not held as its rule says. */
export function readSlots(
  event: CalendarEvent,
  overrides: readonly CalendarEvent[],
  calendar: SchoolCalendar,
): SlotsReading {
  if (event.minutes <= 0) return { ok: false, problem: 'ends before it begins' }
  const notes: string[] = []
  const days: RuleDays = event.rule
    ? readRule(event.rule, event.start, event.zone)
    : { ok: true, weekly: [], single: [event.start.date] }
  if (!days.ok) return days
  const kept =
    event.rule?.freq === 'DAILY' && !event.rule.byday
      ? onSchoolDays(days.weekly, calendar, notes)
      : days.weekly
  const starts = [
    ...kept.flatMap((rule) => weeklyStarts(rule, event, notes)),
    ...days.single.map((date) => single(toSchool(event.zone, date, event.start.clock))),
    ...event.extra.map(single),
  ]
  if (starts.length === 0) return { ok: false, problem: 'repeats on no day' }
  const slots: Slot[] = []
  for (const { when, clock } of starts) {
    const endsAt = addMinutes(clock, event.minutes)
    if (endsAt === null) return { ok: false, problem: 'goes past midnight' }
    const slot: Slot = { when, startsAt: clock, endsAt, exceptions: [] }
    slots.push({ ...slot, exceptions: exceptionsOf(slot, event, overrides, calendar, notes) })
  }
  return { ok: true, slots, notes }
}

type WeeklyDays = Extract<RuleDays, { ok: true }>['weekly']
type Start = { when: TimetableEntry['when']; clock: string }

const single = ({ date, clock }: SchoolMoment): Start => ({ when: { repeats: 'once', date }, clock })

function onSchoolDays(weekly: WeeklyDays, { weekdays }: SchoolCalendar, notes: string[]): WeeklyDays {
  const kept = weekly.filter(({ first }) => weekdays.includes(weekdayOf(first)))
  if (kept.length < weekly.length)
    notes.push('repeats every day; days of the week without school are left out')
  return kept
}

/**
 * A rule by the school's own clocks is kept as it is. One by other clocks, such as UTC, moves on the wall when only one
 * of the two changes between summer and winter: it becomes a lesson for each stretch at one time.
 */
function weeklyStarts(rule: WeeklyDays[number], event: CalendarEvent, notes: string[]): Start[] {
  const { first, until, everyWeeks } = rule
  const { clock } = event.start
  if (event.zone.kind === 'school') {
    return [{ when: { repeats: 'weekly', weekday: weekdayOf(first), from: first, until, everyWeeks }, clock }]
  }
  const last = until ?? addDays(first, DAYS_WITHOUT_END)
  const stretches = stretchesOf(event.zone, clock, first, last, everyWeeks)
  const [only] = stretches
  if (until === null && stretches.length === 1 && only) {
    return [startOf(only, everyWeeks, null)]
  }
  if (until === null) notes.push('repeats without end by other clocks; two years of it are read')
  return stretches.map((stretch) => startOf(stretch, everyWeeks, stretch.until))
}

type Stretch = SchoolMoment & { until: string }

function stretchesOf(zone: Zone, clock: string, first: string, last: string, everyWeeks: number): Stretch[] {
  const stretches: Stretch[] = []
  for (let date = first; date <= last; date = addDays(date, 7 * everyWeeks)) {
    const moment = toSchool(zone, date, clock)
    const present = stretches.at(-1)
    const goesOn = present?.clock === moment.clock && weekdayOf(present.date) === weekdayOf(moment.date)
    if (goesOn) present.until = moment.date
    else stretches.push({ ...moment, until: moment.date })
  }
  return stretches
}

const startOf = ({ date, clock }: Stretch, everyWeeks: number, until: string | null): Start => ({
  when: { repeats: 'weekly', weekday: weekdayOf(date), from: date, until, everyWeeks },
  clock,
})

/** Null when it is past midnight. */
export function addMinutes(clock: string, minutes: number): string | null {
  const [hours = 0, start = 0] = clock.split(':').map(Number)
  const end = hours * 60 + start + minutes
  if (end >= 1440) return null
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

function exceptionsOf(
  slot: Slot,
  event: CalendarEvent,
  overrides: readonly CalendarEvent[],
  calendar: SchoolCalendar,
  notes: string[],
): TimetableException[] {
  const found = new Map<string, TimetableException>()
  const isPlanned = (date: string) => isPlannedOn(slot as TimetableEntry, date)
  for (const date of event.without.filter(isPlanned)) {
    // A day of the holidays needs no exception: nothing is held then.
    if (!isHoliday(calendar, date)) found.set(date, { date, change: { kind: 'cancelled' } })
  }
  for (const override of overrides) {
    const date = override.replaces
    if (date === null || !isPlanned(date)) continue
    const change = changeOf(slot, date, override, notes)
    if (change) found.set(date, { date, change })
  }
  return [...found.values()].toSorted((a, b) => a.date.localeCompare(b.date))
}

function changeOf(
  slot: Slot,
  planned: string,
  override: CalendarEvent,
  notes: string[],
): TimetableException['change'] | null {
  if (override.isCancelled) return { kind: 'cancelled' }
  const to = toSchool(override.zone, override.start.date, override.start.clock)
  const endsAt = override.minutes > 0 ? addMinutes(to.clock, override.minutes) : null
  if (endsAt === null) {
    notes.push(`is moved on ${planned} to a time that is no lesson; that day is cancelled`)
    return { kind: 'cancelled' }
  }
  const isSame = to.date === planned && to.clock === slot.startsAt && endsAt === slot.endsAt
  return isSame ? null : { kind: 'moved', date: to.date, startsAt: to.clock, endsAt, approval: null }
}
