import { basename, join } from 'node:path'
import type { DayRecord } from '../../../shared/domain/day-record.ts'
import { defaultExportSettings, type ExportSettings } from '../../../shared/domain/export-settings.ts'
import { type SheetSplit, splitSheets, type SplitSheets } from '../../../shared/domain/export-split.ts'
import type { Sheet } from '../../../shared/domain/office-sheets/sheet.ts'
import { type Compared, whatChangedSheet } from '../../../shared/domain/office-sheets/what-changed.ts'
import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import { readCsv, tableOf } from './csv.ts'
import { csvName, makeDayFiles, printPages } from './day-files.ts'
import { dayFolderName, MANIFEST_NAME, MOST_ROUNDS, versionedName } from './day-folder.ts'
import { contentHashOf, manifestFile, manifestOf } from './day-manifest.ts'
import { ExportFailure, exportFailureFrom, notFinished, stopped, unlessStopped } from './export-failure.ts'
import { type FoundDay, type OfficeFolder, officeFolderHere } from './office-folder.ts'
import type { OpenFile } from './owner-files.ts'
import type { NamedFile } from './whole-folder.ts'

export { dayFolderName, ExportFailure }

export type DayExport = {
  /** The office's folder, or another that the split goes to. */
  officeFolder: string
  day: DayRecord
  /** Of this computer: another's day of the same name is no earlier version of this one. */
  deviceId?: string
  /** Prints the lessons' pages to a tagged PDF; given from outside because only Electron can. */
  printPdf: (html: string) => Promise<Uint8Array>
  /** UTC ms. */
  exportedAt: number
  appVersion: string
  /** For whom; the office unless said. */
  split?: SheetSplit
  settings?: ExportSettings
  /** The folder, behind whatever keeps it from holding up the app; without it, it is dealt with right here. */
  folder?: OfficeFolder
  told?: (step: ExportStep) => void
  /** The newest version this computer has put into this folder before. */
  known?: { version: number; folder: string; contentHash: string | null } | null
  /** Writes also what `known` says the office has had, where its folder is gone. */
  again?: boolean
  /** Somebody is waiting: pages are printed while the folder is still looked into, in vain where it is away. */
  isAwaited?: boolean
  /** Aborted, the export stops, and nothing of it is left to be seen. */
  signal?: AbortSignal
}

/** How far an export is: what it does, and how many of how many files are done. */
export type ExportStep = {
  step: 'looking' | 'printing' | 'writing'
  done: number
  of: number
}

export type WrittenDay = {
  /** Full path. */
  folder: string
  version: number
  /** Names of all files in it, the manifest too. */
  files: string[]
  /** True when the newest version already held exactly this, and nothing was written. */
  unchanged: boolean
  /** With `unchanged`: the office had it, and its folder is not there any more. */
  isGone: boolean
  contentHash: string
  /** When the version before says it was written, where that is later than this one (UTC ms): a clock is wrong. */
  earlierIsDated: number | null
  /** Files of the version before that somebody has open, who will not see this one there. */
  openFiles: readonly OpenFile[]
}

/**
 * Writes a teacher's day into the office's folder, whole or not at all (docs/formats.md): all
 * files are made first, then written and flushed under a hidden name, the manifest last, then renamed in one step.
 * A changed day becomes the next version; earlier ones are never touched. Fails with an `ExportFailure` only.
 */
export async function writeDay(options: DayExport): Promise<WrittenDay> {
  const { officeFolder, day, folder = officeFolderHere(), signal } = options
  const { split = 'office', settings = defaultExportSettings } = options
  const sheets = splitSheets(day, split, settings)
  const pages = printedOnce(options, { day, split, settings })
  const content = { ...sheets, split, settings, contentHash: contentHashOf(sheets, settings), pages }
  const hadIt = options.known?.contentHash === content.contentHash && !options.again
  if (options.isAwaited && !hadIt) void pages()
  try {
    // Another computer may take the version meanwhile: then this one looks again, and becomes the next or finds itself there.
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const written = await writeOnce(options, folder, content)
      if (written) return written
    }
    throw new Error('The name of the next version is always taken.')
  } catch (error) {
    throw signal?.aborted ? stopped() : exportFailureFrom(error, officeFolder)
  } finally {
    folder.end()
  }
}

