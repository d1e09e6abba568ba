import ICAL from 'ical.js'
import type { SchoolCalendar } from '../../../shared/domain/school-calendar.ts'
import {
  exceptionOn,
  firstDateOf,
  type Occurrence,
  occurrencesOfEntry,
  plannedDates,
  type TimetableEntry,
} from '../../../shared/domain/timetable.ts'
import { labels } from '../import/calendar-people.ts'
import { instantOf, SCHOOL_ZONE, type SchoolDate } from '../../../shared/domain/times.ts'

export type CalendarExport = {
  entries: readonly TimetableEntry[]
  calendar: SchoolCalendar
  /** Names of classes and staff by id. */
  nameOf: (id: string) => string
  schoolName: string
  /** UTC ms. */
  exportedAt: number
}

/** RFC 5545, 3.1: no line over 75 octets. The library counts without the space that begins a folded line. */
const LONGEST_LINE = 74

/**
 * The timetable as an iCalendar file (RFC 5545): a repeating event for each entry, with the school's clocks through both
 * changes of the year. Days on which nothing is held (cancelled, holidays) are left out of the repeats. Only classes,
 * subjects and staff are named; never a pupil.
 */
export function writeCalendarIcs({
  entries,
  calendar,
  nameOf,
  schoolName,
  exportedAt,
}: CalendarExport): Uint8Array {
  const root = new ICAL.Component('vcalendar')
  root.addPropertyWithValue('prodid', '-//Session Companion//Timetable//EN')
  root.addPropertyWithValue('version', '2.0')
  root.addPropertyWithValue('calscale', 'GREGORIAN')
  root.addPropertyWithValue('x-wr-calname', `${plain(schoolName)} timetable`)
  root.addPropertyWithValue('x-wr-timezone', SCHOOL_ZONE)
  root.addSubcomponent(londonZone())
  const stamp = utcTime(exportedAt)
  for (const entry of entries) {
    for (const event of eventsOf(entry, calendar, nameOf, stamp)) root.addSubcomponent(event)
  }
  ICAL.foldLength = LONGEST_LINE
  return new TextEncoder().encode(`${root.toString()}\r\n`)
}

/** The rules of London's clocks since 1996, as every calendar program understands them. */
function londonZone(): ICAL.Component {
  const zone = new ICAL.Component('vtimezone')
  zone.addPropertyWithValue('tzid', SCHOOL_ZONE)
  const changes = [
    { kind: 'daylight', start: '1996-03-31T01:00:00', from: '+00:00', to: '+01:00', name: 'BST', month: 3 },
    { kind: 'standard', start: '1996-10-27T02:00:00', from: '+01:00', to: '+00:00', name: 'GMT', month: 10 },
  ]
  for (const { kind, start, from, to, name, month } of changes) {
    const change = new ICAL.Component(kind)
    change.addPropertyWithValue('tzname', name)
    change.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(from))
    change.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(to))
    change.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(start))
    change.addPropertyWithValue('rrule', ICAL.Recur.fromString(`FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`))
    zone.addSubcomponent(change)
  }
  return zone
}

function eventsOf(
  entry: TimetableEntry,
  calendar: SchoolCalendar,
  nameOf: CalendarExport['nameOf'],
  stamp: ICAL.Time,
): ICAL.Component[] {
  const first = firstDateOf(entry.when)
  const planned = plannedDates(entry, first, lastTold(entry, calendar))
  const held = new Map(
    [...new Set([...planned, ...movedTo(entry)])]
      .flatMap((date) => occurrencesOfEntry(entry, date, calendar))
      .map((lesson) => [lesson.plannedDate, lesson]),
  )
  if (entry.when.repeats === 'once') {
    const lesson = held.get(first)
    return lesson ? [eventOf(entry, lesson, nameOf, stamp)] : []
  }
  const { startsAt, endsAt } = entry
  const main = eventOf(entry, { date: first, startsAt, endsAt }, nameOf, stamp)
  main.addPropertyWithValue('rrule', ICAL.Recur.fromString(ruleOf(entry.when)))
  const changed: ICAL.Component[] = []
  for (const date of planned) {
    const lesson = held.get(date)
    if (!lesson) addTime(main, 'exdate', date, startsAt)
    else if (exceptionOn(entry, date)) {
      const moved = eventOf(entry, lesson, nameOf, stamp)
      addTime(moved, 'recurrence-id', date, startsAt)
      changed.push(moved)
    }
  }
  return [main, ...changed]
}

const movedTo = ({ exceptions }: TimetableEntry): SchoolDate[] =>
  exceptions.flatMap(({ change }) => (change.kind === 'moved' ? [change.date] : []))

/** The last day that differs from what the rule alone says: later ones need no word. */
const lastTold = ({ when, exceptions }: TimetableEntry, { terms, closures }: SchoolCalendar): SchoolDate =>
  [
    firstDateOf(when),
    ...exceptions.map(({ date }) => date),
    ...[...terms, ...closures].map(({ until }) => until),
  ]
    .toSorted()
    .at(-1) ?? firstDateOf(when)

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function ruleOf({
  weekday,
  until,
  everyWeeks,
}: Extract<TimetableEntry['when'], { repeats: 'weekly' }>): string {
  const parts = ['FREQ=WEEKLY', `INTERVAL=${everyWeeks}`, `BYDAY=${DAYS[weekday - 1]}`]
  if (until !== null) parts.push(`UNTIL=${utcTime(instantOf(until, '23:59')).toICALString()}`)
  return parts.join(';')
}

function eventOf(
  entry: TimetableEntry,
  { date, startsAt, endsAt }: Pick<Occurrence, 'date' | 'startsAt' | 'endsAt'>,
  nameOf: CalendarExport['nameOf'],
  stamp: ICAL.Time,
): ICAL.Component {
  const event = new ICAL.Component('vevent')
  const className = plain(nameOf(entry.classId))
  const subject = plain(entry.subject)
  event.addPropertyWithValue('uid', entry.id)
  event.addPropertyWithValue('dtstamp', stamp)
  addTime(event, 'dtstart', date, startsAt)
  addTime(event, 'dtend', date, endsAt)
  event.addPropertyWithValue('summary', `${className} ${subject}`)
  const description = [
    [labels.learningIntention, entry.learningIntention],
    [labels.teacher, entry.teacherId ? nameOf(entry.teacherId) : ''],
    [labels.secondAdult, entry.secondAdultId ? nameOf(entry.secondAdultId) : ''],
  ].flatMap(([label, value]) => (value ? [`${label}: ${plain(value)}`] : []))
  if (description.length > 0) event.addPropertyWithValue('description', description.join('\n'))
  addText(event, 'x-session-companion-class', className)
  addText(event, 'x-session-companion-subject', subject)
  return event
}

/** One line without control characters, which no calendar file may hold (RFC 5545, 3.1). */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

function addText(component: ICAL.Component, name: string, value: string): void {
  const property = new ICAL.Property([name, {}, 'text', value])
  component.addProperty(property)
}

function addTime(component: ICAL.Component, name: string, date: SchoolDate, clock: string): void {
  component.addProperty(new ICAL.Property([name, { tzid: SCHOOL_ZONE }, 'date-time', `${date}T${clock}:00`]))
}

const utcTime = (at: number): ICAL.Time =>
  ICAL.Time.fromDateTimeString(`${new Date(at).toISOString().slice(0, 19)}Z`)
