import { DAY_MS, minutes } from './times.ts'
import type { ReportInterval, ReportPerson } from './meeting-report.ts'

/** One row of a report, with what its reader made of it. Times are the file's own clock, counted in ms as if it were UTC. */
export type ReportRow = {
  /** Line of the file, from 1. */
  line: number
  /** The name as it is shown, outer space and marks split off. */
  name: string
  originalName?: string | undefined
  email?: string | undefined
  guest?: boolean | undefined
  host?: boolean | undefined
  /** Null where the file has no times at all. */
  from: number | null
  /** Null where the report does not say when this stretch ended. */
  to: number | null
  /** The file's own total, minutes; used only where it has no times. */
  totalMinutes?: number | undefined
}

/** A time in the meeting, ms; `isOpen`: nobody said when it ended, `to` is only what it is counted to. */
export type Stretch = { from: number; to: number; isOpen: boolean }

/**
 * The people of one meeting, one for each distinct name, in the order of their first rows. Stretches that overlap or touch
 * become one: two devices at once are present once. A stretch without an end counts to `lastSeen` and keeps no `to`.
 * `zone` is what the file says after its times (`Z`, `+01:00`), empty where it says nothing.
 * Source: "Participant reports of the meeting" in docs/formats.md.
 */
export function gatherPeople(rows: readonly ReportRow[], lastSeen: number, zone = ''): ReportPerson[] {
  const byName = new Map<string, ReportRow[]>()
  for (const row of rows) {
    const known = byName.get(row.name)
    if (known) known.push(row)
    else byName.set(row.name, [row])
  }
  return [...byName.values()].map((those) => gatherPerson(those, lastSeen, zone))
}

/** One person of a meeting from the rows of their name, at least one (see `gatherPeople`). */
export function gatherPerson(rows: readonly ReportRow[], lastSeen: number, zone: string): ReportPerson {
  const written: Stretch[] = []
  for (const { from, to } of rows)
    if (from !== null) written.push({ from, to: to ?? Math.max(from, lastSeen), isOpen: to === null })
  const stretches = mergeStretches(written)
  const ownTotal = rows.reduce((sum, { totalMinutes = 0 }) => sum + totalMinutes, 0)
  const originalName = firstOf(rows, 'originalName')
  const email = firstOf(rows, 'email')
  const isGuest = firstOf(rows, 'guest')
  const isHost = rows.some(({ host }) => host) || firstOf(rows, 'host')
  return {
    name: rows[0]?.name ?? '',
    ...(originalName !== undefined && { originalName }),
    ...(email !== undefined && { email }),
    ...(isGuest !== undefined && { guest: isGuest }),
    ...(isHost !== undefined && { host: isHost }),
    minutes: stretches.length > 0 ? minutesOf(stretches) : oneDecimal(ownTotal),
    intervals: stretches.map((one) => asInterval(one, zone)),
  }
}

const oneDecimal = (minutes: number): number => Math.round(minutes * 10) / 10

/** How long stretches that do not overlap are together, ms. */
export const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0)

/** The same in minutes, one decimal. */
export const minutesOf = (stretches: readonly Stretch[]): number =>
  oneDecimal(lengthOf(stretches) / minutes(1))

/** Stretches in order of time; those that overlap or touch are one. */
export function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = []
  for (const one of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last === undefined || one.from > last.to) {
      merged.push({ ...one })
      continue
    }
    // The later end is the end of both; an end that is missing is later than one that is known.
    if (one.to > last.to || (one.to === last.to && one.isOpen)) last.isOpen = one.isOpen
    last.to = Math.max(last.to, one.to)
  }
  return merged
}

const asInterval = ({ from, to, isOpen }: Stretch, zone: string): ReportInterval => ({
  from: formatReportTime(from, zone),
  ...(!isOpen && { to: formatReportTime(to, zone) }),
})

/** A time of the file's own clock, in ms as if it were UTC, as `YYYY-MM-DDTHH:mm:ss` and the zone the file gives. */
export function formatReportTime(ms: number, zone = ''): string {
  const day = Math.floor(ms / DAY_MS)
  const second = Math.floor((ms - day * DAY_MS) / 1000)
  const clock = `${twoDigits(second / 3600)}:${twoDigits((second / 60) % 60)}:${twoDigits(second % 60)}`
  return `${nameDay(day)}T${clock}${zone}`
}

const twoDigits = (number: number): string =>
  number < 10 ? `0${Math.floor(number)}` : `${Math.floor(number)}`

/** The days that were named last: a report names one day a hundred thousand times. */
const dayNames = new Map<number, string>()

function nameDay(day: number): string {
  const known = dayNames.get(day)
  if (known !== undefined) return known
  const name = new Date(day * DAY_MS).toISOString().slice(0, 10)
  if (dayNames.size >= 100) dayNames.clear()
  dayNames.set(day, name)
  return name
}

function firstOf<K extends 'originalName' | 'email' | 'guest' | 'host'>(
  rows: readonly ReportRow[],
  field: K,
): ReportRow[K] {
  return rows.find((row) => row[field] !== undefined)?.[field]
}
