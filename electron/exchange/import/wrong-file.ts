import type { Refusal } from '../../../shared/domain/class-list.ts'
import type { FileKind, Recognised } from '../../../shared/domain/recognised-file.ts'
import { fold } from './class-list-headers.ts'

const PROGRAMS: Readonly<Partial<Record<FileKind, string>>> = {
  'zoom-participants': 'a Zoom participant report',
  'zoom-unique-users': 'a Zoom participant report',
  'teams-attendance': 'a Teams participant report',
  'meet-attendance': 'a Google Meet participant report',
  'zoom-poll': 'a poll or quiz saved from Zoom',
  'zoom-chat': 'a chat saved from Zoom',
}

/** A file of a meeting program, chosen as a class list. */
export function refuseReport({ kind }: Recognised): Refusal {
  const what = PROGRAMS[kind] ?? 'a file saved from a meeting'
  return {
    code: 'participant-report',
    message: `This is ${what}, not a class list. Nothing was changed.`,
    advice:
      'Who was there is taken in at the sign-off of its lesson, or by dropping the participant report on the main window. For the class list, export one from your school’s system as CSV or Excel workbook and choose that file here.',
  }
}

const oneRoster = (file: string): Refusal => ({
  code: 'oneroster',
  message: `This is ${file} of a OneRoster export, not a class list. Nothing was changed.`,
  advice:
    'One file of it is not enough to know who is in which class. Choose the whole export as a zip, or export a class list as CSV or Excel workbook from your school’s system (Forename, Surname, Class, UPN).',
})

/** Folded headings that stand in one row of a file of this kind and in no class list. */
const KNOWN_FILES: readonly { headings: readonly string[]; refusal: Refusal }[] = [
  { headings: ['sourcedid', 'givenname', 'familyname'], refusal: oneRoster('users.csv') },
  { headings: ['sourcedid', 'usersourcedid', 'classsourcedid'], refusal: oneRoster('enrollments.csv') },
  { headings: ['sourcedid', 'usersourcedid'], refusal: oneRoster('one file') },
  { headings: ['sourcedid', 'title'], refusal: oneRoster('one file') },
  { headings: ['sourcedid', 'name', 'type'], refusal: oneRoster('orgs.csv') },
  { headings: ['propertyname', 'value'], refusal: oneRoster('manifest.csv') },
]

const MARKUP: readonly { start: RegExp; kind: string }[] = [
  { start: /^\s*<(!doctype html|html|table|head|meta)\b/i, kind: 'a web page (some programs call it .xls)' },
  { start: /^\s*<\?xml/i, kind: 'an XML file' },
  { start: /^\{\\rtf/, kind: 'a Word (RTF) document' },
  { start: /^BEGIN:VCALENDAR/i, kind: 'a calendar' },
  { start: /^BEGIN:VCARD/i, kind: 'an address book' },
  { start: /^\s*[[{]\s*["{[]/, kind: 'a JSON file' },
]

/** A file recognised by its headings as something other than a class list, to be refused by name; else null. */
export function findWrongFile(rows: readonly (readonly string[])[]): Refusal | null {
  for (const cells of rows) {
    const headings = new Set(cells.map(fold))
    const known = KNOWN_FILES.find((file) => file.headings.every((heading) => headings.has(heading)))
    if (known) return known.refusal
  }
  return null
}

/** A text file that is no table at all, by how it begins; else null. */
export function findMarkup(text: string): Refusal | null {
  const start = text.slice(0, 1000)
  const found = MARKUP.find((markup) => markup.start.test(start))
  return found ? refuseKind('not-a-table', found.kind) : null
}

/** Refuses a file that isn't a table of text, saying what it is: `kind` with its article, such as `a PDF`. */
export function refuseKind(code: string, kind: string): Refusal {
  return {
    code,
    message: `This file is ${kind}, not a class list as CSV or Excel workbook. Nothing was changed.`,
    advice:
      'Open the list in the program it came from and export or save it as CSV instead (“CSV UTF-8” in Excel) or as a workbook (.xlsx), then choose that file.',
  }
}
