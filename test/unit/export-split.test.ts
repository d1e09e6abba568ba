import { describe, expect, it } from 'vitest'
import {
  columnProblems,
  defaultExportSettings,
  exportSettings,
  type ExportSettings,
  looksLikeTheRegister,
} from '../../shared/domain/export-settings.ts'
import { splitSheets, type SheetSplit, withNamesApart } from '../../shared/domain/export-split.ts'
import type { Sheet } from '../../shared/domain/office-sheets/sheet.ts'
import { officeSheets } from '../../shared/domain/office-sheets.ts'
import { newSchool, school } from '../../shared/domain/school.ts'
import { buildDay, hostileNames, idOf, startLog } from '../support/day-fixture.ts'

const settingsWith = (change: Partial<ExportSettings>): ExportSettings =>
  exportSettings.parse({ ...defaultExportSettings, ...change })

/** A day with free text about pupils: an incident that was described, a note to come back to. */
function dayWithFreeText() {
  const day = buildDay({ lessons: 1 })
  const [lesson] = day.lessons
  if (!lesson) throw new Error('no lesson')
  const log = startLog({ lessonId: idOf(99), startsAt: lesson.lesson.startsAt })
  const raised = log.at(20, { kind: 'incident', pupilId: idOf(101), value: { why: 'escalated' } })
  const value = { incident: raised.id }
  log.at(59, { kind: 'incident-described', pupilId: idOf(101), value, text: 'FREE-TEXT of an incident' })
  log.at(59, { kind: 'note', pupilId: idOf(100), value: { about: 'follow-up' }, text: 'FREE-TEXT of a note' })
  return { ...day, lessons: [{ ...lesson, events: [...lesson.events, ...log.events] }] }
}

const namesOf = (sheets: readonly Sheet[]) => sheets.map(({ name }) => name)
const headersOf = (sheets: readonly Sheet[], name: string) =>
  sheets.find((sheet) => sheet.name === name)?.columns.map(({ header }) => header) ?? []
const sheetsFor = (split: SheetSplit, change: Partial<ExportSettings> = {}) =>
  splitSheets(dayWithFreeText(), split, settingsWith(change))

describe('the splits', () => {
  it('give the office every sheet, and none of the free text that only leaders need', () => {
    const { sheets, leftOut } = sheetsFor('office')
    expect(namesOf(sheets)).toEqual(namesOf(officeSheets(buildDay())))
    expect(JSON.stringify(officeSheets(dayWithFreeText()))).toContain('FREE-TEXT')
    expect(JSON.stringify(sheets)).not.toContain('FREE-TEXT')
    expect(leftOut).toEqual([
      { sheet: 'Incidents', column: 'What happened', why: 'not for this reader' },
      { sheet: 'Follow-up', column: 'Detail', why: 'not for this reader' },
    ])
  })

  it('give leaders exceptions, incidents, follow-up and counts, and nobody’s single taps', () => {
    const { sheets, leftOut } = sheetsFor('leaders')
    expect(namesOf(sheets)).toEqual(['Summary', 'Checks', 'Incidents', 'Follow-up'])
    const words = JSON.stringify(sheets)
    expect(words).toContain('FREE-TEXT of an incident')
    expect(words).toContain('FREE-TEXT of a note')
    expect(words).not.toMatch(/Behaviour:|A820000000|UPN/)
    const checks = sheets.find(({ name }) => name === 'Checks')
    const answer = headersOf(sheets, 'Checks').indexOf('Answer')
    expect(checks?.rows.map((row) => row[answer])).toEqual(['Not applicable'])
    expect(leftOut.filter(({ column }) => column === null).map(({ sheet }) => sheet)).toEqual([
      'Participation',
      'Points and rewards',
      'Packs',
    ])
  })

  it('say so where no row is left for a reader', () => {
    const day = buildDay({ lessons: 1, pupils: 2 })
    const done = day.lessons.map((one) => ({
      ...one,
      events: one.events.filter((event) => !(event.kind === 'check-answered' && event.text)),
      checkItems: one.checkItems.filter(({ id }) => id !== 'resources'),
    }))
    const { sheets } = splitSheets({ ...day, lessons: done }, 'leaders')
    expect(sheets.find(({ name }) => name === 'Checks')?.rows).toHaveLength(1)
    expect(JSON.stringify(sheets.find(({ name }) => name === 'Checks')?.rows)).toContain('None recorded')
  })
})

