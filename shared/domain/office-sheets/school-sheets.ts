import type { DayRecord } from '../day-record.ts'
import type { ExportSettings } from '../export-settings.ts'
import { type SheetSplit, splitOf, type SplitSheets, withNamesApart } from '../export-split.ts'
import { officeSheets } from '../office-sheets.ts'
import { fullDate, instantOf } from '../times.ts'
import { type Cell, type Column, NONE_RECORDED, noteOf, type Sheet } from './sheet.ts'

/** What stands over a whole school's day. */
export type WholeSchoolDay = Pick<DayRecord, 'date' | 'schoolName' | 'notTheRegister' | 'isExample'>

/**
 * The sheets of all teachers of a day as one set, for one reader and as the school wants them: each teacher's rows under
 * the same columns, with whose they are. Columns that only some have, such as behaviours of another scheme, stand after
 * those they follow there.
 */
export const schoolSheets = (
  school: WholeSchoolDay,
  days: readonly [DayRecord, ...DayRecord[]],
  settings: ExportSettings,
  split: SheetSplit = 'office',
): SplitSheets => splitOf(unitedSheets(school, days, settings), split, settings)

function unitedSheets(
  school: WholeSchoolDay,
  days: readonly [DayRecord, ...DayRecord[]],
  { sameNames }: ExportSettings,
): Sheet[] {
  const [first, ...rest] = days.map((day) => sheetsOfTeacher(withNamesApart(day, sameNames)))
  return (first ?? []).map((sheet, index) => {
    const all = [sheet, ...rest.flatMap((sheets) => sheets[index] ?? [])]
    const columns = uniteColumns(all)
    const rows = all.flatMap((one) => rowsUnder(columns, one))
    return {
      name: sheet.name,
      title: `${sheet.name}: ${school.schoolName}, whole school, ${fullDate(instantOf(school.date, '12:00'))}`,
      note: noteOf(school),
      columns,
      rows: rows.length > 0 ? rows : rowsUnder(columns, sheet, true),
    }
  })
}

/** Says which row it is, too: two teachers may have a lesson of one class, name and time. */
const TEACHER: Column = { header: 'Teacher', width: 18, type: 'text', isKey: true }

const sheetsOfTeacher = (day: DayRecord): Sheet[] =>
  officeSheets(day).map((sheet) => {
    if (sheet.columns.some(({ header }) => header === TEACHER.header)) {
      const columns = sheet.columns.map((one) => (one.header === TEACHER.header ? TEACHER : one))
      return { ...sheet, columns }
    }
    return {
      ...sheet,
      columns: [...sheet.columns, TEACHER],
      rows: sheet.rows.map((row) => [...row, saysNone(row) ? null : day.teacherName]),
    }
  })

const saysNone = (row: readonly Cell[]): boolean => row[0] === NONE_RECORDED

function uniteColumns(sheets: readonly Sheet[]): Column[] {
  const united: Column[] = []
  for (const { columns } of sheets) {
    let place = 0
    for (const column of columns) {
      const present = united.findIndex(({ header }) => header === column.header)
      if (present === -1) united.splice(place, 0, column)
      place = (present === -1 ? place : present) + 1
    }
  }
  return united
}

/** A sheet's rows, cell by cell under the columns of all; a row that says there are none is said once, for all. */
function rowsUnder(columns: readonly Column[], sheet: Sheet, isForAll = false): (readonly Cell[])[] {
  const places = columns.map(({ header }) => sheet.columns.findIndex((one) => one.header === header))
  return sheet.rows
    .filter((row) => isForAll || !saysNone(row))
    .map((row) => places.map((place) => row[place] ?? null))
}
