import type { DayRecord } from '../../../shared/domain/day-record.ts'
import { readable } from '../../../shared/domain/colour.ts'
import type { PraiseLesson, PraiseNote } from '../../../shared/domain/office-sheets/praise-notes.ts'
import { EXAMPLE_MARK } from '../../../shared/domain/office-sheets/sheet.ts'
import { clockTime, fullDate, instantOf } from '../../../shared/domain/times.ts'
import { pointsInWords } from '../../../shared/domain/words.ts'
import { escapeHtml, named } from './html.ts'

type OfDay = Pick<DayRecord, 'date' | 'schoolName' | 'teacherName' | 'isExample'> & {
  /** The school's, `#rrggbb`; made darker where white paper would swallow it. */
  colour: string
}

const TEXT = 4.5
const LONG_NAME = 26
/** More lessons than these make a note longer than a page is high. */
const MOST_LESSONS_LARGE = 4

/** Notes for home, each on a page of A4 of its own: a whole HTML document with no script and nothing remote. */
export function praisePages(day: OfDay, notes: readonly PraiseNote[]): string {
  const [first] = notes
  const whose = notes.length === 1 && first ? first.name : 'all pupils praised'
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${escapeHtml(`Praise for home, ${whose}, ${longDate(day)}`)}</title>
<style>:root { --school: ${readable(day.colour, '#ffffff', TEXT)}; }${style}</style>
</head>
<body>
${notes.map((note) => pageOf(day, note)).join('\n')}
</body>
</html>
`
}

const longDate = ({ date }: OfDay): string => fullDate(instantOf(date, '12:00'))

function pageOf(day: OfDay, note: PraiseNote): string {
  const points = note.lessons.reduce((sum, one) => sum + one.points, 0)
  const sum =
    points > 0 ? `<p class="sum"><strong>${pointsInWords(points)}</strong> for praise that day</p>` : ''
  return `<section class="note${note.lessons.length > MOST_LESSONS_LARGE ? ' many' : ''}">
<header><p class="school">${named(day.schoolName)}</p><p class="date">${escapeHtml(longDate(day))}</p></header>
${day.isExample ? `<p class="example">${escapeHtml(EXAMPLE_MARK)}</p>` : ''}
<p class="quiet">Well done,</p>
<h1${note.name.length > LONG_NAME ? ' class="long"' : ''}>${named(note.name)}</h1>
<p class="quiet">${named(note.className)}, in ${note.lessons.length === 1 ? 'the live online lesson' : 'the live online lessons'} of the day</p>
${note.lessons.map(lessonOf).join('\n')}
${sum}
<footer><div class="line"></div><p>${named(day.teacherName)}, teacher</p></footer>
</section>`
}

function lessonOf({ subject, learningIntention, startsAt, praise }: PraiseLesson): string {
  const items = praise.map(
    ({ label, count }) =>
      `<li><span class="what">${named(label)}</span>${count > 1 ? ` <span class="times">${count} times</span>` : ''}</li>`,
  )
  return `<div class="lesson">
<h2>${named(subject)} <span class="at">at ${clockTime(startsAt)}</span></h2>
${learningIntention === '' ? '' : `<p class="intention">${named(learningIntention)}</p>`}
<ul>${items.join('')}</ul>
</div>`
}

/** The school's colour is for the eye alone: everything is said by words and shapes, so grey print loses nothing. */
const style = `
@page { size: A4; margin: 0; }
* { box-sizing: border-box; }
html { font-family: Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; color: #111;
  print-color-adjust: exact; }
body, p, h1, h2, ul { margin: 0; }
.note { display: flex; flex-direction: column; width: 210mm; height: 296.5mm; padding: 20mm 22mm 18mm;
  border-top: 7mm solid var(--school); overflow: hidden; break-after: page; }
.note:last-child { break-after: auto; }
header { display: flex; justify-content: space-between; gap: 10mm; font-size: 11pt; color: #333; }
/* Too long a text ends in … at a whole line, never in the middle of one. */
.school, h1, h2, .intention, footer p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
  overflow: hidden; overflow-wrap: anywhere; }
.school { font-weight: 600; }
.date { flex: none; }
.example { align-self: flex-start; margin-top: 5mm; padding: 1mm 4mm; border: 0.4mm solid #111; font-size: 9.5pt; font-weight: 600; }
.quiet { color: #333; font-size: 13pt; }
.note > .quiet:first-of-type { margin-top: 16mm; }
header + .quiet, .example + .quiet { margin-top: 16mm; }
h1 { margin: 1mm 0 3mm; color: var(--school); font-size: 34pt; font-weight: 700;
  line-height: 1.15; }
h1.long { font-size: 20pt; line-height: 1.2; -webkit-line-clamp: 3; }
.lesson { margin-top: 9mm; padding-left: 6mm; border-left: 1.2mm solid var(--school); break-inside: avoid; }
h2 { font-size: 15pt; font-weight: 650; }
.at { font-size: 11pt; font-weight: 400; color: #333; white-space: nowrap; }
.intention { margin-top: 1mm; color: #333; font-size: 11pt; }
ul { display: flex; flex-wrap: wrap; gap: 2.5mm; margin-top: 3.5mm; padding: 0; list-style: none; }
li { padding: 1.2mm 4mm; border: 0.4mm solid var(--school); border-radius: 5mm; font-size: 12pt; }
.what { font-weight: 600; }
.times { color: #333; }
.sum { margin-top: 10mm; font-size: 13pt; }
.many .lesson { margin-top: 4mm; }
.many h2 { font-size: 12pt; -webkit-line-clamp: 1; }
.many .intention { font-size: 9.5pt; -webkit-line-clamp: 1; }
.many ul { gap: 1.5mm; margin-top: 1.5mm; }
.many li { padding: 0.4mm 3mm; font-size: 10pt; }
.many h1 { font-size: 20pt; }
.many .quiet:first-of-type { margin-top: 6mm; }
.many .sum { margin-top: 5mm; }
footer { margin-top: auto; width: 80mm; }
.line { height: 12mm; border-bottom: 0.3mm solid #111; }
footer p { margin-top: 1.5mm; color: #333; font-size: 10pt; }
`
