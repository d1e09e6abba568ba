import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeXlsx } from '../../electron/exchange/export/xlsx.ts'
import type { Cell, Column } from '../../shared/domain/office-sheets/sheet.ts'
import { officeSheets } from '../../shared/domain/office-sheets.ts'
import { clockTime, schoolDateOf } from '../../shared/domain/times.ts'
import { buildDay, hostileNames } from '../support/day-fixture.ts'
import { hasLibreOffice, type OpenedWorkbook, openWithLibreOffice } from '../support/libreoffice.ts'

const HEADER_ROW = 3
const isInstalled = hasLibreOffice()
const sheets = officeSheets(buildDay({ date: '2021-06-14', names: hostileNames }))

function shown(cell: Cell, { type }: Column): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
  const date = schoolDateOf(cell.at).split('-').toReversed().join('/')
  if (type === 'date') return date
  return type === 'time' ? clockTime(cell.at) : `${date} ${clockTime(cell.at)}`
}

const skipped = isInstalled ? '' : ': skipped, soffice is not on the path (apt-get install libreoffice-calc)'

describe.skipIf(!isInstalled)(`the workbook in LibreOffice${skipped}`, () => {
  let folder: string
  let workbook: OpenedWorkbook

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'session-companion-xlsx-'))
    await writeFile(join(folder, 'day.xlsx'), await writeXlsx(sheets))
    workbook = await openWithLibreOffice(join(folder, 'day.xlsx'))
  }, 150_000)

  afterAll(async () => {
    await workbook.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(sheets.map((sheet) => [sheet.name, sheet] as const))(
    'shows %s as it was meant',
    async (name, sheet) => {
      const rows = await workbook.sheet(name)
      expect(rows[0]?.[0]).toBe(sheet.title)
      expect(rows[HEADER_ROW - 1]).toEqual(sheet.columns.map(({ header }) => header))
      expect(rows.slice(HEADER_ROW)).toEqual(
        sheet.rows.map((row) => sheet.columns.map((column, at) => shown(row[at] ?? null, column))),
      )
    },
  )
})
