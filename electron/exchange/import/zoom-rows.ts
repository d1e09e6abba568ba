import { cleanCell } from './class-list-cells.ts'
import { type ReportName, splitOriginalName } from './report-names.ts'
import { type NotedTimes, UNREADABLE_TIME } from './report-times.ts'
import { readYesNo } from './yes-no.ts'
import type { ZoomColumns } from './zoom-columns.ts'

/** A row of a Zoom report, its times only noted: a report may have a hundred thousand of them. */
export type NotedRow = {
  line: number
  name: ReportName
  email: string
  guest: boolean | null
  /** Null where the file says something of the waiting room that can't be read. */
  isWaiting: boolean | null
  /** Something stands beside the row, where no heading is. */
  hasStrayCell: boolean
  join: number
  leave: number
  totalMinutes: number | undefined
}

/** What is wrong with a row that can't be kept at all. */
export type RowProblem = { code: string; message: string }

/** Longer than any name; a quotation mark in the wrong place makes one. */
const LONGEST_NAME = 250
const MOST_REMEMBERED = 5_000

/** Notes the rows of one file's tables. Made once for each file: it remembers names. */
export class ZoomRowNotes {
  private readonly names = new Map<string, ReportName>()
  private readonly times: NotedTimes

  constructor(times: NotedTimes) {
    this.times = times
  }

  note(cells: readonly string[], line: number, columns: ZoomColumns): NotedRow | RowProblem {
    const written = cells[columns.name] ?? ''
    if (written.length > LONGEST_NAME) return TOO_LONG
    const name = this.readName(written)
    if (name.name === '') return NO_NAME
    const { times } = columns
    if (times && cells.length <= times.join) return NOT_A_ROW
    const join = this.times.note(cells[times?.join ?? -1] ?? '')
    const leave = this.times.note(cells[times?.leave ?? -1] ?? '')
    const totalMinutes = readTotal(cells[columns.duration ?? -1] ?? '', columns.secondsInUnit)
    const hasStrayCell =
      cells.length > columns.width && cells.slice(columns.width).some((cell) => cell.trim() !== '')
    // A comma in a name moves every value; a remark typed beside the row moves none.
    if (hasStrayCell && (times ? join < 0 || leave === UNREADABLE_TIME : totalMinutes === undefined))
      return TOO_WIDE
    return {
      line,
      name,
      email: readEmail(cells[columns.email ?? -1] ?? ''),
      guest: readYesNo(cells[columns.guest ?? -1] ?? ''),
      isWaiting: readWaiting(cells[columns.waiting ?? -1] ?? ''),
      hasStrayCell,
      join,
      leave,
      totalMinutes,
    }
  }

  private readName(written: string): ReportName {
    const known = this.names.get(written)
    if (known) return known
    const name = splitOriginalName(written)
    if (this.names.size < MOST_REMEMBERED) this.names.set(written, name)
    return name
  }
}

const TOO_LONG: RowProblem = {
  code: 'name-too-long',
  message: `A name is longer than ${LONGEST_NAME} letters; the row was left out.`,
}
const NO_NAME: RowProblem = { code: 'no-name', message: 'The row has no name; it was left out.' }
const NOT_A_ROW: RowProblem = {
  code: 'unreadable-row',
  message: 'The row is none of the table’s; it was left out.',
}

const TOO_WIDE: RowProblem = {
  code: 'unreadable-row',
  message:
    'The row has more cells than there are headings, perhaps by a comma in a name; it was left out. Put the name in quotation marks and import again.',
}

/** Plain letters without a space need no work. */
const readEmail = (cell: string): string => (/^[!-~]*$/.test(cell) ? cell : cleanCell(cell))

function readWaiting(cell: string): boolean | null {
  const answer = readYesNo(cell)
  return answer === null && cell.trim() === '' ? false : answer
}

function readTotal(cell: string, secondsInUnit: number): number | undefined {
  // `1,200` are thousands, `12,5` is half a minute more than twelve.
  const plain = /^\d{1,3}(,\d{3})+$/.test(cell.trim()) ? cell.replaceAll(',', '') : cell.replace(',', '.')
  const number = Number(plain)
  return cell.trim() !== '' && number >= 0 && number < 10_000_000 ? (number * secondsInUnit) / 60 : undefined
}
