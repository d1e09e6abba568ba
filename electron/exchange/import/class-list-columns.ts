import type { ColumnSource, FileWarning } from '../../../shared/domain/class-list.ts'
import {
  columnMeaning,
  type ColumnMeaning,
  type ColumnMemory,
  type NamedColumns,
  sourceOf,
} from '../../../shared/domain/column-meanings.ts'
import {
  understandHeader,
  type ContactPart,
  type HeaderMeaning,
  type PupilField,
} from './class-list-headers.ts'

/** Where in a row each thing stands. `contacts` in file order, each part with the columns that may hold it. */
export type ClassListColumns = {
  pupil: Partial<Record<PupilField, number>>
  contacts: ContactColumns[]
  columns: NamedColumns
  source: ColumnSource
  droppedColumns: string[]
  warnings: FileWarning[]
  width: number
}
export type ContactColumns = { relationship: string | null; parts: Partial<Record<ContactPart, number[]>> }

const MOST_CONTACTS = 4

const PUPIL_MEANINGS: Readonly<Record<PupilField, ColumnMeaning>> = {
  legalForename: 'legal forename',
  legalSurname: 'legal surname',
  preferredForename: 'preferred forename',
  preferredSurname: 'preferred surname',
  name: 'name',
  nameSurnameFirst: 'name, surname first',
  nameForenameFirst: 'name, forename first',
  upn: 'UPN',
  admissionNumber: 'admission number',
  dateOfBirth: 'date of birth',
  yearGroup: 'year group',
  class: 'class',
}
const PART_MEANINGS: Readonly<Record<ContactPart, string>> = {
  name: 'name',
  forename: 'forename',
  surname: 'surname',
  relationship: 'relationship',
  telephone: 'telephone',
  email: 'e-mail',
}

type Found = { header: string; index: number; meaning: HeaderMeaning }

/**
 * Understands a header row: which column says what, which are dropped unread, which say the same as another. What a
 * person said of these headings goes before every guess, but for columns that are never read.
 */
export function understandColumns(
  headers: readonly string[],
  line: number,
  memory: ColumnMemory = {},
): ClassListColumns {
  const guessed = attachToContacts(
    headers.map((header, index) => ({ header, index, meaning: understandHeader(header) })),
  )
  const key = sourceOf(headers)
  const said = Object.hasOwn(memory, key) ? memory[key] : undefined
  const found = said ? takeAsSaid(guessed, said) : guessed
  const { pupil, warnings } = choosePupilColumns(found, line)
  const keys = [...new Set(found.flatMap(({ meaning }) => (meaning.kind === 'contact' ? [meaning.key] : [])))]
  const used = (said ? keys.toSorted() : keys).slice(0, MOST_CONTACTS)
  if (keys.length > MOST_CONTACTS) {
    warnings.push({
      line,
      code: 'too-many-contacts',
      message: `Only the first ${MOST_CONTACTS} contacts are read.`,
    })
  }
  const titled = found.filter(({ header }) => header !== '')
  return {
    pupil,
    contacts: used.map((key) => gatherContact(key, found)),
    columns: titled
      .filter(({ meaning }) => meaning.kind !== 'dropped')
      .map((column) => ({ header: column.header, meaning: describe(column, pupil, used) })),
    source: { key, isRemembered: said !== undefined },
    droppedColumns: titled.filter(({ meaning }) => meaning.kind === 'dropped').map(({ header }) => header),
    warnings,
    width: headers.length,
  }
}

/** Headings that stand more than once are told apart by their order. */
function takeAsSaid(guessed: readonly Found[], said: NamedColumns): Found[] {
  const left = [...said]
  const pairs = guessed.map((column) => {
    const at = left.findIndex(({ header }) => header === column.header)
    const [one] = at === -1 ? [] : left.splice(at, 1)
    return { column, said: one && column.meaning.kind !== 'dropped' ? one.meaning : undefined }
  })
  const roles = new Map<string, string>()
  for (const pair of pairs) {
    const { meaning } = pair.column
    const role = meaning.kind === 'contact' ? /mother|father/.exec(meaning.key)?.[0] : undefined
    if (role !== undefined) roles.set(contactNumber(pair.said), role)
  }
  return pairs.map((pair) =>
    pair.said === undefined ? pair.column : { ...pair.column, meaning: meaningOf(pair.said, roles) },
  )
}

