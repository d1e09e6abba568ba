import type { DayRecord, LessonRecordForOffice } from '../../../shared/domain/day-record.ts'
import type { ExportSettings } from '../../../shared/domain/export-settings.ts'
import { type SheetSplit, withNamesApart } from '../../../shared/domain/export-split.ts'
import type { Sheet } from '../../../shared/domain/office-sheets/sheet.ts'
import { foldName } from '../../../shared/domain/people.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import { writeCsv } from './csv.ts'
import { fitForFiles } from './day-folder.ts'
import { pagesOf, pagesTitle } from './lesson-page.ts'
import { type NamedFile, nameNotIn } from './whole-folder.ts'
import { writeXlsx } from './xlsx.ts'

type DayFiles = {
  day: Pick<DayRecord, 'date'>
  /** What the workbook is called, without its date. */
  book: string
  /** Of one reader, under the school's names. */
  sheets: readonly Sheet[]
  /** What `printPages` gives. */
  pages: Promise<readonly NamedFile[]>
}

/** What a teacher's workbook is called. */
export const dayBooks = {
  office: 'Session participation',
  leaders: 'Lessons for leaders',
} as const satisfies Record<SheetSplit, string>

/**
 * The files of a day for one reader: the workbook, a CSV of each sheet, and for the office the pages for signature. The
 * pages are printed by another process, so the workbook is made meanwhile.
 */
export async function makeDayFiles({ day, book, sheets, pages }: DayFiles): Promise<NamedFile[]> {
  const [workbook, pdfs] = await Promise.all([writeXlsx(sheets), pages])
  return [
    { name: `${book} ${day.date}.xlsx`, content: workbook },
    ...sheets.map((sheet) => ({ name: csvName(sheet, day.date), content: writeCsv(sheet) })),
    ...pdfs,
  ]
}

export const csvName = ({ name }: Sheet, date: string): string => `${name} ${date}.csv`

/** Pages to print as one PDF of that name. */
export type Pages = { name: string; html: string }

type PagesWish = {
  days: readonly DayRecord[]
  /** ISO. */
  date: string
  /** Whose pages they are, in the PDF's title. */
  who: string
  /** What the PDF of all is called, without its date. */
  all: string
  settings: ExportSettings
}

/** A teacher's pages for signature. */
export const pagesOfDay = (day: DayRecord, settings: ExportSettings): Pages[] =>
  pagesForSignature({ days: [day], date: day.date, who: day.teacherName, all: 'Lessons', settings })

/**
 * Prints one document after the other: many at once would be many hidden windows at once. `goOn` is told before each how
 * many there are so far, and of how many; what it throws ends the printing.
 */
export async function printPages(
  pages: readonly Pages[],
  printPdf: (html: string) => Promise<Uint8Array>,
  goOn: (done: number, of: number) => void = () => {},
): Promise<NamedFile[]> {
  const printed: NamedFile[] = []
  for (const { name, html } of pages) {
    goOn(printed.length, pages.length)
    printed.push({ name, content: await printPdf(html) })
  }
  return printed
}

/** The pages for signature: all of the day in one document, and where the school wants it one of each class or lesson. */
export function pagesForSignature({ days, date, who, all, settings }: PagesWish): Pages[] {
  const { pdfs, sameNames } = settings
  const apart = days.map((day) => withNamesApart(day, sameNames))
  const lessons = apart.flatMap((day) => day.lessons)
  const pages: Pages[] = []
  const add = (words: string, isMeant: (one: LessonRecordForOffice) => boolean) => {
    const taken = new Set(pages.map((one) => one.name.toLowerCase()))
    const some = apart.map((day) => ({ ...day, lessons: day.lessons.filter(isMeant) }))
    pages.push({
      name: nameNotIn(taken, `${words} ${date}`, 'pdf'),
      html: pagesOf(pagesTitle(who, date), some),
    })
  }
  if (pdfs.includes('day')) add(all, () => true)
  if (pdfs.includes('class')) {
    // By its name: each teacher's computer may have an id of its own for a class.
    const classes = new Map(lessons.map(({ lesson }) => [foldName(lesson.className), lesson.className]))
    for (const [folded, className] of classes) {
      add(fitForFiles(`Lessons of ${className}`), ({ lesson }) => foldName(lesson.className) === folded)
    }
  }
  if (pdfs.includes('lesson')) {
    for (const record of lessons) {
      const { className, subject, startsAt } = record.lesson
      const words = `Lesson ${clockTime(startsAt).replace(':', '')} ${className} ${subject}`
      add(fitForFiles(words), (one) => one === record)
    }
  }
  return pages
}
