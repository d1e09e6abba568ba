import type { DayRecord } from '../../../shared/domain/day-record.ts'
import { type PraiseNote, praiseNotes } from '../../../shared/domain/office-sheets/praise-notes.ts'
import { type Certificate, certificatePage, certificatePages } from './certificate-page.ts'
import { dayFolderName, fileName } from './day-folder.ts'
import { MOST_OF_LEVEL } from './write-certificates.ts'
import { praisePages } from './praise-page.ts'
import { type Putting, putMadeFiles } from './put-made-files.ts'
import { type NamedFile, nameNotIn } from './whole-folder.ts'

type HomeExport = Putting & {
  day: DayRecord
  colour: string
  /** Earned that day, with the class of each. */
  certificates: readonly (Certificate & { className: string })[]
  printPdf: (html: string) => Promise<Uint8Array>
}

/**
 * What goes home of a day, in a folder of its own, whole or not at all: `2021-01-18 Ms J Reid home`, then `... home v2`.
 * A PDF for each pupil with praise and for each certificate, and all of a class in one to print at once. Null where
 * there is nothing to take home; fails with an `ExportFailure` only.
 */
export async function writeHome(options: HomeExport): Promise<{ folder: string; files: string[] } | null> {
  const { day, printPdf } = options
  const documents = documentsOf(options)
  if (documents.length === 0) return null
  const name = `${dayFolderName(day.date, day.teacherName, 1)} home`
  return putMadeFiles(options, name, async (goOn) => {
    const files: NamedFile[] = []
    for (const [index, document] of documents.entries()) {
      goOn(index, documents.length)
      files.push({ name: document.name, content: await printPdf(document.html) })
    }
    return files
  })
}

type Document = { name: string; html: string }

const MOST_OF_CLASS = 24

function documentsOf({ day, colour, certificates }: HomeExport): Document[] {
  const notes = praiseNotes(day)
  const documents: Document[] = []
  const add = (className: string, words: Parameters<typeof fileName>, html: string) => {
    const taken = new Set(documents.map(({ name }) => name.toLowerCase()))
    const wanted = fileName([className, MOST_OF_CLASS], ...words) || 'Certificate'
    documents.push({ name: nameNotIn(taken, wanted, 'pdf'), html })
  }
  const classes = new Set([...notes, ...certificates].map(({ className }) => className))
  const isOf = (className: string) => (one: { className: string }) => one.className === className
  const pages = (some: readonly PraiseNote[]) => praisePages({ ...day, colour }, some)
  for (const className of classes) {
    const ofClass = notes.filter(isOf(className))
    const earned = certificates.filter(isOf(className))
    if (ofClass.length > 0) add(className, [['all praise notes']], pages(ofClass))
    if (earned.length > 0) add(className, [['all certificates']], certificatePages(earned))
    for (const note of ofClass) add(className, [[note.name], ['praise']], pages([note]))
    for (const one of earned) {
      add(className, [[one.pupilName], [one.levelName, MOST_OF_LEVEL]], certificatePage(one))
    }
  }
  return documents
}
