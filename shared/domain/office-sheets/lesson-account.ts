import { clauseInWords } from '../checklist-edit.ts'
import { type CheckStanding, exceptionsAmong, isSkipped, standingOf } from '../checks.ts'
import type { DayRecord, LessonRecordForOffice, PupilForOffice } from '../day-record.ts'
import type { LessonEvent } from '../events.ts'
import { incidentsOf, NOT_DESCRIBED, whyInWords } from '../incidents.ts'
import type { Lesson } from '../lesson.ts'
import { notesOf } from '../notes.ts'
import { type LessonTally, pupilTally, tally } from '../tally.ts'
import { clockTime } from '../times.ts'
import { type PupilAccount, pupilAccount } from './pupil-account.ts'
import { secondAdultStays, standingOnce } from './presence.ts'

export type CheckAccount = {
  title: string
  clause: string
  isSecondAdult: boolean
  answer: 'Done' | 'Not applicable' | 'Skipped' | 'Not answered'
  /** Who says that it is done: the app that looked for itself, or the teacher. Null where it is not done. */
  isKnownBy: 'app' | 'word' | null
  /** The same with what was seen or said, in words. */
  howKnown: string | null
  reason: string | null
  at: number | null
}

export type SecondAdultAccount = { name: string; joinedAt: number; leftAt: number | null }

/** One lesson in the office's words: the one source of sheets and pages. Times are UTC ms. */
export type LessonAccount = {
  lesson: Lesson
  liveAt: number | null
  endedAt: number | null
  /** The version of the checklist the lesson was held to. */
  checklistVersion: number
  checks: readonly CheckAccount[]
  /** Checks passed over with a reason. */
  exceptions: readonly CheckAccount[]
  secondAdults: readonly SecondAdultAccount[]
  secondAdultInWords: string
  /** By legal surname, then forename. */
  pupils: readonly PupilAccount[]
  /** Everyone but those who do not take part (clause parent.opt-out: such a pupil is never absent). */
  expected: number
  tookPart: number
  absent: number
  doesNotTakePart: number
  points: number
  /** What the teacher wrote to come back to, of a pupil or of the class; misconceptions stay with the class. */
  followUps: readonly { pupilId: string | null; text: string }[]
  /** What reaches a leader, in order; `what` says so where nobody has told it yet. */
  incidents: readonly { one: PupilAccount; at: number; why: string; what: string }[]
  signedBy: string | null
  signedAt: number | null
}

/** The rule of clause staff.second-adult that holds instead. */
const NO_SECOND_ADULT = 'None: two or more waiting before admitting, ended together'

/** All lessons of a day, earliest first. */
export const lessonAccounts = (day: DayRecord): LessonAccount[] =>
  day.lessons
    .toSorted((a, b) => a.lesson.startsAt - b.lesson.startsAt || (a.lesson.id < b.lesson.id ? -1 : 1))
    .map((record) => lessonAccount(day, record))

export function lessonAccount(day: DayRecord, record: LessonRecordForOffice): LessonAccount {
  const added = tally(record.events)
  const nameOf = (staffId: string) => record.staff.find((one) => one.id === staffId)?.name
  const secondAdults = secondAdultStays(record.events, added.endedAt).map(({ staffId, ...stay }) => ({
    name: nameOf(staffId) ?? 'Name not on the staff list',
    ...stay,
  }))
  const pupils = record.pupils
    .toSorted(bySurname)
    .map((pupil) => pupilAccount(record, pupil, pupilTally(added, pupil.id), added.endedAt))
  const signer = added.signedAt === null ? null : signerOf(record.events)
  const count = (status: PupilAccount['status']) => pupils.filter((one) => one.status === status).length
  return {
    lesson: record.lesson,
    liveAt: added.liveAt,
    endedAt: added.endedAt,
    checklistVersion: record.checklistVersion,
    ...checksOf(record, added),
    secondAdults,
    secondAdultInWords: secondAdultInWords(secondAdults, added.endedAt),
    pupils,
    expected: pupils.length - count('Does not take part'),
    tookPart: count('Took part'),
    absent: count('Absent'),
    doesNotTakePart: count('Does not take part'),
    points: pupils.reduce((sum, one) => sum + one.points, 0),
    followUps: notesOf(record.events)
      .filter(({ value }) => value.about === 'follow-up')
      .map(({ pupilId = null, text }) => ({ pupilId, text })),
    incidents: incidentsOf(standingOnce(record.events)).flatMap((incident) => {
      const one = pupils.find(({ pupil }) => pupil.id === incident.pupilId)
      const words = { why: whyInWords(incident, record.ladder), what: incident.what ?? NOT_DESCRIBED }
      return one ? [{ one, at: incident.at, ...words }] : []
    }),
    signedBy: signer === null ? null : (nameOf(signer) ?? day.teacherName),
    signedAt: added.signedAt,
  }
}

function checksOf(record: LessonRecordForOffice, added: LessonTally) {
  const checks = standingOf(record.checkItems, added.checks)
  return { checks: checks.map(checkAccount), exceptions: exceptionsAmong(checks).map(checkAccount) }
}

function checkAccount(check: CheckStanding): CheckAccount {
  const { answer } = check
  const isKnownBy = answer?.answer === 'done' ? (answer.isSeen ? 'app' : 'word') : null
  return {
    title: check.title,
    clause: clauseInWords(check),
    isSecondAdult: check.kind === 'second-adult',
    answer: answerInWords(check),
    isKnownBy,
    howKnown: isKnownBy && [knownByWords[isKnownBy], answer?.evidence ?? []].flat().join(': '),
    reason: answer?.reason ?? null,
    at: answer?.at ?? null,
  }
}

const knownByWords = { app: 'Seen by the app', word: 'By word' } as const

function answerInWords(check: CheckStanding): CheckAccount['answer'] {
  if (check.answer === null) return 'Not answered'
  if (check.answer.answer === 'done') return 'Done'
  return isSkipped(check) ? 'Skipped' : 'Not applicable'
}

function secondAdultInWords(adults: readonly SecondAdultAccount[], endedAt: number | null): string {
  if (adults.length === 0) return NO_SECOND_ADULT
  return adults
    .map(({ name, leftAt }) =>
      leftAt === null || leftAt === endedAt ? name : `${name} (until ${clockTime(leftAt)})`,
    )
    .join(', ')
}

const signerOf = (events: readonly LessonEvent[]): string | null =>
  standingOnce(events).findLast((event) => event.kind === 'moved' && event.value.to === 'signed-off')
    ?.actorId ?? null

const collator = new Intl.Collator('en-GB')
const bySurname = (a: PupilForOffice, b: PupilForOffice): number =>
  collator.compare(a.legalSurname, b.legalSurname) ||
  collator.compare(a.legalForename, b.legalForename) ||
  collator.compare(a.id, b.id)
