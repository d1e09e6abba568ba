/**
 * The look of a lesson's page: A4, calm, and the same on a black-and-white printer (nothing is said by colour alone).
 * Row height comes from the number of pupils, so that a class fits on its one page; what still does not fit runs on to
 * a second one and is never cut off.
 */
export const pageStyle = `
@page { size: A4; margin: 11mm 13mm; }
* { box-sizing: border-box; }
html { font-family: Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; color: #111; }
body { margin: 0; font-size: 8.5pt; line-height: 1.3; }
.page { min-height: 274mm; display: flex; flex-direction: column; break-after: page; }
.page.long { display: block; }
.page:last-child { break-after: auto; }
header { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm;
  border-bottom: 0.5mm solid #111; padding-bottom: 2mm; }
h1 { font-size: 15pt; line-height: 1.2; margin: 0; font-weight: 600; }
.school { font-size: 9pt; margin: 0 0 0.5mm; color: #333; }
.when { text-align: right; font-size: 9pt; margin: 0; white-space: nowrap; }
.when strong { display: block; font-size: 11pt; }
.example { border: 0.4mm solid #111; text-align: center; font-weight: 600; margin: 2mm 0 0; padding: 0.8mm; }
.facts { display: grid; grid-template-columns: auto 1fr auto 1fr; gap: 0.6mm 3mm; margin: 2.5mm 0 0; }
.facts dt { color: #444; }
.facts dd { margin: 0; }
.facts .wide { grid-column: 2 / -1; }
.clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
  overflow-wrap: anywhere; white-space: normal; }
.one-line { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
h2 { font-size: 9.5pt; font-weight: 600; margin: 3mm 0 1mm; }
.known { margin-left: 2mm; font-size: 7.5pt; font-weight: 400; color: #444; }
.checks { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 8mm; }
.checks li { display: flex; justify-content: space-between; gap: 3mm; break-inside: avoid;
  border-bottom: 0.2mm solid #bbb; padding: 0.35mm 0; }
.exceptions { margin: 1.2mm 0 0; padding: 1mm 2mm; border-left: 0.8mm solid #111; }
.exceptions p { margin: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { text-align: left; padding: 0 1mm; height: var(--row); border-bottom: 0.2mm solid #bbb;
  overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 400; }
thead th { font-size: 7.5pt; line-height: 1.15; color: #333; white-space: normal; overflow: visible;
  text-overflow: clip; padding-left: 0; vertical-align: bottom;
  border-bottom: 0.4mm solid #111; padding-bottom: 0.6mm; height: auto; }
td:not(.number) { padding-left: 0; }
tbody th { font-weight: 500; padding-left: 0; }
tfoot { display: table-row-group; }
tbody th.long-name { font-size: 6.4pt; line-height: 1.03; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; border-top: 0.4mm solid #111; }
.number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 2.5mm; }
.sign { break-inside: avoid; margin-top: auto; padding-top: 3mm; display: grid; grid-template-columns: 1fr 1fr; gap: 0 10mm; }
.sign p { margin: 0; }
.sign .line { border-bottom: 0.3mm solid #111; height: 9mm; margin-bottom: 0.8mm; }
footer { margin-top: 2.5mm; border-top: 0.2mm solid #bbb; padding-top: 1.2mm; font-size: 7.5pt; color: #333; }
footer p { margin: 0; }
footer .not-register { font-size: 8.5pt; font-weight: 600; color: #111; }
`
