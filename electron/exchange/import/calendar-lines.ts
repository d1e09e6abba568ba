import { createPauses } from './pauses.ts'

/** A part of a calendar file that stands for itself: its lines unfolded, without what is nested in it. */
export type CalendarBlock = {
  kind: 'vevent' | 'vtimezone'
  /** Line of the file it begins on. */
  line: number
  /** Content lines from BEGIN to END. */
  text: string
}

export type CalendarBlocks = {
  blocks: CalendarBlock[]
  /** The file stops before the last block or the calendar ends. */
  isCutOff: boolean
  /** Tasks and journals, which are no lessons. */
  others: number
}

export const MOST_EVENTS = 20_000
/** Above this a line is no title or note any more, and a block no event: kept from holding up the app. */
const LONGEST_LINE = 20_000
const MOST_LINES = 2_000

type Open = { name: string; line: number; lines: string[] }

/**
 * Takes a calendar apart into its events and time zones (RFC 5545, 3.1 and 3.4) without reading them, so that one
 * broken event spoils no other. Null when there are more than `MOST_EVENTS`.
 */
export async function splitCalendar(text: string): Promise<CalendarBlocks | null> {
  const pause = createPauses()
  const found: CalendarBlocks = { blocks: [], isCutOff: false, others: 0 }
  const open: Open[] = []
  for (const { line, content } of unfolded(text)) {
    await pause()
    const name = /^(?:BEGIN|END):\s*([\w-]+)\s*$/i.exec(content)?.[1]?.toLowerCase()
    if (name === undefined) keep(open, content)
    else if (/^BEGIN/i.test(content)) open.push({ name, line, lines: keepsNested(open) })
    else close(found, open, name)
    if (found.blocks.length > MOST_EVENTS) return null
  }
  found.isCutOff = open.length > 0
  return found
}

/** What is nested in a time zone belongs to it; what is nested in an event (alarms) is left out. */
const keepsNested = (open: readonly Open[]): string[] => {
  const outer = open.at(-1)
  return outer?.name === 'vtimezone' ? outer.lines : []
}

function keep(open: readonly Open[], content: string): void {
  const block = open.at(-1)
  if (!block || block.lines.length >= MOST_LINES) return
  block.lines.push(content.length > LONGEST_LINE ? content.slice(0, LONGEST_LINE) : content)
}

function close(found: CalendarBlocks, open: Open[], name: string): void {
  if (!open.some((one) => one.name === name)) return
  // An END that was left out ends with the block around it.
  for (let block = open.pop(); block; block = open.pop()) {
    if (block.name === name) {
      if (name === 'vtodo' || name === 'vjournal') found.others += 1
      if (name === 'vevent' || name === 'vtimezone') {
        const text = [`BEGIN:${name}`, ...block.lines, `END:${name}`].join('\r\n')
        found.blocks.push({ kind: name, line: block.line, text })
      }
      return
    }
  }
}

/** Lines with those folded onto them put back (RFC 5545, 3.1), and the number of the line each begins on. */
function* unfolded(text: string): Generator<{ line: number; content: string }> {
  let [content, first, line] = ['', 1, 0]
  for (const raw of rawLines(text)) {
    line += 1
    if (/^[ \t]/.test(raw)) {
      if (content.length <= LONGEST_LINE) content += raw.slice(1)
      continue
    }
    if (content !== '') yield { line: first, content }
    content = raw
    first = line
  }
  if (content !== '') yield { line: first, content }
}

function* rawLines(text: string): Generator<string> {
  const end = /\r\n|\n|\r/g
  let from = 0
  for (let found = end.exec(text); found; found = end.exec(text)) {
    yield text.slice(from, found.index)
    from = end.lastIndex
  }
  yield text.slice(from)
}
