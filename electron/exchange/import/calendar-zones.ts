import { TZDate } from '@date-fns/tz'
import {
  clockTime,
  instantOf,
  SCHOOL_ZONE,
  type SchoolDate,
  schoolDateOf,
} from '../../../shared/domain/times.ts'

/** Where a time of a calendar file is told: by the school's clocks, another place's, or so far from UTC. */
export type Zone = { kind: 'school' } | { kind: 'place'; name: string } | { kind: 'offset'; minutes: number }

const school: Zone = { kind: 'school' }
export const utc: Zone = { kind: 'offset', minutes: 0 }

/** Names Windows and Outlook give (CLDR's windowsZones), as far as teachers of a British school will meet them. */
const WINDOWS_ZONES: Record<string, string> = {
  'gmt standard time': 'Europe/London',
  'gmt daylight time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'w. europe standard time': 'Europe/Berlin',
  'romance standard time': 'Europe/Paris',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  'e. europe standard time': 'Europe/Chisinau',
  'fle standard time': 'Europe/Kiev',
  'gtb standard time': 'Europe/Bucharest',
  'turkey standard time': 'Europe/Istanbul',
  'eastern standard time': 'America/New_York',
  'central standard time': 'America/Chicago',
  'pacific standard time': 'America/Los_Angeles',
  'india standard time': 'Asia/Calcutta',
  'pakistan standard time': 'Asia/Karachi',
  'bangladesh standard time': 'Asia/Dhaka',
}

const sameAsLondon = new Set([
  'gb',
  'gb-eire',
  'europe/belfast',
  'europe/london',
  'europe/jersey',
  'europe/guernsey',
  'europe/isle_of_man',
])

/**
 * The zone a TZID means: a place's name, also behind a program's own prefix, a Windows name, or else what the file's
 * own VTIMEZONE text says. Null when none of them tells.
 */
export function findZone(tzid: string, definition: string | undefined): Zone | null {
  const plain = tzid.trim().replace(/^"|"$/g, '')
  const lower = plain.toLowerCase()
  if (/^(utc|z|etc\/utc|coordinated universal time)$/.test(lower)) return utc
  if (lower.includes('dublin, edinburgh, lisbon, london')) return school
  const windows = WINDOWS_ZONES[lower]
  const place = windows ?? /(?:^|\/)([a-z_]+\/[a-z_]+(?:\/[a-z_]+)?)$/i.exec(plain)?.[1] ?? plain
  if (sameAsLondon.has(place.toLowerCase())) return school
  if (isPlace(place)) return { kind: 'place', name: place }
  return definition === undefined ? null : readDefinition(definition)
}

function isPlace(name: string): boolean {
  try {
    // eslint-disable-next-line no-new -- asking is the only way to know
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return name.includes('/')
  } catch {
    return false
  }
}

/** A program's own name for London is known by its rules; a zone that never changes, by its one offset. */
function readDefinition(definition: string): Zone | null {
  const location = /^X-LIC-LOCATION:(.+)$/im.exec(definition)?.[1]?.trim()
  if (location !== undefined && isPlace(location)) return findZone(location, undefined)
  const offsets = [...definition.matchAll(/^TZOFFSETTO:\s*([+-])(\d\d)(\d\d)/gim)].map(
    ([, sign, hours, minutes]) => (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1),
  )
  const different = new Set(offsets)
  if (different.size === 1) return { kind: 'offset', minutes: offsets[0] ?? 0 }
  const isBritish =
    different.size === 2 &&
    different.has(0) &&
    different.has(60) &&
    /BYMONTH=3\b/i.test(definition) &&
    /BYMONTH=10\b/i.test(definition)
  return isBritish ? school : null
}

export type SchoolMoment = { date: SchoolDate; clock: string }

/** What the school's clocks show when those of a zone show `clock` on `date`. */
export function toSchool(zone: Zone, date: SchoolDate, clock: string): SchoolMoment {
  if (zone.kind === 'school') return { date, clock }
  const at = instantIn(zone, date, clock)
  return { date: schoolDateOf(at), clock: clockTime(at) }
}

/** UTC ms of a clock time of a zone. */
export function instantIn(zone: Zone, date: SchoolDate, clock: string): number {
  if (zone.kind === 'school') return instantOf(date, clock)
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return zone.kind === 'offset'
    ? Date.UTC(year, month - 1, day, hour, minute) - zone.minutes * 60_000
    : new TZDate(year, month - 1, day, hour, minute, zone.name).getTime()
}

/** What the clocks of a zone show at an instant, UTC ms. */
export function momentIn(zone: Zone, at: number): SchoolMoment {
  if (zone.kind === 'offset') {
    const iso = new Date(at + zone.minutes * 60_000).toISOString()
    return { date: iso.slice(0, 10), clock: iso.slice(11, 16) }
  }
  const local = new TZDate(at, zone.kind === 'school' ? SCHOOL_ZONE : zone.name)
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    date: `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`,
    clock: `${two(local.getHours())}:${two(local.getMinutes())}`,
  }
}
