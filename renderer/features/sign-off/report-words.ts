import type { NewEntry } from '../../../shared/domain/events.ts'
import { attendanceOf, seenUntilOf } from '../../../shared/domain/reconcile/attendance.ts'
import {
  type Difference,
  differencesOf,
  type ReconcileGround,
  reportedEntries,
} from '../../../shared/domain/reconcile/differences.ts'
import { wholeName } from '../../../shared/domain/reconcile/reported-names.ts'
import { countReported, type ReportCounts } from '../../../shared/domain/reconcile/reported-times.ts'
import type { IdentifiedName, NameAnswer } from '../../../shared/domain/reconcile/who-is-who.ts'
import { foldName, type Pupil, pupilsInWords } from '../../../shared/domain/people.ts'
import type { LessonTally } from '../../../shared/domain/tally.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import { rememberAs } from '../../../shared/domain/waiting-list.ts'
import type { ReportView } from '../../../shared/ipc/commands/reports.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { fullName } from './sign-off-view.ts'
import type { ToRemember } from './use-report.ts'
import { counted } from '../../../shared/domain/words.ts'

/** A lesson's reports held against its log. */
export type Reconciled = {
  counts: ReportCounts
  /** Names a person has to say who they are. */
  open: readonly IdentifiedName[]
  settled: readonly IdentifiedName[]
  differences: readonly Difference[]
  /** Those in which the log's word stands. */
  kept: readonly Difference[]
  /** What signing writes of the reports. */
  toSign: readonly NewEntry[]
}

export function reconcile(view: ReportView, record: LessonRecordView, tally: LessonTally): Reconciled {
  const { names, slackMinutes } = view
  const ground: ReconcileGround = {
    pupils: record.pupils,
    optedOutIds: record.optedOutIds,
    lesson: record.lesson,
    events: record.events,
    tally,
    attendance: attendanceOf(names),
    seenUntil: seenUntilOf(names),
    slackMinutes,
  }
  const open = names.filter(({ who }) => who.is === 'open')
  const found = view.reports.length === 0 ? [] : differencesOf(ground)
  // Whoever is missing may be behind a name that is not settled.
  const all = found.filter(({ about }) => about !== 'missing' || open.length === 0)
  const isKept = ({ key }: Difference) => view.kept.includes(key)
  return {
    counts: countReported(ground),
    open,
    settled: names.filter(({ who }) => who.is !== 'open'),
    differences: all.filter((one) => !isKept(one)),
    kept: all.filter(isKept),
    toSign: reportedEntries(ground),
  }
}

/** What of the reports may be missing; a reminder, never in the way of signing. */
export const missingOfReport = ({ open, differences }: Reconciled): string[] => [
  ...(open.length === 0 ? [] : [`${counted(open.length, 'name')} of the report not settled`]),
  ...(differences.length === 0 ? [] : [`${counted(differences.length, 'difference')} from the report open`]),
]

/** `28 pupils came, 2 late, 1 left early; Freya Ward on two devices at once.` */
export function countsInWords(
  { came, late, leftEarly, twiceIds }: ReportCounts,
  pupils: readonly Pupil[],
): string {
  const parts = [
    `${pupilsInWords(came)} came`,
    ...(late === 0 ? [] : [`${late} late`]),
    ...(leftEarly === 0 ? [] : [`${leftEarly} left early`]),
  ]
  const twice = namesOf(twiceIds, pupils)
  return `${parts.join(', ')}${twice === '' ? '' : `; ${twice} on two devices at once`}.`
}

export const namesOf = (ids: readonly string[], pupils: readonly Pupil[]): string =>
  ids
    .map((id) => {
      const pupil = pupils.find((one) => one.id === id)
      return pupil ? fullName(pupil) : 'a pupil no longer in the class'
    })
    .join(' and ')

/** `09:31 to 09:50, 09:55 to 10:28 (52 minutes)`, or the minutes where the report has no times. */
export function staysInWords({ stays, minutes }: Pick<IdentifiedName, 'stays' | 'minutes'>): string {
  const length = counted(Math.floor(minutes), 'minute')
  if (stays.length === 0) return length
  const shown = stays.slice(0, MOST_STAYS).map(({ from, to }) => `${clockTime(from)} to ${clockTime(to)}`)
  const more = stays.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''} (${length})`
}

/** More times say no more of one person in a line. */
const MOST_STAYS = 4

export const nameInWords = (one: IdentifiedName): string => wholeName(one)

/** `Freya Ward`, `A grown-up of the school`, `Not ours`. */
export function whoInWords({ who }: IdentifiedName, pupils: readonly Pupil[]): string {
  if (who.is === 'pupils') return namesOf(who.pupilIds, pupils)
  if (who.is === 'adult') return 'A grown-up of the school'
  return who.is === 'not-ours' ? 'Not ours' : 'To be settled'
}

/** Whether a pupil came just as they are called: there is nothing more to say of it. */
export const isUnderOwnName = (one: IdentifiedName, pupils: readonly Pupil[]): boolean =>
  one.who.is === 'pupils' && foldName(whoInWords(one, pupils)) === foldName(nameInWords(one))

/** The pupils a question is most likely about. */
export const candidatesOf = ({ who }: IdentifiedName): readonly string[] => {
  if (who.is === 'open') return who.candidateIds
  return who.is === 'pupils' ? who.pupilIds : []
}

/** What of an answer helps in later lessons: a nickname of one pupil, a device of several. */
export function toRemember(one: IdentifiedName, answer: NameAnswer): ToRemember[] {
  if (answer.as !== 'pupils' || one.who.is !== 'open') return []
  const { reason } = one.who
  const as = rememberAs({ text: one.name, reason })
  if (as === null) return []
  const isShared = answer.pupilIds.length > 1
  return answer.pupilIds.map((pupilId) => ({ pupilId, name: one.name, as: isShared ? 'shared-device' : as }))
}
