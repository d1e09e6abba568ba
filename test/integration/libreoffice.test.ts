import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableOf, writeCsv } from '../../electron/exchange/export/csv.ts'
import { writeXlsx } from '../../electron/exchange/export/xlsx.ts'
import type { Cell, Column, Sheet } from '../../shared/domain/office-sheets/sheet.ts'
import { officeSheets } from '../../shared/domain/office-sheets.ts'
import { clockTime, schoolDateOf } from '../../shared/domain/times.ts'
import { buildDay, hostileNames } from '../support/day-fixture.ts'
import { exportVariants } from '../support/export-variants.ts'
import {
  hasLibreOffice,
  readShown,
  saveWithLibreOffice,
  showWithLibreOffice,
  takeInWithLibreOffice,
} from '../support/libreoffice.ts'

const HEADER_ROW = 3
const isInstalled = hasLibreOffice()

const neutral = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)

function shown(cell: Cell, { type }: Column): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') return neutral(cell)
  const date = schoolDateOf(cell.at).split('-').toReversed().join('/')
  if (type === 'date') return date
  return type === 'time' ? clockTime(cell.at) : `${date} ${clockTime(cell.at)}`
}

/** A sheet has one kind of line break, however it was typed. */
const oneBreak = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

const skipped = isInstalled ? '' : ': skipped, soffice is not on the path (apt-get install libreoffice-calc)'

const workbooks: { name: string; sheets: readonly Sheet[] }[] = [
  { name: 'whole day', sheets: officeSheets(buildDay({ date: '2021-06-14', names: hostileNames })) },
  ...exportVariants,
]

describe.skipIf(!isInstalled)(`the workbooks in LibreOffice${skipped}`, () => {
  let folder: string
  const fileOf = (at: number) => join(folder, `${at}.xlsx`)
  const savedAt = (at: number) => join(folder, 'saved', `${at}.xlsx`)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'session-companion-xlsx-'))
    const written = workbooks.map(async ({ sheets }, at) => writeFile(fileOf(at), await writeXlsx(sheets)))
    await Promise.all(written)
    const files = workbooks.map((_, at) => fileOf(at))
    await showWithLibreOffice(files, join(folder, 'shown'))
    await saveWithLibreOffice(files, join(folder, 'saved'))
  }, 300_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  describe.each(workbooks.map((one, at) => ({ ...one, at })))('$name', ({ sheets, at }) => {
    it.each(sheets.map((sheet) => [sheet.name, sheet] as const))(
      'shows %s as it was meant',
      async (name, sheet) => {
        const rows = (await readShown(join(folder, 'shown'), fileOf(at), name)).map((row) =>
          row.map(oneBreak),
        )
        expect(rows[0]?.[0]).toBe(oneBreak(neutral(sheet.title)))
        expect(rows[HEADER_ROW - 1]).toEqual(sheet.columns.map(({ header }) => neutral(header)))
        expect(rows.slice(HEADER_ROW)).toEqual(
          sheet.rows.map((row) =>
            sheet.columns.map((column, cell) => oneBreak(shown(row[cell] ?? null, column))),
          ),
        )
      },
    )

    it('holds the same texts and numbers once LibreOffice has saved it', async () => {
      const [before, after] = await Promise.all([fileOf(at), savedAt(at)].map((file) => readExcelFile(file)))
      expect(after?.map(({ sheet }) => sheet)).toEqual(sheets.map(({ name }) => name))
      expect(after?.map(({ data }) => cellsOf(data))).toEqual(before?.map(({ data }) => cellsOf(data)))
    })
  })
})

describe.skipIf(!isInstalled)(`the CSVs in LibreOffice${skipped}`, () => {
  const tables = exportVariants.flatMap(({ name, sheets }, at) =>
    sheets.map((sheet) => ({ title: `${sheet.name}, ${name}`, file: `${at} ${sheet.name}.csv`, sheet })),
  )
  let folder: string
  const seen = async (file: string) =>
    Papa.parse<string[]>(await readFile(join(folder, 'seen', file), 'utf8')).data

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'session-companion-csv-'))
    const bare = ['=1+1', 'Semi;=1+1', '+1', 'Tab\t=1+1'].join('\r\n')
    await writeFile(join(folder, 'bare.csv'), bare)
    for (const { file, sheet } of tables) await writeFile(join(folder, file), writeCsv(sheet))
    const files = ['bare.csv', ...tables.map(({ file }) => file)].map((file) => join(folder, file))
    await takeInWithLibreOffice(files, join(folder, 'seen'))
  }, 300_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('would run what is not written as we write it', async () => {
    expect((await seen('bare.csv')).flat()).toEqual(expect.arrayContaining(['=1+1', 'Semi', '1', 'Tab']))
  })

  it.each(tables)('keeps every cell of $title, and what was hostile as text', async ({ file, sheet }) => {
    const rows = (await seen(file)).map((row) => row.map(oneBreak))
    expect(rows.flat().filter((cell) => cell.startsWith('='))).toEqual([])
    const { header, rows: written } = tableOf(sheet)
    for (const [at, row] of [header, ...written].entries()) {
      const hostile = row.map((cell) => (cell.startsWith("'") ? oneBreak(cell) : null))
      expect(rows[at]?.length).toBe(row.length)
      expect(rows[at]?.map((cell, place) => hostile[place] && cell)).toEqual(hostile)
    }
  })
})

const cellsOf = (rows: unknown[][]): unknown[][] =>
  rows.map((row) => row.map(plain)).filter((row) => row.some((cell) => cell !== null))

/** To the minute: a fraction of a day is never quite a minute in binary. */
const plain = (cell: unknown): unknown => {
  if (cell instanceof Date) return Math.round(cell.getTime() / 60_000)
  return typeof cell === 'string' ? oneBreak(cell) : (cell ?? null)
}
