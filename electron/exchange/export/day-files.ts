import type { DayRecord } from '../../../shared/domain/day-record.ts'
import type { ExportSettings } from '../../../shared/domain/export-settings.ts'
import { type SheetSplit, withNamesApart } from '../../../shared/domain/export-split.ts'
import type { Sheet } from '../../../shared/domain/office-sheets/sheet.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import { writeCsv } from './csv.ts'
import { fitForFiles } from './day-folder.ts'
import { dayPages } from './lesson-page.ts'
import { type NamedFile, nameNotIn } from './whole-folder.ts'
import { writeXlsx } from './xlsx.ts'

type DayFiles = {
  day: Pick<DayRecord, 'date'>
  split: SheetSplit
  /** Of that split, under the school's names. */
  sheets: readonly Sheet[]
  /** What `printPages` gives. */
  pages: Promise<readonly NamedFile[]>
}

const bookNames = { office: 'Session participation', leaders: 'Lessons for leaders' } as const

/**
 * The files of a day for one reader: the workbook, a CSV of each sheet, and for the office the pages for signature. The
 * pages are printed by another process, so the workbook is made meanwhile.
 */
export async function makeDayFiles({ day, split, sheets, pages }: DayFiles): Promise<NamedFile[]> {
  const [book, pdfs] = await Promise.all([writeXlsx(sheets), pages])
  return [
    { name: `${bookNames[split]} ${day.date}.xlsx`, content: book },
    ...sheets.map((sheet) => ({ name: csvName(sheet, day.date), content: writeCsv(sheet) })),
    ...pdfs,
  ]
}

export const csvName = ({ name }: Sheet, date: string): string => `${name} ${date}.csv`

type Pages = { name: string; html: string }

/**
 * The pages for signature, which only the office gets. One document after the other: many at once would be many hidden
 * windows at once.
 */
export async function printPages(
  { day, split, settings }: { day: DayRecord; split: SheetSplit; settings: ExportSettings },
  printPdf: (html: string) => Promise<Uint8Array>,
): Promise<NamedFile[]> {
  const pages = split === 'office' ? documentsOf(withNamesApart(day, settings.sameNames), settings.pdfs) : []
  const printed: NamedFile[] = []
  for (const { name, html } of pages) printed.push({ name, content: await printPdf(html) })
  return printed
}

/** The pages for signature: all of the day in one document, and where the school wants it one of each class or lesson. */
function documentsOf(day: DayRecord, kinds: ExportSettings['pdfs']): Pages[] {
  const pages: Pages[] = []
  const add = (words: string, lessons: DayRecord['lessons']) => {
    const taken = new Set(pages.map((one) => one.name.toLowerCase()))
    pages.push({
      name: nameNotIn(taken, `${words} ${day.date}`, 'pdf'),
      html: dayPages({ ...day, lessons }),
    })
  }
  if (kinds.includes('day')) add('Lessons', day.lessons)
  if (kinds.includes('class')) {
    for (const classId of new Set(day.lessons.map(({ lesson }) => lesson.classId))) {
      const lessons = day.lessons.filter(({ lesson }) => lesson.classId === classId)
      add(fitForFiles(`Lessons of ${lessons[0]?.lesson.className ?? ''}`), lessons)
    }
  }
  if (kinds.includes('lesson')) {
    for (const record of day.lessons) {
      const { className, subject, startsAt } = record.lesson
      add(fitForFiles(`Lesson ${clockTime(startsAt).replace(':', '')} ${className} ${subject}`), [record])
    }
  }
  return pages
}
