import { fold } from './class-list-headers.ts'

/** Where in a row of a Zoom report each thing stands. */
export type ZoomColumns = {
  name: number
  email?: number | undefined
  times?: { join: number; leave: number } | undefined
  duration?: number | undefined
  /** The API writes seconds, all other reports minutes. */
  secondsInUnit: 1 | 60
  guest?: number | undefined
  waiting?: number | undefined
  /** Columns that say of each row which meeting it belongs to (active hosts). */
  meeting?: MeetingColumns | undefined
  width: number
}
export type MeetingColumns = {
  topic?: number | undefined
  id?: number | undefined
  start?: number | undefined
  end?: number | undefined
  /** When the meeting was planned: often another day, and telling of the order of the dates. */
  created?: number | undefined
  hostName?: number | undefined
  hostEmail?: number | undefined
}

/** Names of the column with the person, the surest first. */
const NAME_HEADINGS = ['nameoriginalname', 'usernameoriginalname', 'participantname', 'username', 'name']
/** Headings of reports of other programs that have a name and two times too. */
const OTHERS_HEADINGS = new Set(['role', 'participantidupn', 'firstjoin', 'inmeetingduration', 'useraction'])

/** Understands an English heading row of a table of people, or null when it is none of Zoom's. */
export function understandZoomHeader(cells: readonly string[]): ZoomColumns | null {
  if (cells.length < 3 || cells.length > 60) return null
  const headings = cells.map((cell) => fold(cell).replace(/[12]$/, ''))
  if (headings.some((heading) => OTHERS_HEADINGS.has(heading))) return null
  const nameHeading = NAME_HEADINGS.find((heading) => headings.includes(heading))
  if (nameHeading === undefined) return null
  const [join, leave] = [startOf(headings, 'jointime'), startOf(headings, 'leavetime')]
  // In the flat table the host may stand under the same heading before.
  const name = headings.lastIndexOf(nameHeading, join < 0 ? undefined : join)
  if (name < 0) return null
  const after = (...wanted: string[]) => indexOf(headings, wanted, name)
  const times = join < 0 || leave < 0 ? undefined : { join, leave }
  const duration = after('durationminutes', 'duration', 'totaldurationminutes', 'totalduration')
  const hasTotal = headings.some((heading) => heading.startsWith('totalduration'))
  if (!times && !isUniqueUsers(nameHeading, hasTotal, join < 0 && leave < 0 && duration !== undefined))
    return null
  return {
    name,
    email: after('useremail', 'email'),
    times,
    duration,
    secondsInUnit: /^join_time$/i.test(cells[join]?.trim() ?? '') && headings.includes('duration') ? 1 : 60,
    guest: after('guest', 'isguest'),
    waiting: after('inwaitingroom', 'waitingroom'),
    meeting: understandMeeting(headings, name),
    width: cells.length,
  }
}

/** Minutes without times. `Name (Original Name)` is Zoom’s alone; else the heading has to say that they are all. */
const isUniqueUsers = (nameHeading: string, hasTotal: boolean, hasMinutes: boolean): boolean =>
  nameHeading.endsWith('originalname') ? hasTotal || hasMinutes : hasTotal && nameHeading !== 'name'

function understandMeeting(headings: readonly string[], name: number): MeetingColumns | undefined {
  const before = (...wanted: string[]) => indexOf(headings.slice(0, name), wanted)
  const columns = {
    topic: before('topic'),
    id: before('meetingid', 'id'),
    start: before('starttime'),
    end: before('endtime'),
    created: before('creationtime'),
    hostName: before('username', 'host'),
    hostEmail: before('useremail', 'email'),
  }
  // An `id` alone is the API's, of the person.
  const isOfMeeting = columns.start !== undefined || columns.topic !== undefined
  return isOfMeeting || headings.slice(0, name).includes('meetingid') ? columns : undefined
}

/** The headings over the one row about a meeting as a whole, or null: `Meeting ID,Topic,…` and `Topic,ID,Host,…`. */
export function understandMeetingHeader(cells: readonly string[]): MeetingColumns | null {
  if (cells.length > 60) return null
  const headings = cells.map(fold)
  const [topic, start] = [headings.indexOf('topic'), headings.indexOf('starttime')]
  if (topic < 0 || start < 0 || headings.some((heading) => heading.startsWith('jointime'))) return null
  return {
    topic,
    id: indexOf(headings, ['meetingid', 'id']),
    start,
    end: indexOf(headings, ['endtime']),
    hostName: indexOf(headings, ['host']),
  }
}

function indexOf(headings: readonly string[], wanted: readonly string[], from = 0): number | undefined {
  const at = headings.findIndex((heading, index) => index >= from && wanted.includes(heading))
  return at < 0 ? undefined : at
}

const startOf = (headings: readonly string[], start: string): number =>
  headings.findIndex((heading) => heading.startsWith(start))
