import { join } from 'node:path'
import type { DayRecord } from '../../../shared/domain/day-record.ts'
import type { Sheet } from '../../../shared/domain/office-sheets/sheet.ts'
import { officeSheets } from '../../../shared/domain/office-sheets.ts'
import { writeCsv } from './csv.ts'
import {
  dayFolderName,
  type FileSum,
  findNewest,
  type Manifest,
  MANIFEST_NAME,
  readWhole,
  sha256,
} from './day-folder.ts'
import { ExportFailure, exportFailureFrom, notFinished } from './export-failure.ts'
import { dayPages } from './lesson-page.ts'
import {
  inPartial,
  type NamedFile,
  publish,
  removeLeftovers,
  requireFolder,
  writeFlushed,
} from './whole-folder.ts'
import { writeXlsx } from './xlsx.ts'

export { dayFolderName, ExportFailure }

export type DayExport = {
  officeFolder: string
  day: DayRecord
  /** Prints the lessons' pages to a tagged PDF; given from outside because only Electron can. */
  printPdf: (html: string) => Promise<Uint8Array>
  /** UTC ms. */
  exportedAt: number
  appVersion: string
}

export type WrittenDay = {
  /** Full path. */
  folder: string
  version: number
  /** Names of all files in it, the manifest too. */
  files: string[]
  /** True when the newest version already held exactly this, and nothing was written. */
  unchanged: boolean
}

/**
 * Writes a teacher's day into the office's folder, whole or not at all (docs/formats.md): all
 * files are made first, then written and flushed under a hidden name, the manifest last, then renamed in one step.
 * A changed day becomes the next version; earlier ones are never touched. Fails with an `ExportFailure` only.
 */
export async function writeDay(options: DayExport): Promise<WrittenDay> {
  const { officeFolder, day, exportedAt } = options
  try {
    await requireFolder(officeFolder)
    await removeLeftovers(officeFolder, exportedAt)
    const sheets = officeSheets(day)
    const contentHash = hashOf(sheets)
    const newest = await findNewest(officeFolder, day.date, day.teacherName)
    const present = newest === null ? null : await readWhole(newest.folder)
    if (newest && present?.contentHash === contentHash) {
      return { ...newest, files: [...present.files.map(({ name }) => name), MANIFEST_NAME], unchanged: true }
    }
    const files = await makeFiles(options, sheets).catch((error: unknown) => {
      throw notFinished(error)
    })
    return await writeVersion(options, files, contentHash, (newest?.version ?? 0) + 1)
  } catch (error) {
    throw exportFailureFrom(error, officeFolder)
  }
}

/** Over all that the sheets say; times and versions of writing are not in it. */
const hashOf = (sheets: readonly Sheet[]): string => sha256(JSON.stringify(sheets))

async function makeFiles({ day, printPdf }: DayExport, sheets: readonly Sheet[]): Promise<NamedFile[]> {
  return [
    { name: `Session participation ${day.date}.xlsx`, content: await writeXlsx(sheets) },
    ...sheets.map((sheet) => ({ name: `${sheet.name} ${day.date}.csv`, content: writeCsv(sheet) })),
    { name: `Lessons ${day.date}.pdf`, content: await printPdf(dayPages(day)) },
  ]
}

async function writeVersion(
  options: DayExport,
  files: readonly NamedFile[],
  contentHash: string,
  firstFree: number,
): Promise<WrittenDay> {
  const { officeFolder, day } = options
  return inPartial(officeFolder, async (partial) => {
    for (const file of files) await writeFlushed(partial, file)
    // Another computer may take the version meanwhile: then this one becomes the next.
    for (let version = firstFree; ; version += 1) {
      const told = manifestOf(options, files, contentHash, version)
      const content = new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`)
      await writeFlushed(partial, { name: MANIFEST_NAME, content })
      const name = dayFolderName(day.date, day.teacherName, version)
      if (!(await publish(partial, officeFolder, name))) continue
      const names = [...files.map((file) => file.name), MANIFEST_NAME]
      return { folder: join(officeFolder, name), version, files: names, unchanged: false }
    }
  })
}

function manifestOf(
  { day, exportedAt, appVersion }: DayExport,
  files: readonly NamedFile[],
  contentHash: string,
  version: number,
): Manifest {
  return {
    app: 'Session Companion',
    appVersion,
    format: 1,
    school: day.schoolName,
    isExample: day.isExample,
    notTheRegister: day.notTheRegister,
    date: day.date,
    teacher: day.teacherName,
    computer: day.deviceName,
    version,
    exportedAt: new Date(exportedAt).toISOString(),
    lessons: day.lessons.map(({ lesson }) => ({
      id: lesson.id,
      class: lesson.className,
      subject: lesson.subject,
      startsAt: new Date(lesson.startsAt).toISOString(),
    })),
    contentHash,
    files: files.map(({ name, content }): FileSum => ({
      name,
      bytes: content.byteLength,
      sha256: sha256(content),
    })),
  }
}
