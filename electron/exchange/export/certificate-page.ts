import { readable } from '../../../shared/domain/colour.ts'
import { EXAMPLE_MARK } from '../../../shared/domain/office-sheets/sheet.ts'
import { fullDate } from '../../../shared/domain/times.ts'
import { pointsInWords } from '../../../shared/domain/words.ts'
import { escapeHtml, named } from './html.ts'

/** What stands on a certificate. */
export type Certificate = {
  schoolName: string
  /** `#rrggbb`; made darker where white paper would swallow it. */
  colour: string
  pupilName: string
  levelName: string
  points: number
  /** What the points were of: a term by name. */
  term: string
  /** Day of the lesson that earned it, UTC ms. */
  at: number
  teacherName: string
  /** Of the invented example school: said on it. */
  isExample: boolean
}

const TEXT = 4.5

/** One certificate on A4, landscape: a whole HTML document with no script and nothing remote. */
export const certificatePage = (one: Certificate): string => certificatePages([one])

/** Certificates of one school, each on a page of its own. */
export function certificatePages(certificates: readonly Certificate[]): string {
  const [first] = certificates
  const title =
    certificates.length === 1 && first
      ? `${first.levelName} certificate, ${first.pupilName}`
      : `${certificates.length} certificates`
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>:root { --school: ${readable(first?.colour ?? '#111111', '#ffffff', TEXT)}; }${style}</style>
</head>
<body>
${certificates.map(pageOf).join('\n')}
</body>
</html>
`
}

const pageOf = (one: Certificate): string => `<main>
<div class="frame">
${one.isExample ? `<p class="example">${escapeHtml(EXAMPLE_MARK)}</p>` : ''}
<p class="school">${named(one.schoolName)}</p>
<h1>Certificate</h1>
<p class="quiet">is given to</p>
<p class="pupil${one.pupilName.length > LONG_NAME ? ' long' : ''}">${named(one.pupilName)}</p>
<p class="quiet">for reaching</p>
<p class="level">${named(one.levelName)}</p>
<p class="quiet">with ${pointsInWords(one.points)} in live online lessons, ${named(one.term)}</p>
<div class="sign">
<div><div class="line">${fullDate(one.at)}</div><p>Date</p></div>
<div><div class="line"></div><p>${named(one.teacherName)}, teacher</p></div>
<div><div class="line"></div><p>Head teacher</p></div>
</div>
</div>
</main>`

const LONG_NAME = 28

/** Nothing is said by colour alone, so that a black-and-white printer loses nothing. */
const style = `
@page { size: A4 landscape; margin: 0; }
* { box-sizing: border-box; }
html { font-family: Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; color: #111;
  print-color-adjust: exact; }
body, p, h1 { margin: 0; }
main { width: 297mm; height: 209.5mm; padding: 11mm; overflow: hidden; break-after: page; }
main:last-child { break-after: auto; }
.frame { display: flex; flex-direction: column; align-items: center; height: 100%; padding: 13mm 22mm 11mm;
  border: 1.6mm solid var(--school); outline: 0.4mm solid var(--school); outline-offset: -4mm; text-align: center; }
.example { margin-bottom: 3mm; padding: 0.8mm 4mm; border: 0.4mm solid #111; font-size: 9pt; font-weight: 600; }
.school { max-height: 14mm; overflow: hidden; font-size: 15pt; font-weight: 550; line-height: 1.25; overflow-wrap: anywhere; }
h1 { margin: auto 0 6mm; padding-top: 5mm; color: var(--school); font-size: 40pt; font-weight: 700; letter-spacing: 0.02em; line-height: 1.1; }
.quiet { color: #333; font-size: 13pt; }
.pupil { max-width: 100%; max-height: 31mm; margin: 3mm 0 4mm; padding: 0 10mm 2mm; overflow: hidden;
  border-bottom: 0.4mm solid #111; font-size: 32pt; font-weight: 650; line-height: 1.2; overflow-wrap: anywhere; }
.pupil.long { font-size: 22pt; }
.level { max-height: 24mm; margin: 3mm 0; overflow: hidden; color: var(--school); font-size: 26pt; font-weight: 700;
  line-height: 1.2; overflow-wrap: anywhere; }
.sign { display: grid; grid-template-columns: 1fr 1.5fr 1.5fr; gap: 0 12mm; width: 100%; margin-top: auto; }
.line { display: flex; align-items: flex-end; justify-content: center; height: 11mm; padding-bottom: 1mm;
  border-bottom: 0.3mm solid #111; font-size: 12pt; }
.sign p { max-height: 9mm; margin-top: 1.5mm; overflow: hidden; color: #333; font-size: 9.5pt; overflow-wrap: anywhere; }
`
