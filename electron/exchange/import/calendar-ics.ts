import { v5 as uuidv5, validate as isUuid } from 'uuid'
import type { FileWarning, Refusal } from '../../../shared/domain/class-list.ts'
import type { SchoolCalendar } from '../../../shared/domain/school-calendar.ts'
import type { CalendarLesson, CalendarReading } from '../../../shared/domain/timetable-import.ts'
import { timetableEntry } from '../../../shared/domain/timetable.ts'
import type { SchoolDate } from '../../../shared/domain/times.ts'
import { type CalendarEvent, readEvent } from './calendar-event.ts'
import { type CalendarBlock, MOST_EVENTS, splitCalendar } from './calendar-lines.ts'
import { type KnownPerson, readDetails } from './calendar-people.ts'
import { readSlots, type Slot } from './calendar-repeats.ts'
import { type KnownClass, readTitle } from './calendar-title.ts'
import { decodeText } from './decode-text.ts'
import { createPauses } from './pauses.ts'
import { counted } from '../../../shared/domain/words.ts'

/** What the reader compares a file with. */
export type CalendarSurroundings = {
  classes: readonly KnownClass[]
  staff: readonly KnownPerson[]
  calendar: SchoolCalendar
  /** Lessons that end before this day are left out. */
  from: SchoolDate
}

export const LARGEST_CALENDAR_BYTES = 10 * 1024 * 1024
export const CALENDAR_TOO_LARGE: Refusal = {
  code: 'too-large',
  message: 'This calendar is larger than 10 MB. Nothing was changed.',
  advice: 'Export one class or one term, and choose that file.',
}
export const MOST_LESSONS = 2_000
const MOST_WARNINGS = 100
const LONGEST_SUBJECT = 60
/** Namespace of the ids made from other programs' UIDs, so that a file read again gives the same ids (RFC 9562, 5.5). */
const FROM_UID = '6f0f4bb4-53a4-4a55-9c4e-1f6d3c0a8a11'

const refuse = (code: string, message: string, advice: string): CalendarReading => ({
  understood: false,
  refusal: { code, message: `${message} Nothing was changed.`, advice } satisfies Refusal,
})

const exportAgain =
  'Export the timetable from your calendar as iCalendar (.ics) and choose that file. In Outlook: File, Save Calendar; in Google Calendar: Settings, Export.'

/**
 * Reads an iCalendar file (RFC 5545) into lessons of the timetable: understood, understood with warnings, or refused.
 * Works in small pieces, so that no file holds up the app. Never throws.
 */
export async function readCalendarIcs(
  bytes: Uint8Array,
  around: CalendarSurroundings,
): Promise<CalendarReading> {
  if (bytes.byteLength > LARGEST_CALENDAR_BYTES) {
    return { understood: false, refusal: CALENDAR_TOO_LARGE }
  }
  const decoded = decodeText(bytes)
  if (!decoded.isText)
    return refuse('not-a-calendar', `This file is a ${decoded.kind}, not a calendar.`, exportAgain)
  if (!/^\s*BEGIN:VCALENDAR\s*$/im.test(decoded.text.slice(0, 2000))) {
    return refuse('not-a-calendar', 'This file is not a calendar (.ics).', exportAgain)
  }
  const split = await splitCalendar(decoded.text)
  if (split === null) {
    const most = MOST_EVENTS.toLocaleString('en-GB')
    return refuse(
      'too-many-events',
      `This calendar has more than ${most} events.`,
      'Export one class or one term, and choose that file.',
    )
  }
  const warnings: FileWarning[] = []
  if (split.isCutOff)
    warnings.push({
      code: 'cut-off',
      message: 'The file stops in the middle; what came after is missing. Export it again.',
    })
  if (split.others > 0)
    warnings.push({ code: 'tasks-left-out', message: `${counted(split.others, 'task or note')} left out.` })
  const events = await readEvents(split.blocks, warnings)
  return readLessons(events, around, warnings)
}

async function readEvents(
  blocks: readonly CalendarBlock[],
  warnings: FileWarning[],
): Promise<CalendarEvent[]> {
  const pause = createPauses()
  const zoneTexts = new Map<string, string>()
  for (const { kind, text } of blocks) {
    const tzid = kind === 'vtimezone' ? /^TZID[^:\r\n]*:(.+)$/im.exec(text)?.[1] : undefined
    if (tzid !== undefined) zoneTexts.set(tzid.trim(), text)
  }
  const events: CalendarEvent[] = []
  for (const { kind, text, line } of blocks) {
    await pause()
    if (kind !== 'vevent') continue
    const reading = readEvent(text, line, zoneTexts)
    if ('event' in reading) events.push(reading.event)
    else warnings.push(reading.warning)
  }
  return events
}

