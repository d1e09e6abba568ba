import ICAL from 'ical.js'
import type { FileWarning } from '../../../shared/domain/class-list.ts'
import type { SchoolDate } from '../../../shared/domain/times.ts'
import type { RawRule } from './calendar-rule.ts'
import { findZone, instantIn, type SchoolMoment, toSchool, utc, type Zone } from './calendar-zones.ts'

/** One VEVENT, its times read but its repeats not yet counted. */
export type CalendarEvent = {
  line: number
  uid: string
  title: string
  description: string
  organiser: string
  /** Class and subject as this app writes them, so that they come back the same; null in other programs' files. */
  own: { className: string; subject: string } | null
  isCancelled: boolean
  sequence: number
  /** Start by the clocks of `zone`. */
  start: SchoolMoment
  zone: Zone
  minutes: number
  rule: RawRule | null
  /** Days left out and added, by the school's calendar. */
  without: SchoolDate[]
  extra: SchoolMoment[]
  /** The repeat this event stands for, by the school's calendar; null for one that stands for itself. */
  replaces: SchoolDate | null
  replacesAllLater: boolean
}

export type EventReading = { event: CalendarEvent } | { warning: FileWarning }

type Raw = [name: string, params: Record<string, string>, type: string, ...values: unknown[]]
type ReadTime = { ok: true; moment: SchoolMoment; zone: Zone } | { ok: false; problem: string }

/** Reads one VEVENT's lines. `zoneTexts` are the file's own time zones by their names. Never throws. */
export function readEvent(text: string, line: number, zoneTexts: ReadonlyMap<string, string>): EventReading {
  let properties: Raw[]
  try {
    properties = (ICAL.parse(text) as unknown as [string, Raw[]])[1]
  } catch (error) {
    const message = `${nameRaw(text)} ${whatIsBroken(error)}. It is left out.`
    return { warning: { line, code: 'event-left-out', message } }
  }
  const read = new EventProperties(properties, zoneTexts)
  const title = read.text('summary') || 'Event without a title'
  const leaveOut = (problem: string): EventReading => ({
    warning: { line, code: 'event-left-out', message: `“${short(title)}” ${problem}. It is left out.` },
  })
  const startProperty = read.first('dtstart')
  if (!startProperty) return leaveOut('has no start')
  if (startProperty[2] === 'date') return leaveOut('is for whole days')
  const start = read.time(startProperty)
  if (!start.ok) return leaveOut(start.problem)
  const minutes = read.minutes(start)
  if (minutes === null) return leaveOut('has no end')
  const rules = read.all('rrule')
  if (rules.length > 1) return leaveOut('has two repeat rules')
  const replaces = read.first('recurrence-id')
  const replaced = replaces ? read.dates([replaces])[0] : null
  if (replaced === undefined) return leaveOut('stands for a repeat whose day is broken')
  const event: CalendarEvent = {
    line,
    uid: read.text('uid'),
    title: title.trim(),
    description: read.text('description'),
    organiser: read.first('organizer')?.[1]['cn'] ?? '',
    own: readOwn(read, title),
    isCancelled: /^cancelled$/i.test(read.text('status')),
    sequence: Number(read.first('sequence')?.[3] ?? 0),
    start: start.moment,
    zone: start.zone,
    minutes,
    rule: (rules[0]?.[3] as RawRule | undefined) ?? null,
    without: read.dates(read.all('exdate')),
    extra: read.moments(read.all('rdate')),
    replaces: replaced,
    replacesAllLater: replaces?.[1]['range'] !== undefined,
  }
  return { event }
}

/** What is in words wrong with an event that can't be read at all. Of the parser's words only their kind is used. */
const whatIsBroken = (error: unknown): string =>
  /frequency|BYDAY|integer|recur|BY[A-Z]+/i.test(String(error)) ? 'has a broken repeat rule' : 'can’t be read'

const nameRaw = (text: string): string => {
  const title = /^SUMMARY[^:\r\n]*:(.*)$/im.exec(text)?.[1]?.trim()
  return title ? `“${short(title)}”` : 'An event without a title'
}

const short = (title: string): string => (title.length > 80 ? `${title.slice(0, 79)}…` : title)

/** Class and subject apart, as long as nobody has changed the title in another program since. */
function readOwn(read: EventProperties, title: string): CalendarEvent['own'] {
  const className = read.text('x-session-companion-class')
  const subject = read.text('x-session-companion-subject')
  return className !== '' && title === `${className} ${subject}` ? { className, subject } : null
}

class EventProperties {
  private readonly properties: readonly Raw[]
  private readonly zoneTexts: ReadonlyMap<string, string>

  constructor(properties: readonly Raw[], zoneTexts: ReadonlyMap<string, string>) {
    this.properties = properties
    this.zoneTexts = zoneTexts
  }

  all(name: string): Raw[] {
    return this.properties.filter((one) => one[0] === name)
  }

  first(name: string): Raw | undefined {
    return this.properties.find((one) => one[0] === name)
  }

  text(name: string): string {
    const value = this.first(name)?.[3]
    return typeof value === 'string' ? value : ''
  }

  time(property: Raw, value: unknown = property[3]): ReadTime {
    const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(Z?)$/.exec(String(value))
    const [, date = '', clock = '', isUtc] = found ?? []
    if (!isDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) {
      return { ok: false, problem: 'has a broken date or time' }
    }
    const tzid = property[1]['tzid']
    if (isUtc) return { ok: true, moment: { date, clock }, zone: utc }
    const zone = tzid === undefined ? ({ kind: 'school' } as const) : findZone(tzid, this.zoneTexts.get(tzid))
    return zone
      ? { ok: true, moment: { date, clock }, zone }
      : { ok: false, problem: `is in a time zone this app does not know (${tzid})` }
  }

  /** How long it lasts, from its end or its duration; null when the file does not say. */
  minutes(start: { moment: SchoolMoment; zone: Zone }): number | null {
    const begins = instantIn(start.zone, start.moment.date, start.moment.clock)
    const end = this.first('dtend')
    if (end) {
      const read = this.time(end)
      return read.ok ? (instantIn(read.zone, read.moment.date, read.moment.clock) - begins) / 60_000 : null
    }
    const found = /^\+?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?$/.exec(this.text('duration'))
    if (!found) return null
    const [, days = 0, hours = 0, minutes = 0] = found
    return Number(days) * 1440 + Number(hours) * 60 + Number(minutes)
  }

  /** Dates of the school's calendar; what is broken is no day of any rule and left out. */
  dates(properties: readonly Raw[]): SchoolDate[] {
    return properties.flatMap((property) =>
      property.slice(3).flatMap((value) => {
        if (property[2] === 'date') return isDate(String(value)) ? [String(value)] : []
        return this.moment(property, value).map(({ date }) => date)
      }),
    )
  }

  moments(properties: readonly Raw[]): SchoolMoment[] {
    return properties.flatMap((property) =>
      property.slice(3).flatMap((value) => this.moment(property, value)),
    )
  }

  private moment(property: Raw, value: unknown): SchoolMoment[] {
    const read = this.time(property, value)
    return read.ok ? [toSchool(read.zone, read.moment.date, read.moment.clock)] : []
  }
}

const isDate = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
