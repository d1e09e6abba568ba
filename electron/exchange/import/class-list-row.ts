import type { ClassListRow, Remark } from '../../../shared/domain/class-list.ts'
import { UNSORTED_CLASS } from '../../../shared/domain/class-list-merge.ts'
import { contact as contactShape, type PupilIdentity } from '../../../shared/domain/people.ts'
import { findUpnProblem, normaliseUpn, type UpnProblem } from '../../../shared/domain/upn.ts'
import {
  cleanCell,
  type DateOrder,
  readDateOfBirth,
  readTelephone,
  readYearGroup,
  splitName,
  unwrapNumber,
} from './class-list-cells.ts'
import type { ClassListColumns, ContactColumns } from './class-list-columns.ts'
import type { ContactPart, PupilField } from './class-list-headers.ts'
import { hasStrayCells, isInPlace } from './stray-cells.ts'
import type { TableRow } from './text-table.ts'

/** A row understood, or null when it was left out; the warnings say why. */
export type RowReading = { row: ClassListRow | null; warnings: Remark[] }

type Contact = PupilIdentity['contacts'][number]
type Cell = (field: PupilField) => string

/** Longer than anything a pupil's cell holds; a quotation mark too many makes one. */
const LONGEST_CELL = 1000
const LONGEST_NAME = 120
const LONGEST_NUMBER = 20
const LONGEST_CLASS = 60

/** Reads one pupil. Never throws; a value that doesn't fit is left out with a warning, never shortened. */
export function readClassListRow(
  source: TableRow,
  columns: ClassListColumns,
  dateOrder: DateOrder,
): RowReading {
  const at = (index: number | undefined): string =>
    index === undefined ? '' : cleanCell(source.cells[index] ?? '')
  const cell: Cell = (field) => at(columns.pupil[field])
  const isStray = hasStrayCells(source, columns)
  if (isStray && !isInPlace(source, columns, dateOrder)) {
    return leftOut('row-too-wide', 'The row has more cells than there are headings; it was left out.')
  }
  if (usedColumns(columns).some((index) => (source.cells[index]?.length ?? 0) > LONGEST_CELL)) {
    return leftOut('cell-too-long', `A cell is longer than ${LONGEST_CELL} characters; the row was left out.`)
  }
  const names = readNames(cell)
  const written = `${names.forename} ${names.surname}`
  if (!isName(names.forename) || !isName(names.surname) || TOTAL.test(written) || NOTE.test(written)) {
    return leftOut('no-name', 'The row has no forename and surname; it was left out.')
  }
  if (Math.max(names.forename.length, names.surname.length) > LONGEST_NAME) {
    return leftOut('name-too-long', `A name is longer than ${LONGEST_NAME} letters; the row was left out.`)
  }
  const warnings = [...names.warnings, ...(isStray ? [STRAY_CELL] : [])]
  const identity = readIdentity(cell, names, dateOrder, warnings)
  const contacts = columns.contacts.flatMap((contact, index) => readContact(contact, index + 1, at, warnings))
  const yearGroup = readYearGroup(cell('yearGroup'))
  const className = readClassName(cell, warnings)
  const row = {
    line: source.line,
    className,
    ...(yearGroup && { yearGroup }),
    identity: { ...identity, contacts },
  }
  if (JSON.stringify(row).includes('\ufffd'))
    warnings.push({
      code: 'unreadable-letter',
      message: 'A letter could not be read (shown as \ufffd); check it.',
    })
  return { row, warnings }
}

const STRAY_CELL: Remark = {
  code: 'stray-cell',
  message: 'Something stands beside this row where there is no heading; it was not read.',
}

/** `Total pupils: 30`, `Number on roll 28` under a list. */
const TOTAL = /^(?:(?:sub|grand)[- ]?)?total\b|^(?:number|count) (?:of|on)\b|[:=] ?\d+$/i

/** `Printed by: Ms Reid`, `Class teacher: Mr Low` under or between them. */
const NOTE = /^\p{L}[\p{L} ]{2,}:(?: |$)/u

/** `Total`, `30` under a list is nobody. */
const isName = (text: string | undefined): text is string =>
  Boolean(text) && !/^[\d\s.,:/-]+$/.test(text ?? '')

const leftOut = (code: string, message: string): RowReading => ({ row: null, warnings: [{ code, message }] })

const usedColumns = ({ pupil, contacts }: ClassListColumns): number[] => [
  ...Object.values(pupil),
  ...contacts.flatMap(({ parts }) => Object.values(parts).flat()),
]

