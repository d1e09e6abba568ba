import { addDays, daysBetween, type SchoolDate, weekdayOf } from '../../../shared/domain/times.ts'
import { momentIn, type SchoolMoment, type Zone } from './calendar-zones.ts'

/** A repeat rule as the parser gives it (RFC 5545, 3.3.10): names in small letters, dates in ISO form. */
export type RawRule = {
  freq?: string
  interval?: number
  count?: number
  until?: string
  byday?: string | string[]
  wkst?: number
} & Record<string, unknown>

/** The days of a rule by its own zone's calendar; weekly as far as it is regular, else one by one. */
export type RuleDays =
  | {
      ok: true
      weekly: { first: SchoolDate; until: SchoolDate | null; everyWeeks: number }[]
      single: SchoolDate[]
    }
  | { ok: false; problem: string }

/** More repeats than this of one event are no timetable. Three years of school days fit. */
export const MOST_REPEATS = 1_000
/** Days that follow no weekly rule become lessons of their own, up to so many. */
const MOST_SINGLE_DAYS = 60
/** From here on `UNTIL` means "without end", as some programs write it. */
const FAR_AWAY = '2099-01-01'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const understoodParts = new Set(['freq', 'interval', 'count', 'until', 'byday', 'wkst'])

const problem = (text: string): RuleDays => ({ ok: false, problem: text })
const tooMany = problem(
  `repeats more than ${MOST_REPEATS.toLocaleString('en-GB')} times, more than a timetable can hold`,
)

/** The days an event repeats on, counted from its start; bounded, whatever the rule says. */
export function readRule(rule: RawRule, start: SchoolMoment, zone: Zone): RuleDays {
  const { freq, interval = 1, count } = rule
  if (freq === undefined) return problem('has a broken repeat rule')
  if (freq !== 'WEEKLY' && freq !== 'DAILY') {
    return problem(
      `repeats by the rule “${freq.toLowerCase()}”, and the timetable keeps daily and weekly lessons only`,
    )
  }
  const strange = Object.keys(rule).find((part) => !understoodParts.has(part))
  if (strange !== undefined)
    return problem(`repeats by a rule the timetable can’t keep (${strange.toUpperCase()})`)
  const weekdays = [rule.byday ?? []].flat().map((day) => DAYS.indexOf(day) + 1)
  if (weekdays.includes(0)) return problem('repeats by a rule the timetable can’t keep (BYDAY with a number)')
  if (count !== undefined && !(count >= 1)) return problem('has a broken repeat rule')
  if (count !== undefined && count > MOST_REPEATS) return tooMany
  const until = readUntil(rule.until, start, zone)
  if (until === undefined) return problem('has a repeat rule with a broken last day')
  const span = { start: start.date, interval, count, until }
  return freq === 'DAILY' ? daily(span, weekdays) : weekly(span, weekdays, rule.wkst)
}

type Span = { start: SchoolDate; interval: number; count: number | undefined; until: SchoolDate | null }

/** The last day a repeat may be on; null without end, undefined when it is broken. */
function readUntil(
  until: string | undefined,
  start: SchoolMoment,
  zone: Zone,
): SchoolDate | null | undefined {
  if (until === undefined) return null
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ?)?$/.test(until) || Number.isNaN(Date.parse(until.slice(0, 10)))) {
    return undefined
  }
  if (until >= FAR_AWAY) return null
  const clock = until.slice(11, 16)
  if (clock === '') return until
  const last = until.endsWith('Z') ? momentIn(zone, Date.parse(until)) : { date: until.slice(0, 10), clock }
  // The last day counts only if the lesson begins on it before the rule has ended.
  return last.clock >= start.clock ? last.date : addDays(last.date, -1)
}

function daily(span: Span, weekdays: readonly number[]): RuleDays {
  if (span.interval === 1)
    return weekly(span, weekdays.length > 0 ? weekdays : [1, 2, 3, 4, 5, 6, 7], undefined)
  if (span.interval % 7 === 0 && weekdays.length === 0) {
    return weekly({ ...span, interval: span.interval / 7 }, [weekdayOf(span.start)], undefined)
  }
  return oneByOne(span, (index) => [addDays(span.start, index * span.interval)], weekdays)
}

function weekly(span: Span, told: readonly number[], wkst = 2): RuleDays {
  const weekdays = told.length > 0 ? told : [weekdayOf(span.start)]
  // The parser counts weekdays from Sunday as 1.
  const weekBegins = ((wkst + 5) % 7) + 1
  const intoWeek = (weekday: number) => (weekday - weekBegins + 7) % 7
  const week = addDays(span.start, -intoWeek(weekdayOf(span.start)))
  const offsets = weekdays.map(intoWeek).toSorted((a, b) => a - b)
  const daysOfTurn = (index: number) =>
    offsets.map((offset) => addDays(week, index * 7 * span.interval + offset))
  if (span.interval > 4) return oneByOne(span, daysOfTurn, [])
  const last = lastDay(span, daysOfTurn)
  if (last === 'too-many') return tooMany
  const firsts = offsets.map((offset) => {
    const first = addDays(week, offset)
    return first < span.start ? addDays(first, 7 * span.interval) : first
  })
  const held = firsts.filter((first) => last === null || first <= last).toSorted()
  return {
    ok: true,
    weekly: held.map((first) => ({ first, until: last, everyWeeks: span.interval })),
    single: [],
  }
}

/** The day of the last repeat, or as told; null without end. Counts no further than `MOST_REPEATS`. */
function lastDay({ start, interval, count, until }: Span, daysOfTurn: (index: number) => SchoolDate[]) {
  if (count === undefined) {
    if (until === null) return null
    const perTurn = daysOfTurn(0).length
    return (daysBetween(start, until) / (7 * interval)) * perTurn > MOST_REPEATS ? 'too-many' : until
  }
  let left = count
  for (let turn = 0; turn <= MOST_REPEATS; turn += 1) {
    for (const date of daysOfTurn(turn)) {
      if (date < start) continue
      left -= 1
      if (left === 0) return until !== null && until < date ? until : date
    }
  }
  return 'too-many'
}

function oneByOne(
  span: Span,
  daysOfTurn: (index: number) => SchoolDate[],
  weekdays: readonly number[],
): RuleDays {
  const { start, count, until } = span
  if (count === undefined && until === null) {
    return problem('repeats without end in steps the timetable can’t keep; it keeps every 1 to 4 weeks')
  }
  const single: SchoolDate[] = []
  for (let turn = 0; turn <= MOST_REPEATS; turn += 1) {
    for (const date of daysOfTurn(turn)) {
      if (date < start || (weekdays.length > 0 && !weekdays.includes(weekdayOf(date)))) continue
      const isOver = (until !== null && date > until) || (count !== undefined && single.length >= count)
      if (isOver) return { ok: true, weekly: [], single }
      if (single.length >= MOST_SINGLE_DAYS) {
        return problem(`repeats more than ${MOST_SINGLE_DAYS} times in steps the timetable can’t keep`)
      }
      single.push(date)
    }
  }
  return { ok: true, weekly: [], single }
}
