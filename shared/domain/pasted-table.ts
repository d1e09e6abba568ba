/** How many lines are looked at to tell a table from running text. */
const LOOKED_AT = 20

/**
 * Whether pasted text is a table or a calendar, as a spreadsheet or a file's own text gives it: two lines or more that
 * hold the same mark between their cells. A sentence with a comma in it is none.
 */
export function isPastedTable(text: string): boolean {
  const start = text.slice(0, 20_000)
  if (/^\s*BEGIN:VCALENDAR/i.test(start)) return true
  const lines = start
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT)
  if (lines.length < 2) return false
  const most = (mark: string) => lines.filter((line) => line.includes(mark)).length / lines.length
  return most('\t') > 0.5 || [';', ','].some((mark) => most(mark) === 1 && cellsOf(lines, mark) >= 3)
}

const cellsOf = (lines: readonly string[], mark: string): number =>
  Math.min(...lines.map((line) => line.split(mark).length))
