import { recoveryGroups } from '../../../shared/domain/office-key.ts'
import { fullDate } from '../../../shared/domain/times.ts'
import { escapeHtml, named } from '../export/html.ts'

export type RecoveryCopy = {
  schoolName: string
  identity: string
  fingerprint: string
  /** UTC ms. */
  printedAt: number
}

/** The secret half of the office's key on one sheet of A4, to be locked away: a whole HTML document, no script, nothing remote. */
export function recoveryPage({ schoolName, identity, fingerprint, printedAt }: RecoveryCopy): string {
  const groups = recoveryGroups(identity).map(
    (group, index) => `<li><span class="number">${index + 1}</span> <code>${escapeHtml(group)}</code></li>`,
  )
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Recovery copy of the office’s key</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="school">${named(schoolName)}</p>
<h1>Recovery copy of the office’s key</h1>
<p class="lead"><strong>Lock this sheet away.</strong> Whoever has it can open every day that teachers have sealed for
the office. Without it, a broken or lost office computer means that those days cannot be opened there any more.</p>
<h2>The key</h2>
<ol class="key">${groups.join('')}</ol>
<p>No letter B, I or O stands in it: what looks like one is the figure 8, the letter L or the figure 0. Large and small
letters are the same.</p>
<p>Fingerprint of the key: <code>${escapeHtml(fingerprint)}</code></p>
<h2>To use it</h2>
<ol class="steps">
<li>Install Session Companion on the new office computer and open Settings, The office’s key.</li>
<li>Choose “Type in a printed key” and type the groups in their order. If one is mistyped, the app says which.</li>
<li>Compare the fingerprint on screen with the one on this sheet. Teachers’ computers need nothing new.</li>
<li>Put this sheet back where it is locked away.</li>
</ol>
<p class="small">For school IT: the key is an age identity (age-encryption.org). Written in one line after
<code>AGE-SECRET-KEY-1</code> in a text file it opens a day’s file with <code>age -d -i FILE DAY.bundle</code>. Delete that
file afterwards, and any saved copy of this page: paper alone cannot be read from afar.</p>
<p class="small">Printed on ${fullDate(printedAt)}</p>
</main>
</body>
</html>
`
}

const style = `
@page { size: A4; margin: 18mm; }
* { box-sizing: border-box; }
html { font-family: Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; color: #111; font-size: 11pt; line-height: 1.45; }
body, h1, h2, p, ol { margin: 0; }
main { display: flex; flex-direction: column; gap: 4mm; }
.school { font-size: 12pt; overflow-wrap: anywhere; }
h1 { font-size: 20pt; line-height: 1.2; }
h2 { margin-top: 3mm; font-size: 13pt; }
.lead { padding: 3mm 4mm; border: 0.5mm solid #111; }
code { font-family: 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', 'Liberation Mono', monospace; }
.key { display: grid; grid-template-columns: repeat(5, 1fr); gap: 4mm 0; padding: 0; list-style: none; }
.key code { font-size: 17pt; font-weight: 600; letter-spacing: 0.06em; }
.number { display: inline-block; width: 6mm; color: #444; font-size: 9pt; text-align: right; }
.steps { display: flex; flex-direction: column; gap: 1.5mm; padding-left: 6mm; }
.small { color: #333; font-size: 9.5pt; }
`