const FIELDS = new Map(
  (Object.entries(PUPIL_MEANINGS) as [PupilField, ColumnMeaning][]).map(([field, words]) => [words, field]),
)
const PARTS = new Map(
  (Object.entries(PART_MEANINGS) as [ContactPart, string][]).map(([part, words]) => [words, part]),
)
const CONTACT = /^contact (\d) (.+)$/

const contactNumber = (said: ColumnMeaning | null | undefined): string => CONTACT.exec(said ?? '')?.[1] ?? ''

/** A contact stays the mother or the father where a heading says so. */
function meaningOf(said: ColumnMeaning | null, roles: ReadonlyMap<string, string>): HeaderMeaning {
  if (said === null) return { kind: 'unknown' }
  const field = FIELDS.get(said)
  if (field) return { kind: 'pupil', field, rank: 0 }
  const [, number = '', words = ''] = CONTACT.exec(said) ?? []
  return {
    kind: 'contact',
    key: `said ${number} ${roles.get(number) ?? ''}`,
    part: PARTS.get(words) ?? 'name',
  }
}

/** A pupil can be named from these columns: a forename and a surname, or both in one. */
export function hasNameColumns({ pupil }: ClassListColumns): boolean {
  const has = (...fields: PupilField[]) => fields.some((field) => pupil[field] !== undefined)
  const isApart = has('legalForename', 'preferredForename') && has('legalSurname', 'preferredSurname')
  return isApart || has('name', 'nameSurnameFirst', 'nameForenameFirst')
}

/** How many columns are understood: the row of a file with the most is its header. */
export const countUnderstood = ({ columns }: ClassListColumns): number =>
  columns.filter(({ meaning }) => meaning !== null).length

function attachToContacts(found: readonly Found[]): Found[] {
  let before: string | null = null
  return found.map((column) => {
    const { meaning } = column
    if (meaning.kind === 'contact') before = meaning.key
    if (meaning.kind !== 'contact-of-before') return column
    const attached: HeaderMeaning =
      before === null ? { kind: 'unknown' } : { kind: 'contact', key: before, part: meaning.part }
    return { ...column, meaning: attached }
  })
}

/**
 * One column a field. Where several say the same, the rest are not read even if they are filled: a second `Surname`
 * further right is often a parent's.
 */
function choosePupilColumns(found: readonly Found[], line: number) {
  const pupil: Partial<Record<PupilField, number>> = {}
  const warnings: FileWarning[] = []
  for (const field of Object.keys(PUPIL_MEANINGS) as PupilField[]) {
    const same = found
      .flatMap(({ header, index, meaning }) =>
        meaning.kind === 'pupil' && meaning.field === field ? [{ header, index, rank: meaning.rank }] : [],
      )
      .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    const [chosen, ...others] = same
    if (!chosen) continue
    pupil[field] = chosen.index
    if (others.length > 0)
      warnings.push({ line, code: 'same-meaning', message: describeSame(field, chosen, others) })
  }
  return { pupil, warnings }
}

function describeSame(
  field: PupilField,
  chosen: { header: string; index: number },
  others: readonly { header: string; index: number }[],
): string {
  const place = (column: { header: string; index: number }) =>
    `“${column.header}” (column ${column.index + 1})`
  const rest = others.map(place).join(', ')
  return `More than one column says ${PUPIL_MEANINGS[field]}: ${place(chosen)} is read, ${rest} is not.`
}

function gatherContact(key: string, found: readonly Found[]): ContactColumns {
  const parts: ContactColumns['parts'] = {}
  for (const { index, meaning } of found) {
    if (meaning.kind !== 'contact' || meaning.key !== key) continue
    parts[meaning.part] = [...(parts[meaning.part] ?? []), index]
  }
  const relationship = key.includes('mother') ? 'Mother' : key.includes('father') ? 'Father' : null
  return { relationship, parts }
}

function describe(
  { index, meaning }: Found,
  pupil: ClassListColumns['pupil'],
  used: readonly string[],
): ColumnMeaning | null {
  if (meaning.kind === 'pupil') return pupil[meaning.field] === index ? PUPIL_MEANINGS[meaning.field] : null
  if (meaning.kind !== 'contact' || !used.includes(meaning.key)) return null
  return columnMeaning.parse(`contact ${used.indexOf(meaning.key) + 1} ${PART_MEANINGS[meaning.part]}`)
}
