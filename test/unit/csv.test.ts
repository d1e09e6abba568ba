import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../electron/exchange/export/csv.ts'
import type { Sheet } from '../../shared/domain/office-sheets/sheet.ts'
import { officeSheets } from '../../shared/domain/office-sheets.ts'
import { instantOf } from '../../shared/domain/times.ts'
import { buildDay, hostileNames } from '../support/day-fixture.ts'
import { guardedText } from '../support/guarded-text.ts'

const decode = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

/** RFC 4180 in its fewest words, so that the writer is not judged by its own library alone. */
function readStrictly(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let rest = csv
  while (rest !== '') {
    const [, field = '', separator = ''] = /^("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/.exec(rest) ?? []
    if (separator === '') throw new Error(`Not RFC 4180 at: ${rest.slice(0, 40)}`)
    row.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)
    if (separator !== ',') {
      rows.push(row)
      row = []
    }
    rest = rest.slice(field.length + separator.length)
  }
  return rows
}

const sheetOfTexts = (...texts: string[]): Sheet => ({
  name: 'Participation',
  title: 'Title',
  note: 'Note',
  columns: [
    { header: 'Text', width: 10, type: 'text' },
    { header: '=Header', width: 10, type: 'integer' },
  ],
  rows: texts.map((text, index) => [text, -index]),
})

describe('writeCsv', () => {
  it('starts with a byte order mark and ends every line with CRLF', () => {
    const bytes = writeCsv(sheetOfTexts('a'))
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
    expect(decode(bytes).slice(1)).toBe("Text,'=Header\r\na,0\r\n")
  })

  it('gives the same table back, by two readers, hostile names included', () => {
    for (const sheet of officeSheets(buildDay({ names: hostileNames, isExample: true }))) {
      const csv = decode(writeCsv(sheet)).slice(1)
      const strict = readStrictly(csv)
      expect(strict).toEqual(Papa.parse<string[]>(csv, { skipEmptyLines: true }).data)
      expect(strict).toHaveLength(sheet.rows.length + 1)
      expect(strict[0]).toEqual(sheet.columns.map(({ header }) => header))
      for (const [index, row] of sheet.rows.entries()) {
        for (const [column, cell] of row.entries()) {
          const read = strict[index + 1]?.[column]
          if (cell === null) expect(read).toBe('')
          if (typeof cell === 'number') expect(Number(read)).toBe(cell)
          if (typeof cell === 'string') expect(read).toBe(guardedText(cell))
        }
      }
    }
  })

  it('neutralises what a spreadsheet would run, and leaves numbers alone', () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=a\nb', '"=1"', ' =1', '＝1+1', 'plain']
    const rows = readStrictly(decode(writeCsv(sheetOfTexts(...hostile))).slice(1)).slice(1)
    expect(rows.map(([text]) => text)).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@SUM(A1)",
      "'\tx",
      "'\rx",
      "'=a\nb",
      '"=1"',
      ' =1',
      "'＝1+1",
      'plain',
    ])
    expect(rows.map(([, number]) => number)).toEqual([
      '0',
      '-1',
      '-2',
      '-3',
      '-4',
      '-5',
      '-6',
      '-7',
      '-8',
      '-9',
      '-10',
    ])
  })

  it('leaves no cell open where a spreadsheet may end it at something else than a comma', () => {
    const rows = ['Semi;=1+1', 'Tab\t=1+1', 'Bar|=1+1', 'Line\n=1+1', 'plain; -1']
    expect(decode(writeCsv(sheetOfTexts(...rows)))).toContain(
      `"Semi;'=1+1",0\r\n"Tab\t'=1+1",-1\r\n"Bar|'=1+1",-2\r\n"Line\n'=1+1",-3\r\n"plain; -1",-4`,
    )
  })

  it("writes the school's own dates and times, in winter and in summer", () => {
    const sheet = (at: number): Sheet => ({
      ...sheetOfTexts(),
      columns: [
        { header: 'Date', width: 10, type: 'date' },
        { header: 'Time', width: 10, type: 'time' },
        { header: 'Both', width: 10, type: 'datetime' },
      ],
      rows: [[{ at }, { at }, { at }]],
    })
    const row = (at: number) => decode(writeCsv(sheet(at))).split('\r\n')[1]
    expect(row(Date.UTC(2021, 0, 18, 9, 5))).toBe('2021-01-18,09:05,2021-01-18 09:05')
    expect(row(Date.UTC(2021, 5, 14, 9, 5))).toBe('2021-06-14,10:05,2021-06-14 10:05')
    expect(row(instantOf('2021-06-14', '00:00'))).toBe('2021-06-14,00:00,2021-06-14 00:00')
  })

  it('says in the header of participation that these are not register marks', () => {
    const participation = officeSheets(buildDay()).find(({ name }) => name === 'Participation')
    const csv = participation ? decode(writeCsv(participation)) : ''
    expect(csv.split('\r\n')[0]).toContain('Status (not a register mark)')
  })
})
