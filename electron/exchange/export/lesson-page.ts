import type { DayRecord, LessonRecordForOffice } from '../../../shared/domain/day-record.ts'
import {
  type CheckAccount,
  type LessonAccount,
  lessonAccount,
  lessonAccounts,
} from '../../../shared/domain/office-sheets/lesson-account.ts'
import type { PupilAccount } from '../../../shared/domain/office-sheets/pupil-account.ts'
import { EXAMPLE_MARK } from '../../../shared/domain/office-sheets/sheet.ts'
import { clockTime, fullDate, instantOf } from '../../../shared/domain/times.ts'
import { escapeHtml, named } from './html.ts'
import { pageStyle } from './lesson-page-style.ts'

/** One lesson's page for signature: a whole HTML document with no script and nothing remote. */
export const lessonPage = (day: DayRecord, lesson: LessonRecordForOffice): string =>
  documentOf(pagesTitle(day.teacherName, day.date), pageOf(day, lessonAccount(day, lesson)))

/** All pages of a day, earliest lesson first, each beginning on a new sheet of paper. */
export const dayPages = (day: DayRecord): string => pagesOf(pagesTitle(day.teacherName, day.date), [day])

/** The pages of one teacher's day, or of all of a school's one after the other in the order given. */
export const pagesOf = (title: string, days: readonly DayRecord[]): string =>
  documentOf(
    title,
    days.flatMap((day) => lessonAccounts(day).map((account) => pageOf(day, account))).join('\n'),
  )

/** The title of their document; `date` is ISO. */
export const pagesTitle = (who: string, date: string): string =>
  `Live online lessons, ${who}, ${longDate({ date })}`