/** The pupil's names; a known-as name stands in for a legal one that is missing. */
function readNames(cell: Cell) {
  const warnings: Remark[] = []
  const whole = cell('nameSurnameFirst') || cell('nameForenameFirst') || cell('name')
  const order = cell('nameSurnameFirst') ? 'surname-first' : 'forename-first'
  const isApart = cell('legalForename') !== '' && cell('legalSurname') !== ''
  const split = whole && !isApart ? splitName(whole, order) : null
  if (split?.warning) warnings.push(split.warning)
  const legal = {
    forename: cell('legalForename') || split?.forename,
    surname: cell('legalSurname') || split?.surname,
  }
  const preferred = { forename: cell('preferredForename'), surname: cell('preferredSurname') }
  if (!legal.forename && preferred.forename) warnings.push(onlyPreferred('forename'))
  if (!legal.surname && preferred.surname) warnings.push(onlyPreferred('surname'))
  return {
    forename: legal.forename || preferred.forename,
    surname: legal.surname || preferred.surname,
    preferred,
    warnings,
  }
}

const onlyPreferred = (which: 'forename' | 'surname'): Remark => ({
  code: `no-legal-${which}`,
  message: `No legal ${which}; the preferred one was used.`,
})

function readIdentity(
  cell: Cell,
  names: ReturnType<typeof readNames>,
  dateOrder: DateOrder,
  warnings: Remark[],
): Omit<PupilIdentity, 'contacts'> {
  const within = (text: string, longest: number, what: string) => withinLength(text, longest, what, warnings)
  const preferredForename = within(names.preferred.forename, LONGEST_NAME, 'The preferred forename')
  const preferredSurname = within(names.preferred.surname, LONGEST_NAME, 'The preferred surname')
  const upn = within(normaliseUpn(unwrapNumber(cell('upn'))), LONGEST_NUMBER, 'The UPN')
  const problem = upn === '' ? null : findUpnProblem(upn)
  if (problem) warnings.push(UPN_WARNINGS[problem])
  const admissionNumber = within(
    unwrapNumber(cell('admissionNumber')),
    LONGEST_NUMBER,
    'The admission number',
  )
  const birth = readDateOfBirth(cell('dateOfBirth'), dateOrder)
  if (birth.warning) warnings.push(birth.warning)
  return {
    legalForename: names.forename,
    legalSurname: names.surname,
    ...(preferredForename && { preferredForename }),
    ...(preferredSurname && { preferredSurname }),
    ...(upn && { upn }),
    ...(admissionNumber && { admissionNumber }),
    ...(birth.value && { dateOfBirth: birth.value }),
  }
}

export const UPN_WARNINGS: Record<UpnProblem, Remark> = {
  shape: {
    code: 'upn-shape',
    message:
      'The UPN does not have the form of one (a letter, then 12 characters); it was kept as written. Check it.',
  },
  'check-letter': {
    code: 'upn-check-letter',
    message: 'The UPN’s first letter does not fit its digits; it was kept as written. Check it.',
  },
}

function readClassName(cell: Cell, warnings: Remark[]): string {
  const className = withinLength(cell('class'), LONGEST_CLASS, 'The class', warnings)
  if (className === '')
    warnings.push({
      code: 'no-class',
      message: `The row has no class; the pupil goes in “${UNSORTED_CLASS}”.`,
    })
  return className || UNSORTED_CLASS
}

/** A contact has to have a name: without one, the relationship or `Parent or carer` stands in, said in a warning. */
function readContact(
  { relationship: given, parts }: ContactColumns,
  number: number,
  at: (index: number | undefined) => string,
  warnings: Remark[],
): Contact[] {
  const first = (part: ContactPart) => (parts[part] ?? []).map(at).find((text) => text !== '') ?? ''
  const what = `Contact ${number}’s`
  const within = (text: string, longest: number, part: string) =>
    withinLength(text, longest, `${what} ${part}`, warnings)
  const relationship = within(first('relationship'), 60, 'relationship')
  const dialled = readTelephone(first('telephone'))
  if (dialled.warning) warnings.push(dialled.warning)
  const telephone = within(dialled.value, 40, 'telephone number')
  const email = within(first('email'), 200, 'e-mail address')
  const written = first('name') || [first('forename'), first('surname')].join(' ').trim()
  const name = within(written, LONGEST_NAME, 'name')
  if (!name && !telephone && !email) return []
  const stated = relationship || (given ?? '')
  const standIn = stated || `Parent or carer ${number}`
  if (!name)
    warnings.push({
      code: 'no-contact-name',
      message: `${what} name is missing; the relationship or “Parent or carer ${number}” stands in for it.`,
    })
  const found: Contact = {
    name: name || standIn,
    ...(stated && { relationship: stated }),
    ...(telephone && { telephone }),
    ...(email && { email }),
  }
  return contactShape.safeParse(found).success ? [found] : []
}

function withinLength(text: string, longest: number, what: string, warnings: Remark[]): string {
  if (text.length <= longest) return text
  warnings.push({
    code: 'value-too-long',
    message: `${what} is longer than ${longest} characters; it was left out.`,
  })
  return ''
}
