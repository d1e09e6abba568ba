import Papa from 'papaparse'

/** One row of a table and the line of the file it begins on, from 1. */
export type TableRow = { line: number; cells: readonly string[] }

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** How much of a text is looked at to tell what it is. */
const SAMPLE_LETTERS = 100_000

/** Text without byte order mark, and with one kind of new line. */
export const tidyText = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** The first rows of a tidied text, read with each delimiter. */
export const sampleRows = (text: string, delimiter: Delimiter, rows: number): TableRow[] =>
  numberLines(parse(text.slice(0, SAMPLE_LETTERS), delimiter, rows).rows)

/** A tidied text as a table; `brokenAt` is the line of the row whose quotation mark swallows the rows after it, or null. */
export function readTextTable(
  text: string,
  delimiter: Delimiter,
): { rows: TableRow[]; brokenAt: number | null } {
  const { rows, brokenAt } = parse(text, delimiter, 0)
  const table = numberLines(rows)
  return { rows: table, brokenAt: brokenAt === null ? null : (table[brokenAt]?.line ?? 1) }
}

/** Rows of cells; `brokenAt` is the index of the row with the broken quotation mark. 0 rows means all. */
function parse(text: string, delimiter: Delimiter, preview: number) {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview })
  const swallowing = errors.find(
    ({ type, code, row = 0 }) =>
      type === 'Quotes' &&
      (code === 'MissingQuotes' || (data[row] ?? []).some((cell) => cell.includes('\n'))),
  )
  return { rows: data, brokenAt: swallowing ? (swallowing.row ?? 0) : null }
}

/** A quoted cell may hold new lines, so a row's line is not its number. */
function numberLines(rows: readonly (readonly string[])[]): TableRow[] {
  let line = 1
  return rows.map((cells) => {
    const row = { line, cells }
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    return row
  })
}
