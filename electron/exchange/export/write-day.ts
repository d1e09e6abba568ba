import { basename, join } from 'node:path'
import type { DayRecord } from '../../../shared/domain/day-record.ts'
import { defaultExportSettings, type ExportSettings } from '../../../shared/domain/export-settings.ts'
import { type SheetSplit, splitSheets, type SplitSheets } from '../../../shared/domain/export-split.ts'
import type { Sheet } from '../../../shared/domain/office-sheets/sheet.ts'
import { type Compared, whatChangedSheet } from '../../../shared/domain/office-sheets/what-changed.ts'
import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import { readCsv, tableOf } from './csv.ts'
import { csvName, dayBooks, makeDayFiles, type Pages, pagesOfDay, printPages } from './day-files.ts'
import { dayFolderName, MANIFEST_NAME, MOST_ROUNDS, versionedName } from './day-folder.ts'
import { contentHashOf, manifestFile, manifestOf } from './day-manifest.ts'
import {
  ExportFailure,
  exportFailureFrom,
  type FolderNamed,
  notFinished,
  stopped,
  unlessStopped,
} from './export-failure.ts'
import { type FoundDay, type OfficeFolder, officeFolderHere } from './office-folder.ts'
import type { ExportedOn } from './own-day.ts'
import type { OpenFile } from './owner-files.ts'
import type { NamedFile } from './whole-folder.ts'

export { dayFolderName, ExportFailure }

export type DayExport = Writing & {
  day: DayRecord
  /** For whom; the office unless said. */
  split?: SheetSplit
  settings?: ExportSettings
}

/** How a day's versions are written, a teacher's or a whole school's. */
export type Writing = {
  /** The office's folder, or another that the split goes to. */
  officeFolder: string
  /** The same in the words of a failure; the office's unless told. */
  named?: FolderNamed
  /** Of this computer: another's day of the same name is no earlier version of this one. */
  deviceId?: string
  /** Prints the lessons' pages to a tagged PDF; given from outside because only Electron can. */
  printPdf: (html: string) => Promise<Uint8Array>
  /** UTC ms. */
  exportedAt: number
  appVersion: string
  /** The folder, behind whatever keeps it from holding up the app; without it, it is dealt with right here. */
  folder?: OfficeFolder
  told?: (step: ExportStep) => void
  /** The newest version this computer has put into this folder before; `contentHash` null where that is not known. */
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
export const writeDay = (options: DayExport): Promise<WrittenDay> => {
  const { day, split = 'office', settings = defaultExportSettings, deviceId } = options
  return writeVersion(options, {
    ...splitSheets(day, split, settings),
    day,
    split,
    settings,
    book: dayBooks[split],
    on: { deviceName: day.deviceName, ...(deviceId !== undefined && { deviceId }) },
    pages: () => pagesOfDay(day, settings),
  })
}

/** What a version holds, and whose it is. */
export type VersionContent = SplitSheets & {
  day: Omit<DayRecord, 'packs'>
  split: SheetSplit
  settings: ExportSettings
  /** What the workbook is called. */
  book: string
  /** Whose earlier versions it comes after; without it, any computer's of that name. */
  on?: ExportedOn
  /** The pages for signature, which only the office gets. */
  pages: () => readonly Pages[]
}

/** The same of whatever a version may hold: the one way a day's files come into a folder. */
export async function writeVersion(options: Writing, version: VersionContent): Promise<WrittenDay> {
  const { officeFolder, folder = officeFolderHere(), signal } = options
  const print = printedOnce(options, version)
  const content = { ...version, contentHash: contentHashOf(version, version.settings), print }
  const hadIt = options.known?.contentHash === content.contentHash && !options.again
  try {
    if (options.isAwaited && !hadIt) void print()
    // Another computer may take the version meanwhile: then this one looks again, and becomes the next or finds itself there.
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const written = await writeOnce(options, folder, content)
      if (written) return written
    }
    throw new Error('The name of the next version is always taken.')
  } catch (error) {
    throw signal?.aborted ? stopped() : exportFailureFrom(error, officeFolder, options.named)
  } finally {
    folder.end()
  }
}

type Print = (told?: (done: number, of: number) => void) => Promise<readonly NamedFile[]>
type Content = VersionContent & { contentHash: string; print: Print }

/**
 * Prints the pages when first asked, and gives the same again however often they are needed. Whoever asks with `told` is
 * told how many of several documents there are so far.
 */
function printedOnce({ printPdf, signal }: Writing, { split, pages }: VersionContent): Print {
  let printed: Promise<readonly NamedFile[]> | null = null
  let tell: Parameters<Print>[0] = undefined
  const goOn = (done: number, of: number) => {
    if (signal?.aborted) throw stopped()
    if (of > 1) tell?.(done, of)
  }
  return (told) => {
    tell = told
    if (printed === null) {
      printed = printPages(split === 'office' ? pages() : [], printPdf, goOn)
      // Told by whoever needs them; begun in advance, nobody may ever.
      printed.catch(() => {})
    }
    return printed
  }
}

async function writeOnce(
  options: Writing,
  folder: OfficeFolder,
  content: Content,
): Promise<WrittenDay | null> {
  const { day, split, sheets, book, on, contentHash, print } = content
  const { officeFolder, exportedAt, signal, known = null, again = false, told = () => {} } = options
  const tell = (step: ExportStep['step'], done = 0, of = 0) => told({ step, done, of })
  const { date, teacherName } = day
  const had = known && { had: basename(known.folder) }
  tell('looking')
  const wish = { officeFolder, date, teacherName, split, ...(on && { on }), ...had }
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
  const printed = (done: number, of: number) => tell('printing', done, of)
  const since = Math.max(newest, known?.version ?? 0)
  const changed = since > 0 ? [whatChangedSheet(day, since, compare(found, since, sheets, date))] : []
  const wanted = { day, book, sheets: [...sheets, ...changed], pages: print(printed) }
  const making = makeDayFiles(wanted).catch((error: unknown) => {
    throw notFinished(error)
  })
  const made = await unlessStopped(signal, making)
  const version = since + 1
  const earlierIsDated = datedLater(found, exportedAt)
  const remarks = earlierIsDated === null ? [] : [wrongClock(exportedAt, newest, earlierIsDated)]
  const files = [
    ...made,
    manifestFile({ ...manifestOf({ ...options, day }, made, content, version), remarks }),
  ]
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

/** The new sheets beside those the office really has of version `since`; null where that is not there any more. */
function compare(
  { newest, tables }: FoundDay,
  since: number,
  sheets: readonly Sheet[],
  date: string,
): Compared[] | null {
  if (newest?.version !== since) return null
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
