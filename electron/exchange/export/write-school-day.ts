import { join } from 'node:path'
import type { DayRecord } from '../../../shared/domain/day-record.ts'
import { schoolSheets } from '../../../shared/domain/office-sheets/school-sheets.ts'
import { fullDate, instantOf } from '../../../shared/domain/times.ts'
import { dayFolderName, findNewest, MANIFEST_NAME, type Manifest, readWhole, sha256 } from './day-folder.ts'
import { exportFailureFrom, notFinished } from './export-failure.ts'
import { schoolPages } from './lesson-page.ts'
import {
  inPartial,
  type NamedFile,
  publish,
  removeLeftovers,
  requireFolder,
  writeFlushed,
} from './whole-folder.ts'
import { writeXlsx } from './xlsx.ts'

/** In place of a teacher's name. */
const WHOLE_SCHOOL = 'Whole school'

export type SchoolDayExport = {
  /** Where it goes. */
  folder: string
  school: Pick<DayRecord, 'date' | 'schoolName' | 'notTheRegister' | 'isExample'>
  /** A record for each teacher; at least one. */
  days: readonly [DayRecord, ...DayRecord[]]
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

/**
 * Writes a whole school's day, workbook and pages, into a folder of its own: whole or not at all, a changed day as the
 * next version. Fails with an `ExportFailure` only.
 */
export async function writeSchoolDay(options: SchoolDayExport): Promise<WrittenSchoolDay> {
  const { folder, school, days, exportedAt, printPdf } = options
  try {
    await requireFolder(folder)
    await removeLeftovers(folder, exportedAt)
    const sheets = schoolSheets(school, days)
    const contentHash = sha256(JSON.stringify(sheets))
    const newest = await findNewest(folder, school.date, WHOLE_SCHOOL)
    const present = newest === null ? null : (await readWhole(newest.folder)).whole
    if (newest && present?.contentHash === contentHash) return { ...newest, unchanged: true }
    const title = `Live online lessons, whole school, ${fullDate(instantOf(school.date, '12:00'))}`
    const make = async (): Promise<NamedFile[]> => [
      { name: `Whole school ${school.date}.xlsx`, content: await writeXlsx(sheets) },
      { name: `Whole school ${school.date}.pdf`, content: await printPdf(schoolPages(title, days)) },
    ]
    const files = await make().catch((error: unknown) => {
      throw notFinished(error)
    })
    return await writeVersion(
      options,
      files,
      contentHash,
      Math.max(newest?.version ?? 0, options.lastVersion) + 1,
    )
  } catch (error) {
    throw exportFailureFrom(error, folder)
  }
}

const writeVersion = (
  options: SchoolDayExport,
  files: readonly NamedFile[],
  contentHash: string,
  firstFree: number,
): Promise<WrittenSchoolDay> =>
  inPartial(options.folder, async (partial) => {
    for (const file of files) await writeFlushed(partial, file)
    // Another computer of the office may take the version meanwhile: then this one becomes the next.
    for (let version = firstFree; ; version += 1) {
      const told = manifestOf(options, files, contentHash, version)
      await writeFlushed(partial, {
        name: MANIFEST_NAME,
        content: new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`),
      })
      const name = dayFolderName(options.school.date, WHOLE_SCHOOL, version)
      if (await publish(partial, options.folder, name)) {
        return { folder: join(options.folder, name), version, unchanged: false }
      }
    }
  })

function manifestOf(
  { school, days, deviceName, exportedAt, appVersion }: SchoolDayExport,
  files: readonly NamedFile[],
  contentHash: string,
  version: number,
): Manifest {
  return {
    app: 'Session Companion',
    appVersion,
    format: 1,
    school: school.schoolName,
    isExample: school.isExample,
    notTheRegister: school.notTheRegister,
    date: school.date,
    teacher: WHOLE_SCHOOL,
    computer: deviceName,
    version,
    exportedAt: new Date(exportedAt).toISOString(),
    lessons: days.flatMap(({ lessons }) =>
      lessons.map(({ lesson }) => ({
        id: lesson.id,
        class: lesson.className,
        subject: lesson.subject,
        startsAt: new Date(lesson.startsAt).toISOString(),
      })),
    ),
    contentHash,
    split: 'office',
    leftOut: [],
    renamed: [],
    files: files.map(({ name, content }) => ({ name, bytes: content.byteLength, sha256: sha256(content) })),
  }
}
