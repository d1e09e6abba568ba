import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { CalendarLesson } from '../../../shared/domain/timetable-import.ts'
import { judgeEntry, type Surroundings } from '../../../shared/domain/timetable-problems.ts'
import { type TimetableEntry, whyImpossible } from '../../../shared/domain/timetable.ts'
import { addDays, schoolDateOf, weekdayOf } from '../../../shared/domain/times.ts'
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts'
import { createPauses } from '../../exchange/import/pauses.ts'
import { listClasses } from '../../store/classes-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { listStaff } from '../../store/school-repository.ts'
import { listEntries, saveSealed, type SealedEntry, sealEntry } from '../../store/timetable-repository.ts'
import { recordedApproval } from '../approvals.ts'
import type { ChosenFile } from '../../reading/file-reader.ts'
import { chooseOrTake, readChosenFile } from '../chosen-file.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { namesOf } from './timetable.ts'

type Waiting = { token: string; lessons: CalendarLesson[]; store: Store }

/** The timetable from and to iCalendar files: read and shown first, written only when a person confirms it. */
export function timetableFileHandlers(
  context: Context,
): Pick<Handlers, 'timetable.import-choose' | 'timetable.import-confirm' | 'timetable.export'> {
  let waiting: Waiting | null = null
  return {
    'timetable.import-choose': async ({ handed }) => {
      whoIsHere(context)
      const file = await chooseOrTake(context, 'calendar', handed)
      if (file === null) return { outcome: 'cancelled' }
      const fileName = file.name
      const reading = await readCalendar(context, file)
      if (!reading.understood) return { outcome: 'refused', fileName, refusal: reading.refusal }
      const { store } = whoIsHere(context)
      const token = randomUUID()
      waiting = { token, lessons: reading.lessons, store }
      const preview = { fileName, warnings: reading.warnings, ...(await previewOf(context, reading.lessons)) }
      return { outcome: 'understood', token, preview }
    },
    'timetable.import-confirm': async (wish) => {
      const { store } = whoIsHere(context)
      if (waiting?.token !== wish.token || waiting.store !== store) {
        throw new Refusal('no-such-file', 'Choose the file again: it was not kept.')
      }
      const { lessons } = waiting
      waiting = null
      const counts = await context.unfinished(importLessons(context, store, lessons, wish))
      context.windows.tell('school.changed', {})
      return counts
    },
    'timetable.export': async () => {
      const { store, school } = whoIsHere(context)
      const folder = await context.chooseFolder('Choose where to save the calendar')
      if (folder === null) return { path: null }
      const { writeCalendarIcs } = await import('../../exchange/export/calendar-ics.ts')
      const { writeCalendarFile } = await import('../../exchange/export/write-calendar.ts')
      const content = writeCalendarIcs({
        entries: listEntries(store),
        calendar: school.calendar,
        nameOf: namesOf(store),
        schoolName: school.name,
        exportedAt: context.now(),
      })
      const name = `Timetable ${schoolDateOf(context.now())}`
      const path = await context.unfinished(writeCalendarFile(folder, name, content)).catch(() => {
        throw new Refusal(
          'cannot-write',
          'The timetable could not be written there. Nothing is lost. Choose another folder, or make room in this one.',
        )
      })
      return { path }
    },
  }
}

async function readCalendar(context: Context, file: ChosenFile) {
  const { readCalendarIcs, LARGEST_CALENDAR_BYTES, CALENDAR_TOO_LARGE } =
    await import('../../exchange/import/calendar-ics.ts')
  const bytes = await readChosenFile(file, LARGEST_CALENDAR_BYTES, CALENDAR_TOO_LARGE)
  if (!(bytes instanceof Uint8Array)) return { understood: false as const, refusal: bytes }
  const { store, school } = whoIsHere(context)
  const today = schoolDateOf(context.now())
  return readCalendarIcs(bytes, {
    classes: listClasses(store),
    staff: listStaff(store),
    calendar: school.calendar,
    from: addDays(today, 1 - weekdayOf(today)),
  })
}

type Preview = Pick<
  Extract<Output<'timetable.import-choose'>, { outcome: 'understood' }>['preview'],
  'lessons' | 'classes' | 'staff'
