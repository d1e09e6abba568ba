import type { DayRecord, PupilForOffice } from './day-record.ts'
import {
  alwaysThere,
  type ColumnChoice,
  defaultExportSettings,
  type ExportSettings,
  NOT_A_MARK,
} from './export-settings.ts'
import { EXAMPLE_MARK, type Sheet } from './office-sheets/sheet.ts'
import { isSayingNone, officeSheets, sayingNone } from './office-sheets.ts'
import { foldName } from './people.ts'

/** For whom a part of the day is; each holds no more than its reader needs, and safeguarding is in none. */
export const sheetSplits = ['office', 'leaders'] as const
export type SheetSplit = (typeof sheetSplits)[number]

type SheetRule = {
  sheet: Sheet['name']
  without?: readonly string[]
  /** Only rows in which this column says something else. */
  rowsWhere?: { column: string; isNot: string }
}

const all = (sheet: Sheet['name']): SheetRule => ({ sheet })

/**
 * What each reader gets of the sheets, as data. The office: everything to be filed, without the free text about a
 * pupil that only a leader needs. Leaders: exceptions, incidents, follow-up and counts, without what they never ask
 * for: a pupil's taps are informal until they are escalated, and a UPN is the office's.
 */
export const splitRules: Readonly<Record<SheetSplit, readonly SheetRule[]>> = {
  office: [
    all('Summary'),
    all('Checks'),
    all('Participation'),
    all('Points and rewards'),
    { sheet: 'Incidents', without: ['What happened'] },
    { sheet: 'Follow-up', without: ['Detail'] },
    all('Packs'),
  ],
  leaders: [
    all('Summary'),
    { sheet: 'Checks', rowsWhere: { column: 'Answer', isNot: 'Done' } },
    { sheet: 'Incidents', without: ['UPN'] },
    { sheet: 'Follow-up', without: ['UPN'] },
  ],
}

/** Something the day's sheets have and this export does not, and why. */
export type LeftOut = {
  sheet: Sheet['name']
  /** Null: the whole sheet. */
  column: string | null
  why: 'not for this reader' | 'left out by the school'
}
export type Renamed = { sheet: Sheet['name']; column: string; as: string }

export type SplitSheets = { sheets: Sheet[]; leftOut: LeftOut[]; renamed: Renamed[] }

/** The day's sheets for one reader, as the school wants them. Pure; the same day and settings give the same sheets. */
export function splitSheets(
  day: DayRecord,
  split: SheetSplit,
  settings: ExportSettings = defaultExportSettings,
): SplitSheets {
  return splitOf(officeSheets(withNamesApart(day, settings.sameNames)), split, settings)
}

/** Sheets of one day or of several for one reader, as the school wants them; those given hold everything there is. */
export function splitOf(all: readonly Sheet[], split: SheetSplit, settings: ExportSettings): SplitSheets {
  const told: Omit<SplitSheets, 'sheets'> = { leftOut: [], renamed: [] }
  const sheets = all.flatMap((sheet): Sheet[] => {
    const rule = splitRules[split].find((one) => one.sheet === sheet.name)
    const isUnwanted = settings.leftOutSheets.some((one) => one === sheet.name)
    if (!rule || isUnwanted) {
      const why = rule ? 'left out by the school' : 'not for this reader'
      told.leftOut.push({ sheet: sheet.name, column: null, why })
      return []
    }
    const forReader = withoutColumns(rowsFor(sheet, rule), rule.without ?? [])
    told.leftOut.push(...lost(sheet, forReader, 'not for this reader'))
    const choices = settings.columns.filter((one) => one.sheet === sheet.name)
    const unwanted = choices.filter(({ isLeftOut }) => isLeftOut).map(({ column }) => column)
    const wanted = withoutColumns(forReader, unwanted)
    if (wanted.columns.every(({ header }) => header === EXAMPLE_MARK)) {
      told.leftOut.push({ sheet: sheet.name, column: null, why: 'left out by the school' })
      return []
    }
    told.leftOut.push(...lost(forReader, wanted, 'left out by the school'))
    const named = withNames(wanted, choices)
    for (const [at, { header }] of wanted.columns.entries()) {
      const as = named.columns[at]?.header ?? header
      if (as !== header) told.renamed.push({ sheet: sheet.name, column: header, as })
    }
    return [named]
  })
  return { sheets, ...told }
}

