import { dirname, resolve } from 'node:path'
import type { SheetSplit } from '../../shared/domain/export-split.ts'
import { type KnownLesson, sumsOf } from '../../shared/domain/office-day.ts'
import { type BundleHead, schoolDays } from '../../shared/domain/office-frames.ts'
import type { School } from '../../shared/domain/school.ts'
import { mayLead } from '../../shared/domain/staff.ts'
import type { Writing, WrittenDay } from '../exchange/export/write-day.ts'
import { sha256 } from '../sha256.ts'
import { listHeads, listOfficeFrames, officeRevision } from '../store/office-days.ts'
import { findReport, lastReportVersion, rememberReport, type ReportOf } from '../store/office-desk.ts'
import { listOfficeEvents } from '../store/office-events.ts'
import type { Store } from '../store/open-store.ts'
import { listStaff } from '../store/school-repository.ts'
import { type Context, whoIsHere } from './context.ts'
import { Refusal } from './dispatch.ts'
import { inWords } from './in-words.ts'

export type ReportWish = ReportOf &
  Pick<Writing, 'again' | 'told' | 'signal'> & {
    /** Where to, in place of the reader's own folder: such a report is a copy, and is not remembered. */
    folder?: string
  }

export type SchoolReport = WrittenDay & { lessons: number }

/** Where a reader's report goes by itself; null where nobody has chosen that yet. */
export const reportFolderOf = ({ officeFolder, splitFolders }: School, split: SheetSplit): string | null =>
  split === 'office' ? officeFolder : splitFolders[split]

/**
 * The whole school's files of a day for one reader into a folder, the reader's own unless told: one way for the screen
 * and the command line. Refused, in words, where nothing is in or the folder takes nothing.
 */
export async function makeSchoolReport(context: Context, wish: ReportWish): Promise<SchoolReport> {
  const { store, school, deviceId } = whoIsHere(context)
  const { date, split, folder, ...following } = wish
  const own = reportFolderOf(school, split)
  const into = folder ?? own
  if (split === 'leaders') refuseUnlessForLeaders(context, folder ?? null)
  if (into === null) throw new Refusal('no-folder', noFolder[split])
  const isOwn = own !== null && resolve(into) === resolve(own)
  // Read before everything else: what comes in meanwhile came since.
  const revision = officeRevision(store)
  const heads = listHeads(store, date)
  const termsHash = reportTerms(school, heads)
  const [first, ...others] = daysIn(store, date, heads)
  if (!first) {
    throw new Refusal('nothing-in', 'No teacher’s day of that date is in yet: there is nothing to report.')
  }
  const days = [first, ...others] as const
  const exportedAt = context.now()
  const { writeSchoolDay } = await import('../exchange/export/write-school-day.ts')
  const wanted = {
    ...following,
    officeFolder: into,
    named: isOwn ? { of: split, isKept: true } : ({ of: 'anybody', isKept: false } as const),
    folder: context.officeFolder(),
    split,
    settings: school.exportSettings,
    school: {
      date,
      schoolName: school.name,
      notTheRegister: school.notTheRegister,
      isExample: context.session.isExample,
    },
    days,
    deviceId,
    deviceName: context.deviceName,
    printPdf: context.printPdf,
    exportedAt,
    appVersion: context.appVersion,
    known: isOwn ? knownReport(store, wish, into) : null,
  }
  const written = await inWords(() => writeSchoolDay(wanted))
  const lessonIds = days.flatMap((day) => day.lessons.map(({ lesson }) => lesson.id))
  if (isOwn) {
    remember(store, wish, { written, revision, termsHash, exportedAt, lessonIds })
    context.windows.tell('office.changed', {})
  }
  return { ...written, lessons: lessonIds.length }
}

/**
 * What a report is made of beside lessons: the settings, and what each computer says of its day as a whole. As a hash, to
 * be set against that of the last report.
 */
