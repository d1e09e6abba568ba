import { join } from 'node:path'
import type { DayRecord } from '../../../shared/domain/day-record.ts'
import type { ExportSettings } from '../../../shared/domain/export-settings.ts'
import { type SplitSheets, withNamesApart } from '../../../shared/domain/export-split.ts'
import { schoolSheets, type WholeSchoolDay } from '../../../shared/domain/office-sheets/school-sheets.ts'
import { fullDate, instantOf } from '../../../shared/domain/times.ts'
import { dayFolderName, MOST_ROUNDS } from './day-folder.ts'
import { sha256 } from '../../sha256.ts'
import { manifestFile, manifestOf } from './day-manifest.ts'
import { exportFailureFrom, notFinished } from './export-failure.ts'
import { schoolPages } from './lesson-page.ts'
import type { OfficeFolder } from './office-folder.ts'
import type { NamedFile } from './whole-folder.ts'
import { writeXlsx } from './xlsx.ts'

/** In place of a teacher's name. */
const WHOLE_SCHOOL = 'Whole school'

export type SchoolDayExport = {
  /** Where it goes. */
  officeFolder: string
  /** The folder, behind whatever keeps it from holding up the app. */
  folder: OfficeFolder
  school: WholeSchoolDay
  /** A record for each teacher; at least one. */
  days: readonly [DayRecord, ...DayRecord[]]
  settings: ExportSettings
  /** The office's computer. */
  deviceName: string
  printPdf: (html: string) => Promise<Uint8Array>
  /** UTC ms. */
  exportedAt: number
  appVersion: string
  /** The highest number one of this day had, also where the office has filed it away; 0: none. */
  lastVersion: number
}

export type WrittenSchoolDay = { folder: string; version: number; unchanged: boolean }

type Content = SplitSheets & { contentHash: string; files: () => Promise<readonly NamedFile[]> }

/**
 * Writes a whole school's day, workbook and pages, into a folder of its own: whole or not at all, a changed day as the
 * next version. Fails with an `ExportFailure` only.
 */
export async function writeSchoolDay(options: SchoolDayExport): Promise<WrittenSchoolDay> {
  const { officeFolder, folder, school, days, settings } = options
  const split = schoolSheets(school, days, settings)
  const contentHash = sha256(JSON.stringify(split.sheets))
  let made: Promise<readonly NamedFile[]> | null = null
  const files = () => (made ??= makeFiles(options, split))
  try {
    // Another computer of the office may take the version meanwhile: then this one looks again.
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const written = await writeOnce(options, { ...split, contentHash, files })
      if (written) return written
    }
    throw new Error('The name of the next version is always taken.')
  } catch (error) {
    throw exportFailureFrom(error, officeFolder)
  } finally {
    folder.end()
  }
}

async function makeFiles(
  { school: { date }, days, settings, printPdf }: SchoolDayExport,
  { sheets }: SplitSheets,
): Promise<NamedFile[]> {
  const title = `Live online lessons, whole school, ${fullDate(instantOf(date, '12:00'))}`
  const pages = schoolPages(
    title,
    days.map((day) => withNamesApart(day, settings.sameNames)),
  )
  try {
    return [
      { name: `Whole school ${date}.xlsx`, content: await writeXlsx(sheets) },
      { name: `Whole school ${date}.pdf`, content: await printPdf(pages) },
    ]
  } catch (error) {
    throw notFinished(error)
  }
}

/** Null where another took the name of the version meanwhile. */
async function writeOnce(options: SchoolDayExport, content: Content): Promise<WrittenSchoolDay | null> {
  const { officeFolder, folder, school, days, deviceName, exportedAt } = options
  const wish = { officeFolder, date: school.date, teacherName: WHOLE_SCHOOL, now: exportedAt }
  const { newest, whole } = await folder.find(wish)
  if (newest && whole?.contentHash === content.contentHash) return { ...newest, unchanged: true }
  const made = await content.files()
  const version = Math.max(newest?.version ?? 0, options.lastVersion) + 1
  const lessons = days.flatMap((one) => one.lessons)
  const day = { ...school, teacherName: WHOLE_SCHOOL, deviceName, lessons }
  const told = manifestOf({ ...options, day }, made, { ...content, split: 'office' }, version)
  const files = [...made, manifestFile(told)]
  const name = dayFolderName(school.date, WHOLE_SCHOOL, version)
  if ((await folder.put({ parent: officeFolder, name, files })) !== 'put') return null
  return { folder: join(officeFolder, name), version, unchanged: false }
}
