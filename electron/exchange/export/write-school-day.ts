import type { DayRecord } from '../../../shared/domain/day-record.ts'
import type { ExportSettings } from '../../../shared/domain/export-settings.ts'
import type { SheetSplit } from '../../../shared/domain/export-split.ts'
import { schoolSheets, type WholeSchoolDay } from '../../../shared/domain/office-sheets/school-sheets.ts'
import { pagesForSignature } from './day-files.ts'
import { type Writing, writeVersion, type WrittenDay } from './write-day.ts'

/** In place of a teacher's name. */
const WHOLE_SCHOOL = 'Whole school'

/** What the workbook is called; the PDF of all lessons has the office's name. */
const schoolBooks = {
  office: WHOLE_SCHOOL,
  leaders: `${WHOLE_SCHOOL} for leaders`,
} as const satisfies Record<SheetSplit, string>

export type SchoolDayExport = Writing & {
  school: WholeSchoolDay
  /** A record for each teacher; at least one. */
  days: readonly [DayRecord, ...DayRecord[]]
  split: SheetSplit
  settings: ExportSettings
  /** The office's computer. */
  deviceName: string
}

/**
 * Writes a whole school's day for one reader into a folder of its own, as a teacher's is written and under the same
 * settings: under the school's name and wording as the office's computer has them. Two computers of one office count
 * their versions together. Fails with an `ExportFailure` only.
 */
export function writeSchoolDay(options: SchoolDayExport): Promise<WrittenDay> {
  const { school, split, settings, deviceName } = options
  const underSchool = (day: DayRecord): DayRecord => ({ ...day, ...school })
  const [first, ...others] = options.days
  const days = [underSchool(first), ...others.map(underSchool)] as const
  const pages = { days, date: school.date, who: 'whole school', all: WHOLE_SCHOOL, settings }
  return writeVersion(options, {
    ...schoolSheets(school, days, settings, split),
    day: { ...school, teacherName: WHOLE_SCHOOL, deviceName, lessons: days.flatMap((day) => day.lessons) },
    split,
    settings,
    book: schoolBooks[split],
    pages: () => pagesForSignature(pages),
  })
}
