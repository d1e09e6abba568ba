import Papa from 'papaparse'

/** One row of a table and the line of the file it begins on, from 1. */
export type TableRow = { line: number; cells: readonly string[] }

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** How much of a text is looked at to tell what it is. */
const SAMPLE_LETTERS = 100_000

/** Text without byte order mark, and with one kind of new line. */
export function tidyText(text: string): string {
  const start = text.startsWith('\ufeff') ? text.slice(1) : text
  if (!start.includes('\r')) return start
  return start.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
}

/** The beginning of a text, tidied: enough to tell what it is. */
export const startOfText = (text: string): string => tidyText(text.slice(0, SAMPLE_LETTERS))

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

/** How much of a text is taken apart at a time. */
const CHUNK_LETTERS = 512 * 1024

/**
 * Hands on the rows of a text one by one, so that a long table is never held as a whole. Gives the line of the row
 * whose quotation mark swallows the rows after it, or null; then nothing that was handed on counts.
 */
export function streamTextTable(
  untidy: string,
  delimiter: Delimiter,
  take: (cells: readonly string[], line: number) => void,
): number | null {
  // Most exports have one kind of new line, which need not be put right in ten million letters.
  const newline = hasOnlyCrLf(untidy) ? ('\r\n' as const) : ('\n' as const)
  const text = newline === '\n' ? tidyText(untidy) : untidy.replace(/^\ufeff/, '')
  let line = 1
  let brokenAt: number | null = null
  const hasQuotes = text.includes('"')
  const config = {
    delimiter,
    newline,
    chunkSize: CHUNK_LETTERS,
    chunk: ({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
      const swallowing = findSwallowing(data, errors)
      for (const [at, cells] of data.entries()) {
        if (at === swallowing) {
          brokenAt = line
          return parser.abort()
        }
        take(cells, line)
        line += 1 + (hasQuotes ? countNewLines(cells) : 0)
      }
    },
  }
  Papa.parse<string[]>(text, config)
  return brokenAt
}

function hasOnlyCrLf(text: string): boolean {
  let before = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if ((before === 13) !== (code === 10)) return false
    before = code
  }
  return before !== 13
}

/** Rows of cells; `brokenAt` is the index of the row with the broken quotation mark. 0 rows means all. */
function parse(text: string, delimiter: Delimiter, preview: number) {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview })
  return { rows: data, brokenAt: findSwallowing(data, errors) }
}

/** The index of the row whose quotation mark swallows the rows after it, or null. */
function findSwallowing(
  data: readonly (readonly string[])[],
  errors: readonly Papa.ParseError[],
): number | null {
  const swallowing = errors.find(
    ({ type, code, row = 0 }) =>
      type === 'Quotes' &&
      (code === 'MissingQuotes' || (data[row] ?? []).some((cell) => cell.includes('\n'))),
  )
  return swallowing ? (swallowing.row ?? 0) : null
}

/** A quoted cell may hold new lines, so a row's line is not its number. */
function numberLines(rows: readonly (readonly string[])[]): TableRow[] {
  let line = 1
  return rows.map((cells) => {
    const row = { line, cells }
    line += 1 + countNewLines(cells)
    return row
  })
}

function countNewLines(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) if (cell.includes('\n')) count += cell.split('\n').length - 1
  return count
}
