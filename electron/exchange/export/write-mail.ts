import type { DayRecord } from '../../../shared/domain/day-record.ts'
import type { ExportSettings } from '../../../shared/domain/export-settings.ts'
import { splitSheets, type SplitSheets } from '../../../shared/domain/export-split.ts'
import { instantOf } from '../../../shared/domain/times.ts'
import { dayBooks, makeDayFiles, pagesOfDay, printPages } from './day-files.ts'
import { dayFolderName } from './day-folder.ts'
import { contentHashOf, manifestFile, manifestOf } from './day-manifest.ts'
import { mailDraft, mailWords } from './mail-draft.ts'
import { sealedZip } from './sealed-zip.ts'
import { type Putting, putMadeFiles } from './put-made-files.ts'
import type { NamedFile } from './whole-folder.ts'

type MailExport = Putting & {
  day: DayRecord
  settings: ExportSettings
  from: string
  to: string
  password: string
  /** Random, of letters and digits. */
  boundary: string
  printPdf: (html: string) => Promise<Uint8Array>
  /** UTC ms. */
  now: number
  appVersion: string
  /** The newest files of this day that were made before. */
  before: { version: number; contentHash: string } | null
}

type WrittenMail = { folder: string; files: string[]; version: number; contentHash: string }

/**
 * The office's part of a day as a locked zip, and a draft of an e-mail with it, in a folder of their own, whole or not
 * at all: `2021-01-18 Ms J Reid by e-mail`, then `... v2`. The password is in neither. Fails with an `ExportFailure` only.
 */
export async function writeMail(options: MailExport): Promise<WrittenMail> {
  const { day, settings, before } = options
  const split = splitSheets(day, 'office', settings)
  // One PDF of all lessons: names of other PDFs could say more than the date.
  const onePdf: ExportSettings = { ...settings, pdfs: ['day'] }
  const contentHash = contentHashOf(split, onePdf)
  const version = before?.contentHash === contentHash ? before.version : (before?.version ?? 0) + 1
  const name = `${dayFolderName(day.date, day.teacherName, 1)} by e-mail`
  const written = await putMadeFiles(options, name, (goOn) => {
    goOn(0, 1)
    return makeFiles(options, { ...split, settings: onePdf, contentHash, version })
  })
  return { ...written, version, contentHash }
}

type Content = SplitSheets & { settings: ExportSettings; contentHash: string; version: number }

async function makeFiles(options: MailExport, content: Content): Promise<NamedFile[]> {
  const { day, from, to, password, boundary, printPdf, now, appVersion } = options
  const pages = printPages(pagesOfDay(day, content.settings), printPdf)
  const made = await makeDayFiles({ day, book: dayBooks.office, sheets: content.sheets, pages })
  const told = { ...content, split: 'office' } as const
  const manifest = manifestOf({ day, exportedAt: now, appVersion }, made, told, content.version)
  const zip: NamedFile = {
    name: `Session participation ${day.date}.zip`,
    content: await sealedZip([...made, manifestFile(manifest)], password, now),
  }
  const { schoolName, teacherName, notTheRegister, isExample } = day
  const words = mailWords({
    schoolName,
    teacherName,
    notTheRegister,
    isExample,
    day: instantOf(day.date, '12:00'),
  })
  const draft = await mailDraft({ ...words, from, to, attachment: zip, at: now, boundary })
  return [{ name: `To the office ${day.date}.eml`, content: draft }, zip]
}
