import { join } from 'node:path'
import type { DayRecord } from '../../../shared/domain/day-record.ts'
import { defaultExportSettings, type ExportSettings } from '../../../shared/domain/export-settings.ts'
import { type SheetSplit, splitSheets, type SplitSheets } from '../../../shared/domain/export-split.ts'
import { makeDayFiles } from './day-files.ts'
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
import {
  inPartial,
  type NamedFile,
  publish,
  removeLeftovers,
  requireFolder,
  writeFlushed,
} from './whole-folder.ts'

export { dayFolderName, ExportFailure }

export type DayExport = {
  /** The office's folder, or another that the split goes to. */
  officeFolder: string
  day: DayRecord
  /** Prints the lessons' pages to a tagged PDF; given from outside because only Electron can. */
  printPdf: (html: string) => Promise<Uint8Array>
  /** UTC ms. */
  exportedAt: number
  appVersion: string
  /** For whom; the office unless said. */
  split?: SheetSplit
  settings?: ExportSettings
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
    const { split = 'office', settings = defaultExportSettings } = options
    const content = splitSheets(day, split, settings)
    const contentHash = hashOf(content, settings)
    const newest = await findNewest(officeFolder, day.date, day.teacherName, split)
    const present = newest === null ? null : await readWhole(newest.folder)
    if (newest && present?.contentHash === contentHash) {
      return { ...newest, files: [...present.files.map(({ name }) => name), MANIFEST_NAME], unchanged: true }
    }
    const wanted = { day, split, settings, sheets: content.sheets, printPdf: options.printPdf }
    const files = await makeDayFiles(wanted).catch((error: unknown) => {
      throw notFinished(error)
    })
    return await writeVersion(
      { ...options, split },
      files,
      { ...content, contentHash },
      (newest?.version ?? 0) + 1,
    )
  } catch (error) {
    throw exportFailureFrom(error, officeFolder)
  }
}

/** Over all that the sheets say, and which documents there are; times and versions of writing are not in it. */
const hashOf = ({ sheets }: SplitSheets, { pdfs }: ExportSettings): string =>
  sha256(JSON.stringify([sheets, pdfs]))

type Content = SplitSheets & { contentHash: string }
type SplitExport = DayExport & { split: SheetSplit }

async function writeVersion(
  options: SplitExport,
  files: readonly NamedFile[],
  content: Content,
  firstFree: number,
): Promise<WrittenDay> {
  const { officeFolder, day, split } = options
  return inPartial(officeFolder, async (partial) => {
    await Promise.all(files.map((file) => writeFlushed(partial, file)))
    // Another computer may take the version meanwhile: then this one becomes the next.
    for (let version = firstFree; ; version += 1) {
      const told = manifestOf(options, files, content, version)
      const bytes = new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`)
      await writeFlushed(partial, { name: MANIFEST_NAME, content: bytes })
      const name = dayFolderName(day.date, day.teacherName, version, split)
      if (!(await publish(partial, officeFolder, name))) continue
      const names = [...files.map((file) => file.name), MANIFEST_NAME]
      return { folder: join(officeFolder, name), version, files: names, unchanged: false }
    }
  })
}

function manifestOf(
  { day, exportedAt, appVersion, split }: SplitExport,
  files: readonly NamedFile[],
  { contentHash, leftOut, renamed }: Content,
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
    split,
    leftOut,
    renamed,
    contentHash,
    files: files.map(({ name, content }): FileSum => ({
      name,
      bytes: content.byteLength,
      sha256: sha256(content),
    })),
  }
}
