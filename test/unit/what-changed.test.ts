import { describe, expect, it } from 'vitest'
import { type Field, key, NONE_RECORDED, sheetOf, text } from '../../shared/domain/office-sheets/sheet.ts'
import {
  changesOf,
  type Compared,
  type Table,
  whatChangedSheet,
} from '../../shared/domain/office-sheets/what-changed.ts'
import { buildDay } from '../support/day-fixture.ts'

type Line = { upn: string; name: string; status: string; points: string }
const fields: readonly Field<Line>[] = [
  key(text('UPN', 15, ({ upn }) => upn)),
  key(text('Name', 15, ({ name }) => name)),
  text('Status', 15, ({ status }) => status),
  text('Points', 15, ({ points }) => points),
]
const day = buildDay({ pupils: 1, lessons: 1 })
const header = fields.map((field) => field.header)
const tableOf = (lines: readonly string[]): Table => ({ header, rows: lines.map((line) => line.split('|')) })
const compare = (before: readonly string[], after: readonly string[], change: Partial<Compared> = {}) =>
  changesOf({
    sheet: sheetOf(day, 'Participation', fields, []),
    before: tableOf(before),
    after: tableOf(after),
    ...change,
  })
const inShort = (changes: ReturnType<typeof compare>) =>
  changes.map(({ who, column, before, after }) => [who, column, before, after])

describe('what changed', () => {
  it('names each cell that is otherwise, with both, and nothing else', () => {
    const before = ['A1|Ada|Took part|3', 'A2|Ben|Took part|']
    const after = ['A2|Ben|Absent|1', 'A1|Ada|Took part|3']
    expect(inShort(compare(before, after))).toEqual([
      ['A2, Ben', 'Status', 'Took part', 'Absent'],
      ['A2, Ben', 'Points', null, '1'],
    ])
    expect(compare(before, before.toReversed())).toEqual([])
  })

  it('names rows that came and rows that went', () => {
    expect(inShort(compare(['A1|Ada|Absent|'], ['A2|Ben|Took part|4']))).toEqual([
      ['A2, Ben', null, 'Was not there', 'Status: Took part; Points: 4'],
      ['A1, Ada', null, 'Status: Absent', 'Is not there any more'],
    ])
    expect(inShort(compare([`${NONE_RECORDED}|||`], ['A1|Ada|Absent|']))).toEqual([
      ['A1, Ada', null, 'Was not there', 'Status: Absent'],
    ])
  })

  it('of rows with the same keys leaves the equal ones alone', () => {
    const before = ['A1|Ada|First|1', 'A1|Ada|Second|1']
    expect(inShort(compare(before, ['A1|Ada|Second|1', 'A1|Ada|Third|1']))).toEqual([
      ['A1, Ada', 'Status', 'First', 'Third'],
    ])
  })

  it('says where a column came or went, and where nothing can be compared', () => {
    const before: Table = { header: ['UPN', 'Name', 'Mark'], rows: [['A1', 'Ada', 'x']] }
    expect(inShort(compare([], ['A1|Ada|Absent|'], { before }))).toEqual([
      [null, 'Status', 'No such column', 'New column'],
      [null, 'Points', 'No such column', 'New column'],
      [null, 'Mark', 'Was a column', 'No such column'],
    ])
    const renamed: Table = { header: ['Number', 'Pupil'], rows: [] }
    expect(inShort(compare([], [], { before: renamed }))).toEqual([
      [null, null, null, 'Not compared: its columns had other names before'],
    ])
    expect(inShort(compare([], [], { before: null }))[0]?.[3]).toContain('gone or was changed')
  })

  it('is a sheet that says since which version, also where there is nothing to say', () => {
    const sheet = sheetOf(day, 'Participation', fields, [])
    const same = { sheet, before: tableOf([]), after: tableOf([]) }
    const said = (compared: readonly Compared[] | null) => whatChangedSheet(day, 2, compared).rows[0]?.[0]
    expect(whatChangedSheet(day, 2, [same]).title).toMatch(/^What changed: Hilltop.*, since version 2$/)
    expect(said([same])).toBe('Nothing is otherwise than in version 2')
    for (const gone of [null, [{ ...same, before: null }]]) {
      expect(said(gone)).toContain('Version 2 is not in the folder any more')
    }
  })
})
