import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../electron/exchange/export/csv.ts'
import type { Cell, Column } from '../../shared/domain/office-sheets/sheet.ts'
import { clockTime, schoolDateOf } from '../../shared/domain/times.ts'
import { exportVariants } from '../support/export-variants.ts'
import { guardedText } from '../support/guarded-text.ts'

function meant(cell: Cell, { type }: Column): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') return guardedText(cell)
  const [date, time] = [schoolDateOf(cell.at), clockTime(cell.at)]
  return type === 'date' ? date : type === 'time' ? time : `${date} ${time}`
}

/** A parser that has nothing to do with the one that writes. */
const read = (bytes: Uint8Array): string[][] =>
  parse(Buffer.from(bytes), { bom: true, relax_column_count: false, record_delimiter: '\r\n' })

describe('the CSVs, read by another parser', () => {
  it.each(exportVariants)('$name: say what was meant, row by row', ({ sheets }) => {
    for (const sheet of sheets) {
      const [header, ...rows] = read(writeCsv(sheet))
      expect(header).toEqual(sheet.columns.map((column) => meant(column.header, column)))
      expect(rows).toEqual(
        sheet.rows.map((row) => sheet.columns.map((column, at) => meant(row[at] ?? null, column))),
      )
    }
  })

  it.each(exportVariants)('$name: hold nothing that a spreadsheet would run', ({ sheets }) => {
    for (const sheet of sheets) {
      for (const cell of read(writeCsv(sheet)).flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+$)/)
    }
    expect(JSON.stringify(sheets)).toContain('=HYPERLINK')
  })
})