type Content = SplitSheets & {
  split: SheetSplit
  settings: ExportSettings
  contentHash: string
  pages: () => Promise<readonly NamedFile[]>
}

/** Prints the pages when first asked, and gives the same again however often they are needed. */
function printedOnce({ printPdf }: DayExport, wish: Parameters<typeof printPages>[0]): Content['pages'] {
  let printed: Promise<readonly NamedFile[]> | null = null
  return () => {
    if (printed === null) {
      printed = printPages(wish, printPdf)
      // Told by whoever needs them; begun in advance, nobody may ever.
      printed.catch(() => {})
    }
    return printed
  }
}

async function writeOnce(
  options: DayExport,
  folder: OfficeFolder,
  content: Content,
): Promise<WrittenDay | null> {
  const { split, sheets, contentHash, pages } = content
  const { officeFolder, day, exportedAt, signal, known = null, again = false, told = () => {} } = options
  const tell = (step: ExportStep['step'], done = 0, of = 0) => told({ step, done, of })
  const { date, teacherName, deviceName } = day
  const on = { deviceName, ...(options.deviceId && { deviceId: options.deviceId }) }
  const had = known && { had: basename(known.folder) }
  tell('looking')
  const wish = { officeFolder, date, teacherName, split, on, ...had, now: exportedAt }
  const found = await unlessStopped(signal, folder.find(wish))
  const unchanged = { unchanged: true, contentHash, earlierIsDated: null, openFiles: [] } as const
  if (found.newest && found.whole?.contentHash === contentHash) {
    const files = [...found.whole.files.map(({ name }) => name), MANIFEST_NAME]
    return { ...found.newest, ...unchanged, files, isGone: false }
  }
  const newest = found.newest?.version ?? 0
  // Moved away by the office, which has dealt with it: written once more it would pass for something new.
  if (!again && known?.contentHash === contentHash && known.version > newest) {
    const { folder: gone, version } = known
    return { folder: gone, version, ...unchanged, files: [], isGone: true }
  }
  tell('printing')
  const since = Math.max(newest, known?.version ?? 0)
  const changed = since > 0 ? [whatChangedSheet(day, since, compare(found, sheets, date))] : []
  const wanted = { day, split, sheets: [...sheets, ...changed], pages: pages() }
  const making = makeDayFiles(wanted).catch((error: unknown) => {
    throw notFinished(error)
  })
  const made = await unlessStopped(signal, making)
  const version = since + 1
  const earlierIsDated = datedLater(found, exportedAt)
  const remarks = earlierIsDated === null ? [] : [wrongClock(exportedAt, newest, earlierIsDated)]
  const files = [...made, manifestFile({ ...manifestOf(options, made, content, version), remarks })]
  const name = versionedName(found.name, version)
  tell('writing', 0, files.length)
  const wrote = (count: number) => tell('writing', count, files.length)
  const outcome = await folder.put(
    { parent: officeFolder, name, files },
    { wrote, ...(signal && { signal }) },
  )
  if (outcome === 'stopped') throw stopped()
  if (outcome === 'taken') return null
  return {
    folder: join(officeFolder, name),
    version,
    files: files.map((file) => file.name),
    unchanged: false,
    isGone: false,
    contentHash,
    earlierIsDated,
    openFiles: found.open,
  }
}

/** The new sheets beside those the office really has of the version before; null where that is not there any more. */
function compare({ newest, tables }: FoundDay, sheets: readonly Sheet[], date: string): Compared[] | null {
  if (newest === null) return null
  return sheets.map((sheet) => {
    const before = tables[csvName(sheet, date)]
    return { sheet, before: before === undefined ? null : readCsv(before), after: tableOf(sheet) }
  })
}

/** When the version before was written by its own word, where that is after this one; else null. UTC ms. */
function datedLater({ manifest }: FoundDay, exportedAt: number): number | null {
  const before = manifest ? Date.parse(manifest.exportedAt) : Number.NaN
  return before > exportedAt ? before : null
}

const wrongClock = (exportedAt: number, version: number, earlierAt: number): string =>
  `The clock of a computer is wrong: written ${instant(exportedAt)}, this is dated before version ${version} (${instant(earlierAt)}). The day of the lessons is theirs, whatever the clock.`

const instant = (at: number): string => `${fullDate(at)}, ${clockTime(at)}`
