import { randomUUID } from 'node:crypto'
import { isSignedOff, type Lesson } from '../../../shared/domain/lesson.ts'
import type { ReportMeeting } from '../../../shared/domain/recognised-file.ts'
import { readReportedNames, timesOfMeeting } from '../../../shared/domain/reconcile/reported-names.ts'
import { identify } from '../../../shared/domain/reconcile/who-is-who.ts'
import type { ReportView } from '../../../shared/ipc/commands/reports.ts'
import { readLog } from '../../store/open-log.ts'
import type { Store } from '../../store/open-store.ts'
import { readPupilNames } from '../../store/pupil-names.ts'
import {
  addReport,
  hasReport,
  listReports,
  readAnswers,
  readAnswersBefore,
  removeReport,
  type ReportAnswers,
  saveAnswers,
} from '../../store/reports-repository.ts'
import { listStaff } from '../../store/school-repository.ts'
import { chooseOrTake } from '../chosen-file.ts'
import { type Context, lessonOrRefuse, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { refuseJoined } from '../lesson-terms.ts'
import { readReport, type ReportOfLesson } from '../read-report.ts'

/** A report that was read, for which lesson, and the records it was read for. */
type Waiting = { token: string; lessonId: string; fileName: string; report: ReportOfLesson; store: Store }

/** The meeting's own reports: read and shown first, taken in when a person confirms, held against the log. */
export function reportHandlers(
  context: Context,
): Pick<
  Handlers,
  'report.choose' | 'report.confirm' | 'report.get' | 'report.remove' | 'report.answer' | 'report.keep'
> {
  let waiting: Waiting | null = null
  const changeAnswers = (lessonId: string, change: (before: ReportAnswers) => ReportAnswers) => {
    const { store } = whoIsHere(context)
    openOrRefuse(store, lessonId)
    saveAnswers(store, lessonId, change(readAnswers(store, lessonId)))
    return {}
  }
  return {
    'report.choose': async ({ lessonId, handed }) => {
      const { store } = whoIsHere(context)
      const lesson = openOrRefuse(store, lessonId)
      const file = await chooseOrTake(context, 'report', handed)
      if (file === null) return { outcome: 'cancelled' }
      const fileName = file.name
      const read = await readReport(context, file, timesOf(store, lesson))
      if (read.outcome === 'cancelled') return read
      if (read.outcome === 'refused') return { ...read, fileName }
      const report = read.answer
      const token = randomUUID()
      waiting = { token, lessonId, fileName, report, store }
      const { meetings, leftOut, warnings, contentHash } = report
      const isKnown = hasReport(store, lessonId, contentHash)
      return {
        outcome: 'understood',
        token,
        preview: { fileName, meetings: meetings.map(summaryOf), leftOut, isKnown, warnings },
      }
    },
    'report.confirm': ({ token }) => {
      const { store, me } = whoIsHere(context)
      if (waiting?.token !== token || waiting.store !== store)
        throw new Refusal('no-such-file', 'Choose the file again: it was not kept.')
      const { lessonId, fileName, report } = waiting
      openOrRefuse(store, lessonId)
      const { meetings, contentHash } = report
      const kept = { id: randomUUID(), takenAt: context.now(), takenBy: me.id, fileName, meetings }
      const isNew = addReport(store, lessonId, contentHash, kept)
      waiting = null
      return { outcome: isNew ? 'added' : 'unchanged' }
    },
    'report.get': ({ lessonId }) => {
      const { store, school } = whoIsHere(context)
      return viewOf(store, lessonOrRefuse(store, lessonId), school.reportSlackMinutes)
    },
    'report.remove': ({ lessonId, reportId }) => {
      const { store } = whoIsHere(context)
      openOrRefuse(store, lessonId)
      if (!removeReport(store, lessonId, reportId))
        throw new Refusal('no-such-report', 'That report is not here any more. Nothing was changed.')
      return {}
    },
    'report.answer': ({ lessonId, key, answer }) =>
      changeAnswers(lessonId, ({ names, kept }) => {
        if (answer?.as === 'pupils') refuseStrangers(context, lessonId, answer.pupilIds)
        const { [key]: _before, ...others } = names
        return { kept, names: answer ? { ...others, [key]: answer } : others }
      }),
    'report.keep': ({ lessonId, key, isKept }) =>
      changeAnswers(lessonId, ({ names, kept }) => {
        const others = kept.filter((one) => one !== key)
        return { names, kept: isKept ? [...others, key] : others }
      }),
  }
}

/** A report is held against a lesson that is not signed, on the computer whose lesson it is. */
function openOrRefuse(store: Store, lessonId: string): Lesson {
  const lesson = lessonOrRefuse(store, lessonId)
  refuseJoined(store, lessonId)
  const { tally } = readLog(store, lessonId)
  if (isSignedOff(tally)) {
    throw new Refusal(
      'signed',
      'This lesson is signed. Press “Correct something” first. Nothing was changed.',
    )
  }
  if (tally.state !== 'ended') {
    throw new Refusal('not-now', 'The meeting’s report is taken in once the lesson has ended.')
  }
  return lesson
}

/** When a lesson went on: as it was planned and as it was, whichever is longer. */
function timesOf(store: Store, { id, startsAt, endsAt }: Lesson): { from: number; to: number } {
  const { liveAt, endedAt } = readLog(store, id).tally
  return { from: Math.min(startsAt, liveAt ?? startsAt), to: Math.max(endsAt, endedAt ?? endsAt) }
}

function refuseStrangers(context: Context, lessonId: string, pupilIds: readonly string[]): void {
  const { store } = whoIsHere(context)
  const known = new Set(readPupilNames(store, lessonOrRefuse(store, lessonId)).map(({ id }) => id))
  if (pupilIds.some((id) => !known.has(id)))
    throw new Refusal('no-such-pupil', 'That pupil is not in the class of this lesson. Nothing was changed.')
}

function viewOf(store: Store, lesson: Lesson, slackMinutes: number): ReportView {
  const reports = listReports(store, lesson.id)
  const { names: answers, kept } = readAnswers(store, lesson.id)
  const names = readReportedNames(reports.flatMap(({ meetings }) => meetings))
  return {
    reports: reports.map(({ id, fileName, takenAt, meetings }) => ({
      id,
      fileName,
      takenAt,
      meetings: meetings.map(summaryOf),
    })),
    // Nothing is unsealed for a lesson without a report.
    names:
      names.length === 0
        ? []
        : identify(names, {
            pupils: readPupilNames(store, lesson),
            adults: listStaff(store).map(({ name }) => name),
            answers: new Map(Object.entries(answers)),
            before: readAnswersBefore(store, lesson),
          }),
    kept,
    slackMinutes,
  }
}

function summaryOf(meeting: ReportMeeting) {
  const times = timesOfMeeting(meeting)
  return {
    topic: meeting.topic ?? null,
    from: times?.from ?? null,
    to: times?.to ?? null,
    names: meeting.people.length,
  }
}