>

async function previewOf(context: Context, lessons: readonly CalendarLesson[]): Promise<Preview> {
  const { store } = whoIsHere(context)
  const judged = await judgeAll(context, store, lessons)
  return {
    lessons: judged.map(({ lesson, entry, present, problems }) => ({
      ...lesson,
      change: present === null ? 'new' : entry && isSame(entry, present) ? 'unchanged' : 'changed',
      problems,
    })),
    classes: listClasses(store).map(({ id, name }) => ({ id, name })),
    staff: listStaff(store),
  }
}

type Judged = {
  lesson: CalendarLesson
  /** Null where no class is known. */
  entry: TimetableEntry | null
  present: TimetableEntry | null
  problems: string[]
}

/** Each lesson among those of the timetable and those of the file before it, in short stretches. */
async function judgeAll(
  context: Context,
  store: Store,
  lessons: readonly CalendarLesson[],
): Promise<Judged[]> {
  const { school } = whoIsHere(context)
  const surroundings: Surroundings = { calendar: school.calendar, nameOf: namesOf(store) }
  const known = new Map(listEntries(store).map((entry) => [entry.id, entry]))
  const among = new Map(known)
  const pause = createPauses()
  const judged: Judged[] = []
  for (const lesson of lessons) {
    await pause()
    const present = known.get(lesson.entry.id) ?? null
    const entry = lesson.classId === null ? null : { ...lesson.entry, classId: lesson.classId }
    const problems = entry ? problemsOf(entry, [...among.values()], surroundings) : []
    if (entry) among.set(entry.id, entry)
    judged.push({ lesson, entry, present, problems })
  }
  return judged
}

function problemsOf(
  entry: TimetableEntry,
  others: readonly TimetableEntry[],
  surroundings: Surroundings,
): string[] {
  const impossible = whyImpossible(entry)
  if (impossible !== null) return [impossible]
  return judgeEntry(entry, others, surroundings).map(({ message }) => message)
}

/** Whether a file says of an entry what is known already; an approval is none of a file's business. */
const isSame = (entry: TimetableEntry, present: TimetableEntry): boolean =>
  isDeepStrictEqual(withoutApprovals(entry), withoutApprovals(present))

const withoutApprovals = (entry: TimetableEntry): TimetableEntry => ({
  ...entry,
  approval: null,
  exceptions: entry.exceptions
    .map(({ date, change }) => ({
      date,
      change: change.kind === 'moved' ? { ...change, approval: null } : change,
    }))
    .toSorted((a, b) => a.date.localeCompare(b.date)),
})

type Imported = Output<'timetable.import-confirm'>

async function importLessons(
  context: Context,
  store: Store,
  lessons: readonly CalendarLesson[],
  { classes, approval: given }: ParsedInput<'timetable.import-confirm'>,
): Promise<Imported> {
  const approval = given && recordedApproval(context, given)
  const known = new Set(listClasses(store).map(({ id }) => id))
  const chosen = new Map(
    classes.filter(({ classId }) => known.has(classId)).map((one) => [one.title, one.classId]),
  )
  const withClass = lessons.map((one) => ({ ...one, classId: one.classId ?? chosen.get(one.title) ?? null }))
  const counts: Imported = { added: 0, changed: 0, unchanged: 0, leftOut: [] }
  const entries: TimetableEntry[] = []
  for (const { lesson, entry, present, problems } of await judgeAll(context, store, withClass)) {
    if (entry && present && isSame(entry, present)) counts.unchanged += 1
    else if (!entry) counts.leftOut.push({ title: lesson.title, reasons: ['No class was chosen for it.'] })
    else if (problems.length > 0 && (!approval || whyImpossible(entry) !== null)) {
      counts.leftOut.push({ title: lesson.title, reasons: problems })
    } else {
      entries.push(problems.length > 0 ? { ...entry, approval } : entry)
      counts[present ? 'changed' : 'added'] += 1
    }
  }
  const sealed: SealedEntry[] = []
  const pause = createPauses()
  for (const entry of entries) {
    await pause()
    sealed.push(sealEntry(store, entry))
  }
  saveSealed(store, sealed)
  return counts
}
