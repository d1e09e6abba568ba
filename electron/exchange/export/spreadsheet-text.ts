/** `= + - @`, as wide letters too, tab and return start a formula in some spreadsheet (docs/formats.md). */
const startsFormula = /^[=+\-@＝＋－＠\t\r\n]/

/**
 * Text no spreadsheet runs: what could start a formula gets an apostrophe before it. For text only; numbers are
 * written as numbers. XLSX needs it too: its strings never run, but saved again as CSV they would.
 */
export const spreadsheetText = (text: string): string => (startsFormula.test(text) ? `'${text}` : text)
