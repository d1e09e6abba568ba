import type { FileWarning, Refusal } from '../../shared/domain/class-list.ts'
import { MAY_BE_OFF_MS } from '../../shared/domain/lessons-of-report.ts'
import type { Recognised, ReportMeeting } from '../../shared/domain/recognised-file.ts'
import { isOfLesson, timesOfMeeting } from '../../shared/domain/reconcile/reported-names.ts'
import { clockTime, fullDate, schoolDateOf } from '../../shared/domain/times.ts'
import type { ChosenFile, ReadingOutcome } from '../reading/file-reader.ts'
import type { Context } from './context.ts'

/** A report as far as it is of one lesson. */
export type ReportOfLesson = {
  /** SHA-256 of the file, hexadecimal. */
  contentHash: string
  meetings: ReportMeeting[]
  /** Meetings of the file that are not the lesson's. */
  leftOut: number
  warnings: FileWarning[]
}

/** When a lesson went on, UTC ms. */
type LessonTimes = { from: number; to: number }

/** No meeting of a class has more names; a report of a whole school's webinar is none of a lesson. */
const MOST_NAMES = 2000

/** Reads the report a person chose for a lesson, or says why it is not one. Nothing is written. */
export async function readReport(
  { files, handed }: Pick<Context, 'files' | 'handed'>,
  file: ChosenFile,
  lesson: LessonTimes,
): Promise<ReadingOutcome<ReportOfLesson>> {
  const known = handed.takeReading(file)
  const read =
    known && 'recognised' in known
      ? { outcome: 'read' as const, answer: known }
      : await files.read('recognise', file, { lessonDate: schoolDateOf(lesson.from) })
  if (read.outcome !== 'read') return read
  const { recognised, contentHash } = read.answer
  const taken = takeForLesson(recognised, lesson)
  return 'code' in taken
    ? { outcome: 'refused', refusal: taken }
    : { outcome: 'read', answer: { contentHash, ...taken } }
}

/** What of a recognised file is a lesson's, or why nothing of it is. */
export function takeForLesson(
  recognised: Recognised,
  lesson: LessonTimes,
): Omit<ReportOfLesson, 'contentHash'> | Refusal {
  if (!recognised.understood) return recognised.refusal
  const { meetings, warnings } = recognised
  if (!meetings) return OTHER_FILE
  if (meetings.every(({ people }) => people.length === 0)) return NOBODY
  const those = meetings.filter((one) => one.people.length > 0 && isOfLesson(one, lesson, MAY_BE_OFF_MS))
  if (those.length === 0) return otherLesson(meetings, lesson)
  if (those.some(({ people }) => people.length > MOST_NAMES)) return TOO_MANY
  return { meetings: those, leftOut: meetings.length - those.length, warnings }
}

const refuse = (code: string, message: string, advice: string): Refusal => ({
  code,
  message: `${message} Nothing was changed.`,
  advice,
})

const TOO_MANY = refuse(
  'too-many-names',
  'There are more than 2,000 names in this report, far more than in a lesson.',
  'Export the participants of this one meeting and choose that file.',
)
const OTHER_FILE = refuse(
  'not-a-report',
  'This is not a report of who was in a meeting.',
  'Export the participants (Zoom), the attendance report (Teams) or the attendance (Meet) of this lesson’s meeting, and choose that file.',
)
const NOBODY = refuse(
  'nobody-in-it',
  'There is nobody in this report.',
  'Reports are empty until the meeting has ended everywhere. Wait some minutes, export it again, and choose that file.',
)

function otherLesson(meetings: readonly ReportMeeting[], lesson: LessonTimes): Refusal {
  const times = meetings.flatMap((one) => timesOfMeeting(one) ?? [])
  const [first] = times
  const others = times.length === 1 ? '' : ` and ${times.length - 1} more`
  const when = first ? `${spanWords(first)}${others}` : 'another time'
  return refuse(
    'other-lesson',
    `This report is of ${when}; the lesson was on ${spanWords(lesson)}.`,
    'Choose the report of this lesson’s meeting. If it is the right one, its account has the clock of another place: set its time zone to London, and export it again.',
  )
}

const spanWords = ({ from, to }: LessonTimes): string =>
  `${fullDate(from)}, ${clockTime(from)} to ${clockTime(to)}`