describe('what the school decides about its export', () => {
  it('changes nothing where nothing is decided', () => {
    expect(newSchool('A', 'B', 'C').exportSettings).toEqual(defaultExportSettings)
    expect(exportSettings.parse(defaultExportSettings)).toEqual(defaultExportSettings)
    const { sheets, renamed } = splitSheets(buildDay(), 'office')
    const whole = officeSheets(buildDay())
    expect(sheets.find(({ name }) => name === 'Participation')).toEqual(
      whole.find(({ name }) => name === 'Participation'),
    )
    expect(renamed).toEqual([])
  })

  it('leaves out sheets and columns, names columns, and says all of it', () => {
    const { sheets, leftOut, renamed } = sheetsFor('office', {
      leftOutSheets: ['Packs'],
      columns: [
        { sheet: 'Participation', column: 'Camera', name: null, isLeftOut: true },
        { sheet: 'Participation', column: 'UPN', name: 'Unique number', isLeftOut: false },
        { sheet: 'Participation', column: 'A column of long ago', name: 'Nothing', isLeftOut: false },
      ],
    })
    expect(namesOf(sheets)).not.toContain('Packs')
    expect(headersOf(sheets, 'Participation')[0]).toBe('Unique number')
    expect(headersOf(sheets, 'Participation')).not.toContain('Camera')
    expect(leftOut).toContainEqual({ sheet: 'Packs', column: null, why: 'left out by the school' })
    expect(leftOut).toContainEqual({
      sheet: 'Participation',
      column: 'Camera',
      why: 'left out by the school',
    })
    expect(renamed).toEqual([{ sheet: 'Participation', column: 'UPN', as: 'Unique number' }])
    for (const { columns, rows } of sheets) for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  it('keeps what a sheet says when there is nothing, whichever column goes', () => {
    const columns = ['Pack', 'Class'].map((column) => ({
      sheet: 'Packs' as const,
      column,
      name: null,
      isLeftOut: true,
    }))
    const { sheets } = splitSheets(buildDay({ isExample: true }), 'office', settingsWith({ columns }))
    const packs = sheets.find(({ name }) => name === 'Packs')
    expect([packs?.rows[0]?.[0], packs?.rows[0]?.at(-1)]).toEqual([
      'None recorded in Session Companion',
      'Yes',
    ])
  })

  it('leaves a sheet out that has no column left, and never the mark of the example school', () => {
    const day = buildDay({ isExample: true })
    const packs = officeSheets(day).find(({ name }) => name === 'Packs')
    const columns = (packs?.columns ?? []).map(({ header }) => ({
      sheet: 'Packs' as const,
      column: header,
      name: null,
      isLeftOut: true,
    }))
    expect(namesOf(splitSheets(day, 'office', settingsWith({ columns })).sheets)).not.toContain('Packs')
    const some = splitSheets(day, 'office', settingsWith({ columns: columns.slice(1) }))
    expect(headersOf(some.sheets, 'Packs')).toEqual(['Pack', 'Example school - invented data'])
  })

  it('never lets a column that could be taken for a register mark stop saying that it is none', () => {
    const column = 'Status (not a register mark)'
    const columns = [{ sheet: 'Participation' as const, column, name: 'Part taken', isLeftOut: false }]
    expect(headersOf(sheetsFor('office', { columns }).sheets, 'Participation')).toContain(
      'Part taken (not a register mark)',
    )
  })

  it.each(
    '/ \\ L b K P c C1 m O u X z # Y7 Register Attendance AM pm|AM mark|Attendance code|Session marks|Present|ＡＭ|Unauthorised'
      .split('|')
      .flatMap((part, at) => (at === 0 ? part.split(' ') : [part])),
  )('refuses to call a column %j', (name) => {
    expect(looksLikeTheRegister(name)).toBe(true)
    const columns = [{ sheet: 'Participation', column: 'Camera', name, isLeftOut: false }]
    expect(exportSettings.safeParse({ ...defaultExportSettings, columns }).success).toBe(false)
  })

  it.each(['Minutes present', 'Unique number', 'Part taken (not a register mark)', 'Remarks', 'Programme'])(
    'takes %j',
    (name) => expect(looksLikeTheRegister(name)).toBe(false),
  )

  it('refuses what could not be told apart, or would hide which lesson it is', () => {
    const choice = (column: string, name: string | null, isLeftOut = false) =>
      ({ sheet: 'Summary', column, name, isLeftOut }) as const
    expect(columnProblems([choice('Points', 'Sum'), choice('Absent', ' sum')])).toHaveLength(1)
    expect(columnProblems([choice('Class', null, true)])[0]).toContain('stays')
    expect(columnProblems([choice('Points', 'Sum')])).toEqual([])
    expect(exportSettings.safeParse({ ...defaultExportSettings, leftOutSheets: ['Summary'] }).success).toBe(
      false,
    )
    const clash = settingsWith({ columns: [choice('Points', 'Absent')] })
    expect(headersOf(splitSheets(buildDay(), 'office', clash).sheets, 'Summary')).toContain('Absent 2')
  })

  it('opens settings of before there were any of these', () => {
    const { exportSettings: _before, ...older } = newSchool('A', 'B', 'C')
    expect(school.parse(older).exportSettings).toEqual(defaultExportSettings)
  })
})

describe('two pupils who are called the same', () => {
  const names = [
    { forename: 'Aisha', surname: 'Khan', upn: 'A820000001111' },
    { forename: 'Áisha', surname: 'Khan', upn: 'A820000002222' },
    { forename: 'Ben', surname: 'Khan', upn: null },
  ]
  const called = (rule: ExportSettings['sameNames'], change = names) =>
    withNamesApart(buildDay({ pupils: 3, names: change, lessons: 1 }), rule).lessons[0]?.pupils.map(
      ({ forename, surname }) => `${forename} ${surname}`,
    )

  it('are told apart by the end of the UPN, by a number, or not at all', () => {
    expect(called('upn')).toEqual(['Aisha Khan (UPN …1111)', 'Áisha Khan (UPN …2222)', 'Ben Khan'])
    expect(called('number')).toEqual(['Aisha Khan (1)', 'Áisha Khan (2)', 'Ben Khan'])
    expect(called('as-is')).toEqual(['Aisha Khan', 'Áisha Khan', 'Ben Khan'])
  })

  it('get a number where a UPN is missing or ends the same', () => {
    const without = names.map((one) => ({ ...one, upn: null }))
    expect(called('upn', without)?.slice(0, 2)).toEqual(['Aisha Khan (1)', 'Áisha Khan (2)'])
    const alike = names.map((one) => ({ ...one, upn: 'A820000001111' }))
    expect(called('upn', alike)?.slice(0, 2)).toEqual(['Aisha Khan (1)', 'Áisha Khan (2)'])
  })

  it('keep the legal names the office knows them by, and hostile names pass through', () => {
    const before = buildDay({ names: hostileNames })
    const after = withNamesApart(before, 'upn')
    const legal = (day: typeof before) =>
      day.lessons[0]?.pupils.map(({ legalForename, legalSurname }) => [legalForename, legalSurname])
    expect(legal(after)).toEqual(legal(before))
  })
})