export const reportTerms = (
  { exportSettings, name, notTheRegister }: School,
  heads: readonly BundleHead[],
): string =>
  sha256(
    JSON.stringify([
      exportSettings,
      name,
      notTheRegister,
      heads
        .map(({ device, day, stillOpen }) => [device.id, day, stillOpen] as const)
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ]),
  )

/**
 * What happened in incidents is for leaders: only a leader says where it goes, each time or for good in Settings, and
 * never into the office's own folder. `folder` is what was said this time; null: the one kept for leaders.
 */
export function refuseUnlessForLeaders(context: Context, folder: string | null): void {
  const { store, school, me } = whoIsHere(context)
  const kept = reportFolderOf(school, 'leaders')
  const into = folder ?? kept
  const isKept = kept !== null && into !== null && resolve(into) === resolve(kept)
  if (!isKept && !mayLead(me, listStaff(store))) throw new Refusal('not-yours', NOT_A_LEADER)
  if (into !== null && school.officeFolder !== null && resolve(into) === resolve(school.officeFolder)) {
    throw new Refusal('not-for-office', NOT_FOR_OFFICE)
  }
}

const NOT_A_LEADER =
  'Only a leader says where the leaders’ report goes. Nothing was written, and nothing is lost. Ask a leader to choose the folder for leaders in Settings on this computer: from then on it goes there by itself.'
const NOT_FOR_OFFICE =
  'The leaders’ report does not go into the office’s own folder, where others read it. Nothing was written, and nothing is lost. Choose another folder for leaders; in Settings a leader does that.'

const noFolder: Record<SheetSplit, string> = {
  office: 'Choose the office’s folder first. Nothing is lost.',
  leaders: 'Choose the leaders’ folder in Settings first, or say another. Nothing is lost.',
}

/** A record for each teacher whose day is in. */
function daysIn(store: Store, date: string, heads: readonly BundleHead[]) {
  const lessons = listOfficeFrames(store, date).map(({ frame }) => ({
    frame,
    events: listOfficeEvents(store, frame.lesson.id),
  }))
  return schoolDays(heads, lessons)
}

/**
 * The last report that went there, by the highest number one of the day ever had, wherever it went: no two reports have
 * one number.
 */
function knownReport(store: Store, of: ReportOf, folder: string): NonNullable<Writing['known']> | null {
  const last = findReport(store, of)
  if (!last) return null
  const version = lastReportVersion(store, of)
  const isHere = last.version === version && resolve(dirname(last.folder)) === resolve(folder)
  return { version, folder: last.folder, contentHash: isHere ? last.contentHash : null }
}

type Made = {
  written: WrittenDay
  revision: number
  termsHash: string
  exportedAt: number
  lessonIds: string[]
}

/** Where nothing was written, the report is as old as it was. What was written last is told of, whatever the clock. */
function remember(store: Store, of: ReportOf, { written, exportedAt, ...made }: Made): void {
  const { version, folder, contentHash, unchanged } = written
  const last = findReport(store, of)
  const isSame = unchanged && last?.version === version
  const madeAt = isSame ? last.madeAt : Math.max(exportedAt, (last?.madeAt ?? 0) + 1)
  rememberReport(store, of, { ...made, version, madeAt, folder, contentHash })
}

/** Lessons added up before, by store and id: adding a whole school up takes a while, and little of it changes. */
const addedUp = new WeakMap<Store, Map<string, KnownLesson>>()

/** The lessons of a day with their sums; only those that changed are added up anew. */
export function listKnownLessons(store: Store, date: string): KnownLesson[] {
  const before = addedUp.get(store) ?? new Map<string, KnownLesson>()
  addedUp.set(store, before)
  return listOfficeFrames(store, date).map(({ frame, revision }) => {
    const known = before.get(frame.lesson.id)
    if (known?.revision === revision) return known
    const added = { frame, revision, sums: sumsOf(frame, listOfficeEvents(store, frame.lesson.id)) }
    before.set(frame.lesson.id, added)
    return added
  })
}
