import { join } from 'node:path'
import type { DayRecord } from '../../../shared/domain/day-record.ts'
import type { ExportSettings } from '../../../shared/domain/export-settings.ts'
import { splitSheets } from '../../../shared/domain/export-split.ts'
import { instantOf } from '../../../shared/domain/times.ts'
import { makeDayFiles, printPages } from './day-files.ts'
import { dayFolderName } from './day-folder.ts'
import { exportFailureFrom, notFinished } from './export-failure.ts'
import { mailDraft, mailWords } from './mail-draft.ts'
import { sealedZip } from './sealed-zip.ts'
import { type NamedFile, writeNewFolder } from './whole-folder.ts'

type MailExport = {
  /** Where the teacher wants it. */
  parent: string
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
}

/**
 * The office's part of a day as a locked zip, and a draft of an e-mail with it, in a folder of their own, whole or not
 * at all: `2021-01-18 Ms J Reid by e-mail`, then `... v2`. The password is in neither. Fails with an `ExportFailure` only.
 */
export async function writeMail(options: MailExport): Promise<{ folder: string; files: string[] }> {
  const { parent, day, now } = options
  try {
    const files = await makeFiles(options).catch((error: unknown) => {
      throw notFinished(error)
    })
    const name = `${dayFolderName(day.date, day.teacherName, 1)} by e-mail`
    const folder = await writeNewFolder({ parent, name, files, now })
    return { folder: join(parent, folder), files: files.map((file) => file.name) }
  } catch (error) {
    throw exportFailureFrom(error, parent)
  }
}

async function makeFiles({ day, settings, from, to, password, boundary, printPdf, now }: MailExport) {
  const { sheets } = splitSheets(day, 'office', settings)
  // One PDF of all lessons: names of other PDFs could say more than the date.
  const onePdf: ExportSettings = { ...settings, pdfs: ['day'] }
  const pages = printPages({ day, split: 'office', settings: onePdf }, printPdf)
  const inside = await makeDayFiles({ day, split: 'office', sheets, pages })
  const zip: NamedFile = {
    name: `Session participation ${day.date}.zip`,
    content: await sealedZip(inside, password, now),
  }
  const { schoolName, teacherName, notTheRegister, isExample } = day
  const words = mailWords({
    schoolName,
    teacherName,
    notTheRegister,
    isExample,
    day: instantOf(day.date, '12:00'),
  })
  const draft = mailDraft({ ...words, from, to, attachment: zip, at: now, boundary })
  return [{ name: `To the office ${day.date}.eml`, content: draft }, zip]
}
