import { type Field, NONE_RECORDED, type Sheet, sheetOf, type SheetsOf, text } from './sheet.ts'

/** A sheet as its CSV says it: every cell in words. */
export type Table = { header: readonly string[]; rows: readonly (readonly string[])[] }

/** One sheet of the new version, and the same of the version before; `before` is null where that cannot be read. */
export type Compared = { sheet: Sheet; before: Table | null; after: Table }

/** What is otherwise in one cell; a row that came or went has no column. */
export type Change = {
  sheet: string
  /** The cells that say which row it is, in words; null where it is about the whole sheet. */
  who: string | null
  column: string | null
  before: string | null
  after: string | null
}

/**
 * The sheet "What changed" of a version after the first. `since` is the version it is compared with; `compared` is null
 * where nothing of that lies in the folder any more.
 */
export function whatChangedSheet(day: SheetsOf, since: number, compared: readonly Compared[] | null): Sheet {
  const isGone = compared === null || compared.every(({ before }) => before === null)
  const changes = isGone
    ? [
        only(
          `Version ${since} is not in the folder any more as it was written: what changed cannot be listed`,
        ),
      ]
    : compared.flatMap(changesOf)
  const rows = changes.length > 0 ? changes : [only(`Nothing is otherwise than in version ${since}`)]
  const sheet = sheetOf(day, 'What changed', fields, rows)
  return { ...sheet, title: `${sheet.title}, since version ${since}` }
}

const only = (words: string): Change => ({ sheet: words, who: null, column: null, before: null, after: null })

const fields: readonly Field<Change>[] = [
  text('Sheet', 20, ({ sheet }) => sheet),
  text('Pupil or lesson', 44, ({ who }) => who),
  text('Column', 20, ({ column }) => column),
  text('Before', 34, ({ before }) => before),
  text('After', 34, ({ after }) => after),
]

/** What differs in one sheet, in the order of the new rows; rows that went come last. */
export function changesOf({ sheet, before, after }: Compared): Change[] {
  const about = (words: string): Change => ({ ...only(sheet.name), after: words })
  if (before === null) return [about('Not compared: the earlier file is gone or was changed since')]
  const common = after.header.filter((header) => before.header.includes(header))
  const keys = sheet.columns.filter(
    ({ isKey, header }) => isKey && common.includes(written(sheet, after, header)),
  )
  if (keys.length === 0) return [about('Not compared: its columns had other names before')]
  const keyHeaders = keys.map(({ header }) => written(sheet, after, header))
  const shownKeys = keys.flatMap(({ header, type }) =>
    type === 'date' ? [] : [written(sheet, after, header)],
  )
  const rows = pairRows(rowsOf(before), rowsOf(after), keyHeaders, common)
  const plain = common.filter((header) => !keyHeaders.includes(header))
  const ofRow = (change: Omit<Change, 'sheet' | 'who'>, row: Row): Change => ({
    sheet: sheet.name,
    who: shownKeys
      .map((header) => row.get(header) ?? '')
      .filter((cell) => cell !== '')
      .join(', '),
    ...change,
  })
  return [
    ...columnsChanged(before, after).map((change): Change => ({ ...only(sheet.name), ...change })),
    ...rows.flatMap(({ was, is }): Change[] => {
      if (!was)
        return is ? [ofRow({ column: null, before: 'Was not there', after: inWords(is, plain) }, is)] : []
      if (!is)
        return [ofRow({ column: null, before: inWords(was, plain), after: 'Is not there any more' }, was)]
      return plain
        .filter((header) => was.get(header) !== is.get(header))
        .map((column) =>
          ofRow({ column, before: was.get(column) || null, after: is.get(column) || null }, is),
        )
    }),
  ]
}

/** A column's heading as it stands in the file. */
const written = (sheet: Sheet, { header }: Table, wanted: string): string =>
  header[sheet.columns.findIndex((column) => column.header === wanted)] ?? wanted

function columnsChanged(before: Table, after: Table): Omit<Change, 'sheet' | 'who'>[] {
  const came = after.header.filter((header) => !before.header.includes(header))
  const went = before.header.filter((header) => !after.header.includes(header))
  return [
    ...came.map((column) => ({ column, before: 'No such column', after: 'New column' })),
    ...went.map((column) => ({ column, before: 'Was a column', after: 'No such column' })),
  ]
}

type Row = ReadonlyMap<string, string>

const rowsOf = ({ header, rows }: Table): Row[] =>
  rows
    .filter(([first]) => first !== NONE_RECORDED)
    .map((row) => new Map(header.map((name, index) => [name, row[index] ?? ''])))

const inWords = (row: Row, columns: readonly string[]): string =>
  columns.flatMap((column) => (row.get(column) ? [`${column}: ${row.get(column)}`] : [])).join('; ')

/** Rows of the same keys belong together: those that are equal first, the others in their order. */
function pairRows(
  before: readonly Row[],
  after: readonly Row[],
  keys: readonly string[],
  common: readonly string[],
): { was?: Row; is?: Row }[] {
  const said = (row: Row, columns: readonly string[]) => JSON.stringify(columns.map((one) => row.get(one)))
  const left = new Map<string, Row[]>()
  for (const row of before) left.set(said(row, keys), [...(left.get(said(row, keys)) ?? []), row])
  const take = (is: Row, isMeant: (was: Row) => boolean): Row | undefined => {
    const those = left.get(said(is, keys)) ?? []
    const at = those.findIndex(isMeant)
    return at < 0 ? undefined : those.splice(at, 1)[0]
  }
  const equal = new Map(after.map((is) => [is, take(is, (was) => said(was, common) === said(is, common))]))
  const paired = after.map((is) => {
    const was = equal.get(is) ?? take(is, () => true)
    return was ? { was, is } : { is }
  })
  return [...paired, ...[...left.values()].flat().map((was) => ({ was }))]
}