function rowsFor(sheet: Sheet, { rowsWhere }: SheetRule): Sheet {
  const at = sheet.columns.findIndex(({ header }) => header === rowsWhere?.column)
  if (!rowsWhere || at < 0 || isSayingNone(sheet)) return sheet
  return sayingNone({ ...sheet, rows: sheet.rows.filter((row) => row[at] !== rowsWhere.isNot) })
}

function withoutColumns(sheet: Sheet, names: readonly string[]): Sheet {
  const stays = sheet.columns.map(
    ({ header }) =>
      header === EXAMPLE_MARK ||
      !names.includes(header) ||
      (sheet.name === alwaysThere.sheet && alwaysThere.columns.includes(header)),
  )
  const columns = sheet.columns.filter((_, at) => stays[at])
  // Its words stand in the first column, which may be the one that goes.
  if (isSayingNone(sheet)) return sayingNone({ ...sheet, columns, rows: [] })
  return { ...sheet, columns, rows: sheet.rows.map((row) => row.filter((_, at) => stays[at])) }
}

const lost = (before: Sheet, after: Sheet, why: LeftOut['why']): LeftOut[] =>
  before.columns
    .filter(({ header }) => !after.columns.some((one) => one.header === header))
    .map(({ header }) => ({ sheet: before.name, column: header, why }))

/** The school's own names for columns. Two that come out alike are numbered, so that every column can be told by its name. */
function withNames(sheet: Sheet, choices: readonly ColumnChoice[]): Sheet {
  const taken = new Set<string>()
  const columns = sheet.columns.map((column) => {
    const chosen = choices.find((one) => one.column === column.header)?.name ?? null
    const wanted =
      chosen === null || column.header === EXAMPLE_MARK ? column.header : kept(column.header, chosen)
    let header = wanted
    for (let number = 2; taken.has(header.toLowerCase()); number += 1) header = `${wanted} ${number}`
    taken.add(header.toLowerCase())
    return { ...column, header }
  })
  return { ...sheet, columns }
}

/** Whatever it is called, a column that could be taken for a register mark goes on saying that it is none. */
const kept = (header: string, name: string): string =>
  header.endsWith(NOT_A_MARK) && !name.endsWith(NOT_A_MARK.trim()) ? `${name}${NOT_A_MARK}` : name

/** Tells pupils of one lesson apart who are called the same, on sheets and pages alike. */
export function withNamesApart(day: DayRecord, rule: ExportSettings['sameNames']): DayRecord {
  if (rule === 'as-is') return day
  return {
    ...day,
    lessons: day.lessons.map((lesson) => ({ ...lesson, pupils: namesApart(lesson.pupils, rule) })),
    packs: day.packs.map((pack) => ({ ...pack, pupils: namesApart(pack.pupils, rule) })),
  }
}

function namesApart<P extends PupilForOffice>(pupils: readonly P[], rule: 'upn' | 'number'): readonly P[] {
  const keyOf = ({ forename, surname }: P) => `${foldName(forename)} ${foldName(surname)}`
  const groups = new Map<string, P[]>()
  for (const pupil of pupils) groups.set(keyOf(pupil), [...(groups.get(keyOf(pupil)) ?? []), pupil])
  if (groups.size === pupils.length) return pupils
  return pupils.map((pupil) => {
    const same = groups.get(keyOf(pupil)) ?? []
    if (same.length < 2) return pupil
    return { ...pupil, surname: `${pupil.surname} (${signOf(pupil, same, rule)})`.trim() }
  })
}

const UPN_END = 4

/** The end of the UPN where it is theirs alone, else a number by their place in the records. */
function signOf(pupil: PupilForOffice, same: readonly PupilForOffice[], rule: 'upn' | 'number'): string {
  const end = (one: PupilForOffice) => one.upn?.slice(-UPN_END) ?? ''
  const isOwn = end(pupil) !== '' && same.every((one) => one.id === pupil.id || end(one) !== end(pupil))
  if (rule === 'upn' && isOwn) return `UPN …${end(pupil)}`
  return String(
    same
      .map(({ id }) => id)
      .toSorted()
      .indexOf(pupil.id) + 1,
  )
}

const nothing: DayRecord = {
  date: '2021-01-18',
  schoolName: '',
  teacherName: '',
  deviceName: '',
  notTheRegister: '',
  isExample: false,
  packs: [],
  lessons: [],
}

/** The columns a sheet of the office has, by the names they have without any setting; behaviours come with their lessons. */
export const offeredColumns = (sheet: Sheet['name']): string[] =>
  splitSheets(nothing, 'office')
    .sheets.find(({ name }) => name === sheet)
    ?.columns.map(({ header }) => header) ?? []
