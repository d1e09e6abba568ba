import { missingLessons, officeTeachers, type ExpectedLesson } from '../../../shared/domain/office-day.ts'
import { byTeacherAndName } from '../../../shared/domain/office-devices.ts'
import type { BundleHead } from '../../../shared/domain/office-frames.ts'
import { decisionFor } from '../../../shared/domain/office-set-aside.ts'
import { isSchoolDay } from '../../../shared/domain/school-calendar.ts'
import { instantsOf, occurrencesOn, type TimetableEntry } from '../../../shared/domain/timetable.ts'
import type { OfficeDayView, SetAsideView } from '../../../shared/ipc/commands/office.ts'
import { listClasses } from '../../store/classes-repository.ts'
import { listOfficeIdentities } from '../../store/keys-repository.ts'
import { listHeads, listOfficeDates } from '../../store/office-days.ts'
import {
  addOfficeNote,
  asideMarkOf,
  findReport,
  listOfficeNotes,
  listSetAside,
  rememberFile,
  removeSetAside,
  type ReportOf,
  type SetAside,
} from '../../store/office-desk.ts'
import { listOfficeDevice, listOfficeDevices } from '../../store/office-devices-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { listStaff } from '../../store/school-repository.ts'
import { listEntries } from '../../store/timetable-repository.ts'
import { type Context, storeOf, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { addSchoolName, decideOwner } from '../office-desk.ts'
import { listKnownLessons, reportTerms } from '../office-report.ts'
import type { OfficeWatch } from '../office-watch.ts'

/** So many files set aside are shown: a page of more is read by nobody. */
const MOST_SHOWN = 500

type Names = 'office.day' | 'office.look' | 'office.add-note' | 'office.take-in' | 'office.dismiss'

/** The Office view: what teachers' computers sent, and what the office makes of it. Nothing here changes a record. */
export function officeHandlers(context: Context, watch: OfficeWatch): Pick<Handlers, Names> {
  const setAsideOf = (contentHash: string): SetAside => {
    const found = listSetAside(storeOf(context)).find((one) => one.contentHash === contentHash)
    if (!found) throw new Refusal('not-set-aside', 'That file is not among those set aside any more.')
    return found
  }
  const changed = () => {
    context.windows.tell('office.changed', {})
    return {}
  }
  return {
    'office.day': (of) => {
      watch.follow()
      return viewOf(context, watch, of)
    },
    'office.look': async () => {
      await watch.look()
      return {}
    },
    'office.add-note': ({ date, lessonId, text }) => {
      const { store, me } = whoIsHere(context)
      addOfficeNote(store, date, { lessonId, text, at: context.now(), by: me.name })
      return changed()
    },
    'office.take-in': async ({ contentHash }) => {
      decide(context, setAsideOf(contentHash))
      await watch.look()
      return changed()
    },
    'office.dismiss': ({ contentHash }) => {
      const store = storeOf(context)
      const { isMoved, fileName } = setAsideOf(contentHash)
      removeSetAside(store, contentHash)
      if (isMoved) rememberFile(store, asideMarkOf(fileName), 'dismissed')
      return changed()
    },
  }
}

/** A person has compared the fingerprint, said that the school is theirs, or whose a lesson is. */
function decide(context: Context, { contentHash, reason, from }: SetAside): void {
  const store = storeOf(context)
  const decision = decisionFor(reason)
  if (!from || decision === null) {
    throw new Refusal('not-to-decide', 'That file cannot be taken in as it is. Nothing was changed.')
  }
  if (decision === 'our-school') addSchoolName(store, from.schoolName)
  else if (decision === 'its-own') decideOwner(store, contentHash)
  else {
    const { deviceId, publicKey, deviceName: name, teacherName } = from
    listOfficeDevice(store, { deviceId, publicKey, name, teacherName }, context.now())
  }
}

async function viewOf(context: Context, watch: OfficeWatch, of: ReportOf): Promise<OfficeDayView> {
  const { store, school } = whoIsHere(context)
  const { state, waiting, notSaved } = watch.standing()
  const { date } = of
  const report = findReport(store, of)
  const heads = listHeads(store, date)
  const lessons = listKnownLessons(store, date)
  const teachers = officeTeachers(heads, lessons, report)
  const entries = listEntries(store)
  const notes = listOfficeNotes(store, date)
  const notesOf = (lessonId: string | null) =>
    notes.filter((one) => one.lessonId === lessonId).map(({ at, by, text }) => ({ at, by, text }))
  return {
    date,
    dates: listOfficeDates(store),
    incoming: { state, folder: school.officeFolder, waiting, notSaved },
    hasKey: listOfficeIdentities(store).length > 0,
    teachers: teachers.map((one) => ({
      ...one,
      lessons: one.lessons.map((lesson) => ({ ...lesson, notes: notesOf(lesson.lessonId) })),
    })),
    hasTimetable: entries.length > 0,
    missing: missingLessons(expectedOn(context, store, date, entries), teachers),
    // Where there is no school, nobody is waited for.
    silent: isSchoolDay(school.calendar, date) ? silentDevices(store, heads) : [],
    setAside: await Promise.all(listSetAside(store).slice(0, MOST_SHOWN).map(setAsideView)),
    notes: notesOf(null),
    report: report && {
      version: report.version,
      madeAt: report.madeAt,
      isOutdated:
        lessons.some(({ revision }) => revision > report.revision) ||
        (report.termsHash !== null && report.termsHash !== reportTerms(school, heads)),
    },
  }
}

const silentDevices = (store: Store, heads: readonly BundleHead[]): OfficeDayView['silent'] =>
  listOfficeDevices(store)
    .filter(
      ({ deviceId, removedAt }) => removedAt === null && !heads.some(({ device }) => device.id === deviceId),
    )
    .map(({ deviceId, name, teacherName }) => ({ deviceId, name, teacherName }))
    .toSorted(byTeacherAndName)

/** What this computer's own timetable has for a day, where it has one. */
function expectedOn(
  context: Context,
  store: Store,
  date: string,
  entries: readonly TimetableEntry[],
): ExpectedLesson[] {
  const { school } = whoIsHere(context)
  const classNames = new Map(listClasses(store).map(({ id, name }) => [id, name]))
  const staff = new Map(listStaff(store).map(({ id, name }) => [id, name]))
  return occurrencesOn(entries, date, school.calendar).map((occurrence) => ({
    className: classNames.get(occurrence.entry.classId) ?? '',
    subject: occurrence.entry.subject,
    ...instantsOf(occurrence),
    teacherName: staff.get(occurrence.entry.teacherId ?? '') ?? null,
  }))
}

async function setAsideView({ contentHash, fileName, reason, at, from }: SetAside): Promise<SetAsideView> {
  const { fingerprintOfKey } = await import('../../exchange/bundle/office-identity.ts')
  return {
    contentHash,
    fileName,
    reason,
    at,
    from: from && {
      deviceName: from.deviceName,
      teacherName: from.teacherName,
      schoolName: from.schoolName,
      fingerprint: fingerprintOfKey(from.publicKey),
    },
  }
}
