import { type LessonEvent, standing, type NewEntry } from '../../../shared/domain/events.ts'
import type { Incident } from '../../../shared/domain/incidents.ts'
import type { LessonState } from '../../../shared/domain/lesson.ts'
import type { Note } from '../../../shared/domain/notes.ts'
import { type Pupil, pupilsInWords } from '../../../shared/domain/people.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import {
  type LessonTally,
  type ParticipationStatus,
  type PupilTally,
  pupilTally,
  suggestedParticipation,
} from '../../../shared/domain/tally.ts'
import { clockTime, minutesBetween } from '../../../shared/domain/times.ts'

/** One line of the table: who, what the lesson left of them, and what is suggested until a person says it. */
export type MarkRow = {
  pupil: Pupil
  marks: PupilTally
  suggestion: ParticipationStatus
  /** False: their family has said that they do not (parent.opt-out). */
  takesPart: boolean
}

/** A lesson is signed off once it has ended; afterwards it is only looked at. */
export const canBeShown = (state: LessonState): boolean =>
  state === 'ended' || state === 'signed-off' || state === 'exported'

export const rowsOf = (
  { pupils, optedOutIds }: Pick<LessonRecordView, 'pupils' | 'optedOutIds'>,
  lesson: LessonTally,
): MarkRow[] =>
  pupils.map((pupil) => {
    const marks = pupilTally(lesson, pupil.id)
    const takesPart = !optedOutIds.includes(pupil.id)
    return { pupil, marks, suggestion: suggestedParticipation(marks, takesPart), takesPart }
  })

export const fullName = ({ forename, surname }: Pupil): string => `${forename} ${surname}`.trim()

/** Something of the lesson worth a word at the top: its name and its value. */
export type Fact = { name: string; value: string }

/** How many took part, so far: what a person has said, and what is only suggested. */
export const countsToSign = (rows: readonly MarkRow[]): Fact[] => [
  { name: 'Took part', value: countInWords(rows, 'took-part') },
  { name: 'Absent', value: countInWords(rows, 'absent') },
  ...(rows.some(({ suggestion }) => suggestion === 'does-not-take-part')
    ? [{ name: 'Does not take part', value: countInWords(rows, 'does-not-take-part') }]
    : []),
]

/** How many took part, as it was signed; a pupil who came to the class later is not marked. */
export const countsSigned = (rows: readonly MarkRow[]): Fact[] => [
  { name: 'Took part', value: String(countSaid(rows, 'took-part')) },
  { name: 'Absent', value: String(countSaid(rows, 'absent')) },
  ...unlessNone('Does not take part', countSaid(rows, 'does-not-take-part')),
  ...unlessNone('Not marked', countSaid(rows, null)),
]

const countSaid = (rows: readonly MarkRow[], status: ParticipationStatus | null): number =>
  rows.filter(({ marks }) => marks.participation === status).length

function countInWords(rows: readonly MarkRow[], status: ParticipationStatus): string {
  const said = countSaid(rows, status)
  const suggested = rows.filter((row) => row.suggestion === status).length - said
  if (suggested === 0) return String(said)
  return said === 0 ? `${suggested} suggested` : `${said} + ${suggested} suggested`
}

const unlessNone = (name: string, count: number): Fact[] =>
  count === 0 ? [] : [{ name, value: String(count) }]

export const pointsOf = (rows: readonly MarkRow[]): number =>
  rows.reduce((sum, { marks }) => sum + marks.points, 0)

/** From going live to the end; times UTC ms. */
export function timesInWords(liveAt: number | null, endedAt: number | null): string {
  if (liveAt === null || endedAt === null) return 'Times not known'
  const length = minutesBetween(liveAt, endedAt)
  return `${clockTime(liveAt)} to ${clockTime(endedAt)}, ${length === 1 ? '1 minute' : `${length} minutes`}`
}

