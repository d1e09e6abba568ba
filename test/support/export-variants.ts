import { tableOf } from '../../electron/exchange/export/csv.ts'
import {
  defaultExportSettings,
  exportSettings,
  type ExportSettings,
} from '../../shared/domain/export-settings.ts'
import { type SheetSplit, splitSheets } from '../../shared/domain/export-split.ts'
import { schoolSheets } from '../../shared/domain/office-sheets/school-sheets.ts'
import { whatChangedSheet } from '../../shared/domain/office-sheets/what-changed.ts'
import type { Sheet } from '../../shared/domain/office-sheets/sheet.ts'
import { instantOf } from '../../shared/domain/times.ts'
import { buildDay, hostileNames, idOf, startLog } from './day-fixture.ts'

/** Text that a spreadsheet would run, break apart or turn round, in every field a person can write. */
export const HOSTILE = '=HYPERLINK("http://evil.example";"go")'

const hostile = (mark: string): string => `${mark}cmd|' /C calc'!A0, "quoted"; \u202Egnp\nnext line`

/** A day that is hostile throughout: names, class, subject, staff, reasons, notes, incidents, packs, the wording itself. */
export function hostileDay() {
  const date = '2021-06-14'
  const day = buildDay({
    date,
    names: hostileNames,
    pupils: 12,
    schoolName: hostile('='),
    teacherName: hostile('+'),
    notTheRegister: `${HOSTILE} These are not marks of the statutory attendance register.`,
  })
  const lessons = day.lessons.map((record, at) => {
    const log = startLog({ lessonId: idOf(90 + at), startsAt: record.lesson.startsAt })
    const raised = log.at(20, { kind: 'incident', pupilId: idOf(101), value: { why: 'escalated' } })
    const value = { incident: raised.id }
    log.at(59, { kind: 'incident-described', pupilId: idOf(101), value, text: hostile('@') })
    log.at(59, { kind: 'note', pupilId: idOf(100), value: { about: 'follow-up' }, text: hostile('-') })
    log.at(4, { kind: 'equipment', pupilId: idOf(100), value: { equipment: 'missing' }, text: hostile('\t') })
    return {
      ...record,
      lesson: {
        ...record.lesson,
        className: hostile('='),
        subject: hostile('@'),
        learningIntention: HOSTILE,
        outsideTimetable: hostile('\r'),
      },
      staff: record.staff.map((one) => ({ ...one, name: hostile('+') })),
      behaviours: record.behaviours.map((one) => ({ ...one, label: `=${one.label}` })),
      checkItems: record.checkItems.map((one) => ({ ...one, title: `-${one.title}` })),
      attitudes: record.attitudes.map((one) => `@${one}`),
      events: [
        ...record.events.map((event) =>
          event.kind === 'check-answered' && event.text ? { ...event, text: HOSTILE } : event,
        ),
        ...log.events,
      ],
    }
  })
  const pupils = (lessons[0]?.pupils ?? []).map((pupil) => ({ ...pupil, how: 'collected' as const }))
  const approval = { staffId: idOf(2), at: instantOf(date, '08:00') }
  const dates = { week: date, availableFrom: date }
  const pack = {
    id: idOf(60),
    classId: idOf(50),
    className: hostile('='),
    contents: HOSTILE,
    approvedBy: hostile('+'),
  }
  return { ...day, lessons, packs: [{ ...pack, ...dates, approval, pupils }] }
}

const own: ExportSettings = exportSettings.parse({
  ...defaultExportSettings,
  leftOutSheets: ['Packs'],
  sameNames: 'number',
  columns: [
    { sheet: 'Participation', column: 'UPN', name: '=Unique number', isLeftOut: false },
    { sheet: 'Participation', column: 'Camera', name: null, isLeftOut: true },
    { sheet: 'Participation', column: 'Status (not a register mark)', name: 'Part', isLeftOut: false },
    { sheet: 'Summary', column: 'Points', name: 'Summe “Ö”, 1', isLeftOut: false },
  ],
})

const wholeSchool = (settings: ExportSettings) =>
  schoolSheets(hostileDay(), [hostileDay(), { ...hostileDay(), teacherName: hostile('=') }], settings).sheets

/** Of a correction in which every name and word is another. */
function whatChanged(): Sheet {
  const [before, after] = [buildDay({ pupils: 12, date: '2021-06-14' }), hostileDay()].map(
    (day) => splitSheets(day, 'office').sheets,
  )
  const compared = (after ?? []).map((sheet) => {
    const was = before?.find(({ name }) => name === sheet.name)
    return { sheet, before: was ? tableOf(was) : null, after: tableOf(sheet) }
  })
  return whatChangedSheet(hostileDay(), 1, compared)
}

/** The same hostile day for every reader and as a school's of two teachers, as the app would have it and as a school decided. */
export const exportVariants: readonly { name: string; sheets: readonly Sheet[] }[] = [
  ...(['office', 'leaders'] satisfies SheetSplit[]).flatMap((split) => [
    { name: `${split}, nothing decided`, sheets: splitSheets(hostileDay(), split).sheets },
    { name: `${split}, as the school has it`, sheets: splitSheets(hostileDay(), split, own).sheets },
  ]),
  { name: 'whole school, nothing decided', sheets: wholeSchool(defaultExportSettings) },
  { name: 'whole school, as the school has it', sheets: wholeSchool(own) },
  { name: 'what changed', sheets: [whatChanged()] },
]
