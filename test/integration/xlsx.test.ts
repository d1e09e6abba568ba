import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeXlsx } from '../../electron/exchange/export/xlsx.ts'
import type { Cell, Column } from '../../shared/domain/office-sheets/sheet.ts'
import { officeSheets } from '../../shared/domain/office-sheets.ts'
import { clockTime, instantOf, schoolDateOf } from '../../shared/domain/times.ts'
import { buildDay, hostileNames } from '../support/day-fixture.ts'
import { unzip } from '../support/runtime/unzip.ts'

const HEADER_ROW = 3
/** A day of summer time: the school's clock is an hour ahead of UTC, and must show in the workbook. */
const sheets = officeSheets(buildDay({ date: '2021-06-14', names: hostileNames, isExample: true }))

let folder: string
let read: unknown[][][]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'session-companion-xlsx-'))
  const bytes = await writeXlsx(sheets)
  await writeFile(join(folder, 'day.xlsx'), bytes)
  await unzip(join(folder, 'day.xlsx'), join(folder, 'parts'), (name) => name)
  read = (await readExcelFile(join(folder, 'day.xlsx'))).map(({ data }) => data)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const part = (path: string) => readFile(join(folder, 'parts', path), 'utf8')

/** What a reader of spreadsheets, which knows no zones, should find in a cell. */
function expected(cell: Cell, { type }: Column): unknown {
  if (cell === null) return null
  if (typeof cell === 'number') return cell
  if (typeof cell === 'string') return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
  const date = type === 'time' ? '1899-12-30' : schoolDateOf(cell.at)
  return `${date} ${type === 'date' ? '00:00' : clockTime(cell.at)}`
}

/** To the minute: a fraction of a day is never quite a minute in binary. */
const found = (cell: unknown): unknown =>
  cell instanceof Date
    ? new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString().slice(0, 16).replace('T', ' ')
    : (cell ?? null)

describe('writeXlsx', () => {
  it('is read back by another library with equal texts, numbers, dates and times', () => {
    expect(read).toHaveLength(7)
    for (const [index, sheet] of sheets.entries()) {
      const rows = read[index] ?? []
      expect(rows[0]?.[0]).toBe(sheet.title)
      expect(rows[1]?.[0]).toBe(sheet.note)
      expect(rows[HEADER_ROW - 1]).toEqual(sheet.columns.map(({ header }) => header))
      const table = rows.slice(HEADER_ROW).map((row) => sheet.columns.map((_, column) => found(row[column])))
      expect(table).toEqual(
        sheet.rows.map((row) => sheet.columns.map((column, at) => expected(row[at] ?? null, column))),
      )
    }
  })

  it("shows the school's local time", () => {
    const summary = sheets[0]
    const column = summary?.columns.findIndex(({ header }) => header === 'Planned start') ?? -1
    expect(summary?.rows[0]?.[column]).toEqual({ at: instantOf('2021-06-14', '09:30') })
    expect(found(read[0]?.[HEADER_ROW]?.[column])).toBe('1899-12-30 09:30')
  })

  it("gives the school's own day to the first minute of a summer's day, which is the day before in UTC", async () => {
    const at = instantOf('2021-06-14', '00:00')
    const columns = (['date', 'time', 'datetime'] as const).map((type) => ({ header: type, width: 10, type }))
    const sheet = {
      name: 'Summary' as const,
      title: 'Title',
      note: 'Note',
      columns,
      rows: [[{ at }, { at }, { at }]],
    }
    const [book] = await readExcelFile(Buffer.from(await writeXlsx([sheet])))
    expect(book?.data[HEADER_ROW]?.map(found)).toEqual([
      '2021-06-14 00:00',
      '1899-12-30 00:00',
      '2021-06-14 00:00',
    ])
  })

  it('freezes through the header, filters the table and nothing else, and fits the width of A4 landscape', async () => {
    const participation = await part('xl/worksheets/sheet3.xml')
    expect(participation).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/)
    expect(participation).toContain(`<autoFilter ref="A3:U${HEADER_ROW + 60}"/>`)
    expect(participation).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    expect(participation).toMatch(
      /<pageSetup [^>]*orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/,
    )
  })

  it('keeps the parts of a sheet in the order the format demands', async () => {
    const order = [
      '<sheetPr>',
      '<sheetViews>',
      '<cols>',
      '<sheetData>',
      '<autoFilter ',
      '<pageMargins ',
      '<pageSetup ',
      '<headerFooter>',
    ]
    for (let number = 1; number <= sheets.length; number += 1) {
      const xml = await part(`xl/worksheets/sheet${number}.xml`)
      const places = order.map((element) => xml.indexOf(element))
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
  })

  it('repeats the header on every printed page and holds no formula', async () => {
    const book = await part('xl/workbook.xml')
    expect(book.match(/<definedNames>/g)).toHaveLength(1)
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="3">'Points and rewards'!$1:$3</definedName>`,
    )
    expect(book).toContain(`'Participation'!$A$3:$U$${HEADER_ROW + 60}</definedName>`)
    for (let number = 1; number <= sheets.length; number += 1) {
      expect(await part(`xl/worksheets/sheet${number}.xml`)).not.toContain('<f>')
    }
  })

  it('formats dates and times as British schools read them', async () => {
    const styles = await part('xl/styles.xml')
    for (const format of ['dd/mm/yyyy', 'hh:mm', 'dd/mm/yyyy hh:mm']) {
      expect(styles).toContain(`formatCode="${format}"`)
    }
  })
})
