import { type KnownLesson, sumsOf } from '../../shared/domain/office-day.ts'
import { schoolDays } from '../../shared/domain/office-frames.ts'
import type { WrittenSchoolDay } from '../exchange/export/write-school-day.ts'
import { listHeads, listOfficeFrames, officeRevision } from '../store/office-days.ts'
import { lastReportVersion, rememberReport } from '../store/office-desk.ts'
import { listOfficeEvents } from '../store/office-events.ts'
import type { Store } from '../store/open-store.ts'
import { type Context, whoIsHere } from './context.ts'
import { Refusal } from './dispatch.ts'
import { inWords } from './in-words.ts'

export type SchoolReport = WrittenSchoolDay & { lessons: number }

/**
 * The whole school's workbook and pages of a day into a folder, the office's own unless told: one way for the screen and
 * the command line. Refused, in words, where nothing is in or the folder takes nothing.
 */
export async function makeSchoolReport(
  context: Context,
  { date, folder }: { date: string; folder?: string },
): Promise<SchoolReport> {
  const { store, school } = whoIsHere(context)
  const into = folder ?? school.officeFolder
  if (into === null) throw new Refusal('no-folder', 'Choose the office’s folder first. Nothing is lost.')
  // Read before everything else: what comes in meanwhile came since.
  const revision = officeRevision(store)
  const lessons = listOfficeFrames(store, date).map(({ frame }) => ({
    frame,
    events: listOfficeEvents(store, frame.lesson.id),
  }))
  const [first, ...others] = schoolDays(listHeads(store, date), lessons)
  if (!first) {
    throw new Refusal('nothing-in', 'No teacher’s day of that date is in yet: there is nothing to report.')
  }
  const exportedAt = context.now()
  const { writeSchoolDay } = await import('../exchange/export/write-school-day.ts')
  const wanted = {
    officeFolder: into,
    folder: context.officeFolder(),
    settings: school.exportSettings,
    school: {
      date,
      schoolName: school.name,
      notTheRegister: school.notTheRegister,
      isExample: context.session.isExample,
    },
    days: [first, ...others] as const,
    deviceName: context.deviceName,
    printPdf: context.printPdf,
    exportedAt,
    appVersion: context.appVersion,
    lastVersion: folder === undefined ? lastReportVersion(store, date) : 0,
  }
  const written = await inWords(() => writeSchoolDay(wanted))
  if (folder === undefined) {
    rememberReport(store, date, {
      version: written.version,
      revision,
      madeAt: exportedAt,
      folder: written.folder,
      lessonIds: [first, ...others].flatMap((day) => day.lessons.map(({ lesson }) => lesson.id)),
    })
    context.windows.tell('office.changed', {})
  }
  const count = [first, ...others].reduce((sum, day) => sum + day.lessons.length, 0)
  return { ...written, lessons: count }
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