async function readLessons(
  events: readonly CalendarEvent[],
  around: CalendarSurroundings,
  warnings: FileWarning[],
): Promise<CalendarReading> {
  const pause = createPauses()
  const lessons: CalendarLesson[] = []
  let past = 0
  for (const { event, overrides } of groupByUid(events, warnings)) {
    await pause()
    const made = lessonsOf(event, overrides, around, warnings)
    const coming = made.filter(({ entry }) => lastDayOf(entry) >= around.from)
    past += made.length - coming.length
    lessons.push(...coming)
    if (lessons.length > MOST_LESSONS) {
      const most = MOST_LESSONS.toLocaleString('en-GB')
      return refuse(
        'too-many-lessons',
        `This calendar has more than ${most} lessons.`,
        'Export one class or one term, or use repeating events, and choose that file.',
      )
    }
  }
  if (past > 0)
    warnings.push({
      code: 'lessons-over',
      message: `${counted(past, 'lesson')} that are over already ${past === 1 ? 'is' : 'are'} left out.`,
    })
  if (lessons.length === 0 && past === 0) {
    const why = warnings.slice(0, 3).map(({ message }) => message)
    return refuse(
      'no-lessons',
      ['This calendar has no lessons that can be read.', ...why].join(' '),
      exportAgain,
    )
  }
  return { understood: true, lessons, warnings: shortened(warnings) }
}

/** By their lines; what is about the whole file comes first. */
function shortened(found: readonly FileWarning[]): FileWarning[] {
  const warnings = found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const rest = warnings.length - MOST_WARNINGS
  return rest > 0
    ? [
        ...warnings.slice(0, MOST_WARNINGS),
        { code: 'more-warnings', message: `${counted(rest, 'more warning')} of this kind.` },
      ]
    : [...warnings]
}

type EventGroup = { event: CalendarEvent; overrides: CalendarEvent[] }

/** Events with the changed repeats that belong to them. Of two with one UID the later version counts. */
function groupByUid(events: readonly CalendarEvent[], warnings: FileWarning[]): EventGroup[] {
  const groups = new Map<string, EventGroup>()
  for (const event of events.filter((one) => one.replaces === null)) {
    const key = event.uid || `line ${event.line}`
    const present = groups.get(key)
    if (present)
      warnings.push({
        line: event.line,
        code: 'event-twice',
        message: `“${event.title}” is in the file twice; the later version is read.`,
      })
    if (!present || event.sequence >= present.event.sequence) groups.set(key, { event, overrides: [] })
  }
  for (const event of events.filter((one) => one.replaces !== null)) {
    const group = groups.get(event.uid)
    if (event.replacesAllLater) {
      warnings.push({
        line: event.line,
        code: 'changes-all-later',
        message: `“${event.title}” changes all later repeats, which is not read. Check those days.`,
      })
    } else if (group) group.overrides.push(event)
    else groups.set(`line ${event.line}`, { event: { ...event, replaces: null }, overrides: [] })
  }
  return [...groups.values()]
}

function lessonsOf(
  event: CalendarEvent,
  overrides: readonly CalendarEvent[],
  around: CalendarSurroundings,
  warnings: FileWarning[],
): CalendarLesson[] {
  const warn = (code: string, text: string) =>
    warnings.push({ line: event.line, code, message: `“${event.title}” ${text}.` })
  if (event.isCancelled) {
    warn('event-left-out', 'is cancelled. It is left out')
    return []
  }
  const reading = readSlots(event, overrides, around.calendar)
  if (!reading.ok) {
    warn('event-left-out', `${reading.problem}. It is left out`)
    return []
  }
  for (const note of reading.notes) warn('event-simplified', note)
  const { classId, subject } = classAndSubject(event, around.classes)
  if (subject.length > LONGEST_SUBJECT) warn('title-shortened', 'has a long title, which is shortened')
  const details = readDetails(event.description, event.organiser, around.staff)
  const lessons = reading.slots.map((slot, index) => ({
    title: event.title,
    line: event.line,
    classId,
    entry: {
      id: idOf(event, index, reading.slots.length),
      ...slot,
      ...details,
      subject: subject.slice(0, LONGEST_SUBJECT).trim(),
      approval: null,
    },
  }))
  const kept = lessons.filter(({ entry }) => entryWithoutClass.safeParse(entry).success)
  if (kept.length < lessons.length)
    warn('event-left-out', 'has dates or exceptions the timetable can’t hold. It is left out')
  return kept
}

const entryWithoutClass = timetableEntry.omit({ classId: true })

function classAndSubject({ own, title }: CalendarEvent, classes: readonly KnownClass[]) {
  const known = own && classes.find(({ name }) => name === own.className)
  return known ? { classId: known.id, subject: own.subject } : readTitle(title, classes)
}

/** Our own ids come back as they were; others' are made from the UID, or from what the event says where it has none. */
function idOf({ uid, title, start, line }: CalendarEvent, index: number, count: number): string {
  if (count === 1 && isUuid(uid)) return uid.toLowerCase()
  return uuidv5(uid ? `${uid} ${index}` : `${title} ${start.date} ${start.clock} ${line} ${index}`, FROM_UID)
}

function lastDayOf({ when, exceptions }: Slot): SchoolDate {
  const moved = exceptions.flatMap(({ change }) => (change.kind === 'moved' ? [change.date] : []))
  const byRule = when.repeats === 'once' ? when.date : (when.until ?? '9999-12-31')
  return [byRule, ...moved].toSorted().at(-1) ?? byRule
}
