import type { DayRecord } from '../day-record.ts'
import { fullDate, instantOf } from '../times.ts'

/**
 * A table for the office, before it becomes XLSX, CSV or a page. `at` is UTC ms; the column's type says which part of
 * it is shown, in the school's zone. Widths are in characters.
 */
export type Cell = string | number | { at: number } | null
export type Column = {
  header: string
  width: number
  type: 'text' | 'integer' | 'date' | 'time' | 'datetime'
  /** Says, with others, which row it is: two versions of a row are known by it. */
  isKey?: true
}
export type SheetName =
  'Summary' | 'Checks' | 'Participation' | 'Points and rewards' | 'Incidents' | 'Follow-up' | 'Packs'
export type Sheet = {
  name: SheetName | 'What changed'
  /** What it is, of which school, teacher and day. */
  title: string
  /** The school's wording that these are not marks of the register; and the example school's mark. */
  note: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
}

/** A column together with what it says of a row, so that the two cannot drift apart. */
export type Field<Row> = Column & { of: (row: Row) => Cell }

/** In the first column of a table without rows: a blank sheet could as well be a fault. */
export const NONE_RECORDED = 'None recorded in Session Companion'

export const EXAMPLE_MARK = 'Example school - invented data'

/** As narrow as the longest word of a header, with a filter's button beside it: a wide table prints small. */
const widthOfWords = (header: string): number => Math.max(...header.split(' ').map((word) => word.length + 3))

type Instant = number | null

const moment =
  (type: 'date' | 'time' | 'datetime', width: number) =>
  <Row>(header: string, of: (row: Row) => Instant): Field<Row> => ({
    header,
    width: Math.max(width, widthOfWords(header)),
    type,
    of: (row) => {
      const at = of(row)
      return at === null ? null : { at }
    },
  })

export const date = moment('date', 11)
export const time = moment('time', 9)
export const datetime = moment('datetime', 16)

export const text = <Row>(header: string, width: number, of: (row: Row) => string | null): Field<Row> => ({
  header,
  width,
  type: 'text',
  of,
})

export const integer = <Row>(header: string, of: (row: Row) => number | null): Field<Row> => ({
  header,
  width: Math.max(8, widthOfWords(header)),
  type: 'integer',
  of,
})

/** The same column, as one of those that say which row it is. */
export const key = <Row>(field: Field<Row>): Field<Row> => ({ ...field, isKey: true })

/** Whose sheets they are, and of which day. */
export type SheetsOf = Omit<DayRecord, 'deviceName' | 'packs' | 'lessons'>

/**
 * Lays rows out under their columns. The example school's mark is a column of its own too: a CSV has no room for a
 * note, and invented rows must not pass for real ones once they have left their sheet.
 */
export function sheetOf<Row>(
  day: SheetsOf,
  name: Sheet['name'],
  fields: readonly Field<Row>[],
  rows: readonly Row[],
): Sheet {
  const all = day.isExample ? [...fields, text<Row>(EXAMPLE_MARK, 16, () => 'Yes')] : fields
  return {
    name,
    title: `${name}: ${day.schoolName}, ${day.teacherName}, ${fullDate(instantOf(day.date, '12:00'))}`,
    note: noteOf(day),
    columns: all.map(({ header, width, type, isKey }) => ({ header, width, type, ...(isKey && { isKey }) })),
    rows: rows.map((row) => all.map((field) => field.of(row))),
  }
}

/** What every sheet and page says of itself. */
export const noteOf = (day: Pick<DayRecord, 'isExample' | 'notTheRegister'>): string =>
  day.isExample ? `${EXAMPLE_MARK}. ${day.notTheRegister}` : day.notTheRegister