const takingPart = (rows: readonly MarkRow[]): MarkRow[] =>
  rows.filter(({ suggestion }) => suggestion === 'took-part')

/** What may be missing; a reminder, never in the way of signing. */
export function missingMarks(rows: readonly MarkRow[]): string[] {
  const without = (mark: 'task' | 'attitude') =>
    takingPart(rows).filter(({ marks }) => marks[mark] === null).length
  return [
    { count: without('task'), what: 'without a task mark' },
    { count: without('attitude'), what: 'without an attitude mark' },
  ].flatMap(({ count, what }) => (count === 0 ? [] : [`${pupilsInWords(count)} ${what}`]))
}

/** Incidents nobody has told yet; they are signed as such, and the office reads so. */
export function missingWords(incidents: readonly Incident[]): string[] {
  const count = incidents.filter(({ what }) => what === null).length
  if (count === 0) return []
  return [count === 1 ? '1 incident not described' : `${count} incidents not described`]
}

/** A quick note that is worth coming back to: the same words, as a follow-up, in its place. */
export const madeFollowUp = ({ id, pupilId, text }: Note): NewEntry[] => [
  { kind: 'revoked', revokes: id },
  { kind: 'note', ...(pupilId !== undefined && { pupilId }), value: { about: 'follow-up' }, text },
]

/** What else was marked in the lesson, to be seen beside the name: `Equipment missing: ruler · Came back`. */
export function marksInWords({ equipment, missing, namesCorrected, returns }: PupilTally): string {
  const kit = equipment === 'missing' ? `Equipment missing${missing === null ? '' : `: ${missing}`}` : ''
  const name = namesCorrected > 0 ? 'Name put right' : ''
  const back = returns > 0 ? `Came back${returns > 1 ? ` ${returns} times` : ''}` : ''
  return [kit, name, back].filter((one) => one !== '').join(' · ')
}

export const suggestionsAccepted = (rows: readonly MarkRow[]): NewEntry[] =>
  rows
    .filter(({ marks }) => marks.participation === null)
    .map(({ pupil, suggestion }) => ({
      kind: 'participation',
      pupilId: pupil.id,
      value: { status: suggestion },
    }))

/** What is signed with the rest, as nobody needs to say it: who does not take part. */
export const optOutsKept = (rows: readonly MarkRow[]): NewEntry[] =>
  suggestionsAccepted(rows.filter(({ suggestion }) => suggestion === 'does-not-take-part'))

export const tasksDone = (rows: readonly MarkRow[]): NewEntry[] =>
  takingPart(rows)
    .filter(({ marks }) => marks.task === null)
    .map(({ pupil }) => ({ kind: 'task', pupilId: pupil.id, value: { task: 'done' } }))

/** The usual place on the school's scale, the one most of a class is given: second best, on a scale of two the best. */
export const usualAttitude = (scale: readonly string[]): number => (scale.length > 2 ? 2 : 1)

export const attitudesGiven = (rows: readonly MarkRow[], attitude: number): NewEntry[] =>
  takingPart(rows)
    .filter(({ marks }) => marks.attitude === null)
    .map(({ pupil }) => ({ kind: 'attitude', pupilId: pupil.id, value: { attitude } }))

/** Who signed last and when (UTC ms), as far as it is in the log; null where nobody has, or it was opened again. */
export function signatureOf(events: readonly LessonEvent[]): { actorId: string; at: number } | null {
  const moves = standing(events).filter((event) => event.kind === 'moved')
  const last = moves.findLast(({ value }) => value.to === 'signed-off' || value.to === 'ended')
  return last?.value.to === 'signed-off' ? last : null
}

/** When the lesson was last exported (UTC ms), null if it was not since it was signed. */
export function exportedAt(events: readonly LessonEvent[]): number | null {
  const last = standing(events).findLast((event) => event.kind === 'moved')
  return last?.kind === 'moved' && last.value.to === 'exported' ? last.at : null
}
