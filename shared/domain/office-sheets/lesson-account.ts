import { exceptionsAmong, standingOf } from '../checks.ts'
import type { DayRecord, LessonRecordForOffice, PupilForOffice } from '../day-record.ts'
import type { LessonEvent } from '../events.ts'
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
  answer: 'Done' | 'Not applicable' | 'Not answered'
  reason: string | null
  at: number | null
}

export type SecondAdultAccount = { name: string; joinedAt: number; leftAt: number | null }

/** One lesson in the office's words: the one source of sheets and pages. Times are UTC ms. */
export type LessonAccount = {
  lesson: Lesson
  liveAt: number | null
  endedAt: number | null
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
    signedBy: signer === null ? null : (nameOf(signer) ?? day.teacherName),
    signedAt: added.signedAt,
  }
}

const answers = { done: 'Done', 'not-applicable': 'Not applicable' } as const

function checksOf(record: LessonRecordForOffice, added: LessonTally) {
  const checks = standingOf(record.checkItems, added.checks)
  const told = (check: (typeof checks)[number]): CheckAccount => ({
    title: check.title,
    clause: check.clause,
    isSecondAdult: check.kind === 'second-adult',
    answer: check.answer ? answers[check.answer.answer] : 'Not answered',
    reason: check.answer?.reason ?? null,
    at: check.answer?.at ?? null,
  })
  return { checks: checks.map(told), exceptions: exceptionsAmong(checks).map(told) }
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