function documentOf(title: string, pages: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${pages}
</body>
</html>
`
}

function pageOf(day: DayRecord, account: LessonAccount): string {
  const row = rowHeight(day, account)
  return `<section class="page${row === null ? ' long' : ''}" style="--row: ${(row ?? SMALLEST_ROW_MM).toFixed(2)}mm">
${heading(day, account)}
${facts(day, account)}
${checks(account)}
${participation(account, row ?? SMALLEST_ROW_MM)}
${signatures(day, account)}
</section>`
}

/**
 * Room for the pupils' rows on a page where everything else takes one line, the line under an unbroken checklist
 * included, with a line to spare.
 */
const TABLE_ROOM_MM = 146
const TALLEST_ROW_MM = 6
const SMALLEST_ROW_MM = 3.9
const ROW_FOR_TWO_LINES_MM = 4.8
const LINE_MM = 4
/** Lines of the checklist that room is kept for, in two columns; a school that adds checks has more. */
const CHECK_LINES = 7
const CHECK_LINE_MM = 5

/**
 * Height of a pupil's row in mm: the table's room shared out, never taller than is easy to read along. Null when they
 * would be too small to read: then the lesson takes two pages.
 */
function rowHeight(day: DayRecord, account: LessonAccount): number | null {
  const { lesson, pupils } = account
  const extraLines =
    linesOfReasons(account) +
    (day.isExample ? 2 : 0) +
    (lesson.outsideTimetable === undefined ? 0 : 2) +
    (lesson.learningIntention.length > 90 ? 1 : 0) +
    (Math.max(day.teacherName.length, account.secondAdultInWords.length) > 35 ? 1 : 0) +
    (lesson.className.length + lesson.subject.length > 35 ? 2 : 0) +
    (day.schoolName.length > 60 ? 1 : 0) +
    Math.floor(day.notTheRegister.length / 105)
  const moreChecks = Math.max(0, Math.ceil(account.checks.length / 2) - CHECK_LINES)
  const room = TABLE_ROOM_MM - extraLines * LINE_MM - moreChecks * CHECK_LINE_MM
  const height = room / (pupils.length + 1)
  return height < SMALLEST_ROW_MM ? null : Math.min(TALLEST_ROW_MM, height)
}

function linesOfReasons({ exceptions }: LessonAccount): number {
  if (exceptions.length > MOST_REASONS_IN_FULL) return exceptions.length
  return exceptions.reduce((sum, { title, reason }) => sum + (`${title}${reason}`.length > 75 ? 2 : 1), 0)
}

function heading(day: DayRecord, { lesson, liveAt, endedAt }: LessonAccount): string {
  const held =
    liveAt !== null && endedAt !== null ? `${clockTime(liveAt)} to ${clockTime(endedAt)}` : 'not recorded'
  const example = day.isExample ? `\n<p class="example">${escapeHtml(EXAMPLE_MARK)}</p>` : ''
  return `<header>
<div>
<p class="school clamp">${named(day.schoolName)}</p>
<h1 class="clamp">${named(lesson.className)}: ${named(lesson.subject)}</h1>
</div>
<p class="when"><strong>${escapeHtml(longDate(day))}</strong>
planned ${clockTime(lesson.startsAt)} to ${clockTime(lesson.endsAt)}<br>held ${held}</p>
</header>${example}`
}

function facts(day: DayRecord, account: LessonAccount): string {
  const { learningIntention, outsideTimetable } = account.lesson
  const wide = (term: string, value: string) =>
    `<dt>${term}</dt><dd class="wide"><span class="clamp">${named(value)}</span></dd>`
  const short = (term: string, value: string) =>
    `<dt>${term}</dt><dd><span class="clamp">${named(value)}</span></dd>`
  return `<dl class="facts">
${wide('Learning intention', learningIntention || 'none given')}
${short('Teacher', day.teacherName)}
${short('Second adult', account.secondAdultInWords)}
${outsideTimetable === undefined ? '' : wide('Outside the timetable', outsideTimetable)}
</dl>`
}

/** Many long reasons would push the signature off the page; they stand in full in the workbook's Checks. */
const MOST_REASONS_IN_FULL = 3

function checks({ checks: all, exceptions, checklistVersion }: LessonAccount): string {
  const item = (check: CheckAccount) =>
    `<li><span>${named(check.title)}</span><span>${answerInShort(check)}</span></li>`
  const clamp = exceptions.length > MOST_REASONS_IN_FULL ? 'one-line' : 'clamp'
  const reasons = exceptions.map(
    ({ title, reason }) =>
      `<p class="${clamp}"><strong>${named(title)}</strong>, passed over: ${named(reason ?? 'no reason given')}</p>`,
  )
  const told = reasons.length === 0 ? '' : `<div class="exceptions">${reasons.join('')}</div>`
  return `<h2>Checks before admitting <span class="known">checklist version ${checklistVersion}; seen by the app, or by the teacher’s word</span></h2>
<ul class="checks">${all.map(item).join('')}</ul>
${sumOf(all, exceptions)}${told}`
}

function answerInShort({ answer, at, isKnownBy }: CheckAccount): string {
  if (at === null || isKnownBy === null) return answer
  return `${isKnownBy === 'app' ? 'Seen' : 'By word'} ${clockTime(at)}`
}

function sumOf(all: readonly CheckAccount[], exceptions: readonly CheckAccount[]): string {
  if (all.some(({ answer }) => answer === 'Not answered')) return '<p>Not every check was answered.</p>'
  if (exceptions.length > 0) return ''
  return all.some(({ answer }) => answer === 'Skipped')
    ? '<p>Every required check was answered; only optional ones were skipped.</p>'
    : '<p>Every check was answered; none was passed over.</p>'
}

type PageColumn = {
  header: string
  width: string
  isNumber: boolean
  of: (one: PupilAccount) => string | number | null
}

const words = (header: string, width: number, of: PageColumn['of']): PageColumn => ({
  header,
  width: `${width}mm`,
  isNumber: false,
  of,
})
const numbers = (header: string, width: number, of: PageColumn['of']): PageColumn => ({
  ...words(header, width, of),
  isNumber: true,
})

const columns: readonly PageColumn[] = [
  words('Status', 17, (one) => one.status),
  numbers('Minutes present', 15, (one) => one.minutesPresent),
  numbers('Minutes late', 14, (one) => one.minutesLate),
  words('Left early', 11, leftEarlyInWords),
  words('Camera', 13, (one) => (one.camera === 'Off by agreement' ? 'Agreed' : one.camera)),
  numbers('Contri\u00ADbutions', 15, (one) => one.contributions),
  numbers('Points', 13, (one) => one.points),
  words('Task', 13, (one) => one.task),
  words('Attitude', 24, (one) => one.attitude),
]

function leftEarlyInWords({ leftEarly, leftAt }: PupilAccount): string | null {
  if (leftEarly !== 'Yes') return null
  return leftAt === null ? 'Yes' : clockTime(leftAt)
}

function participation(account: LessonAccount, rowMm: number): string {
  const longNames = rowMm < ROW_FOR_TWO_LINES_MM ? 'one-line' : 'clamp'
  const heads = columns.map(
    ({ header, width, isNumber }) =>
      `<th scope="col" style="width:${width}"${isNumber ? ' class="number"' : ''}>${escapeHtml(header)}</th>`,
  )
  return `<h2>Participation</h2>
<table>
<thead><tr><th scope="col" style="padding-left:0">Pupil</th>${heads.join('')}</tr></thead>
<tbody>
${account.pupils.map((one) => pupilRow(one, longNames)).join('\n')}
</tbody>
<tfoot><tr>${totals(account)}</tr></tfoot>
</table>`
}

const LONG_NAME = 30

/** A pupil who was not there has one thing to say, so it gets the whole row. */
function pupilRow(one: PupilAccount, longNames: 'one-line' | 'clamp'): string {
  const isLong = one.calledName.length > LONG_NAME
  const name = isLong
    ? `<th scope="row" class="long-name"><span class="${longNames}">${named(one.calledName)}</span></th>`
    : `<th scope="row">${named(one.calledName)}</th>`
  if (one.status !== 'Took part' && one.points === 0 && one.contributions === 0) {
    return `<tr>${name}<td colspan="${columns.length}">${one.status}</td></tr>`
  }
  const cells = columns.map(({ of, isNumber }) => {
    const value = of(one)
    return `<td${isNumber ? ' class="number"' : ''}>${value === null ? '' : escapeHtml(`${value}`)}</td>`
  })
  return `<tr>${name}${cells.join('')}</tr>`
}

function totals({ expected, tookPart, absent, doesNotTakePart, points }: LessonAccount): string {
  const optedOut = doesNotTakePart === 0 ? '' : `, ${doesNotTakePart} not taking part`
  const counted = `${expected} expected, ${tookPart} took part, ${absent} absent${optedOut}`
  return `<th scope="row" colspan="7" style="padding-left:0">${counted}</th><td class="number">${points}</td><td colspan="2"></td>`
}

function signatures(day: DayRecord, { signedBy, signedAt }: LessonAccount): string {
  const signed =
    signedAt === null
      ? 'Not signed off in Session Companion yet.'
      : `Signed off in Session Companion by ${named(signedBy ?? day.teacherName)} on ${fullDate(signedAt)} at ${clockTime(signedAt)}.`
  return `<div class="sign">
<div><div class="line"></div><p>Teacher, date</p></div>
<div><div class="line"></div><p>Head teacher or senior leader, date</p></div>
</div>
<footer>
<p class="not-register">${escapeHtml(day.notTheRegister)}</p>
<p>${signed} What ends in … is in full in the workbook.</p>
</footer>`
}

const longDate = (day: Pick<DayRecord, 'date'>): string => fullDate(instantOf(day.date, '12:00'))
