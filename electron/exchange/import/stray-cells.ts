import { findUpnProblem, normaliseUpn } from '../../../shared/domain/upn.ts'
import {
  cleanCell,
  type DateOrder,
  readDateOfBirth,
  readYearGroup,
  unwrapNumber,
} from './class-list-cells.ts'
import type { ClassListColumns } from './class-list-columns.ts'
import type { PupilField } from './class-list-headers.ts'
import type { TableRow } from './text-table.ts'

export const hasStrayCells = ({ cells }: TableRow, { width }: ClassListColumns): boolean =>
  cells.slice(width).some((text) => cleanCell(text) !== '')

/** Columns in order of what they say; those whose values have no shape of their own prove nothing. */
const SHAPES: Readonly<Partial<Record<PupilField, (cell: string, order: DateOrder) => boolean>>> = {
  upn: (cell) => findUpnProblem(normaliseUpn(cell)) === null,
  dateOfBirth: (cell, order) => readDateOfBirth(unwrapNumber(cell), order).value !== '',
  yearGroup: (cell) => /^(?:Year \d+|Reception)$/.test(readYearGroup(cell)),
  class: (cell) => /^(?:\d{1,2}[ -]?\p{L}{1,3}|R\p{L}?)$/iu.test(cell),
}

/**
 * Whether a row with cells beyond its headings stands at its places all the same, so that they are a remark beside it: the
 * last value of a pupil has the shape of its column. A comma in a name or an address moves all that comes after it.
 */
export function isInPlace(
  { cells }: TableRow,
  { pupil, contacts }: ClassListColumns,
  order: DateOrder,
): boolean {
  const fields = Object.entries(pupil) as [PupilField, number][]
  const [field, last] = fields.toSorted(([, a], [, b]) => b - a)[0] ?? []
  const contactColumns = contacts.flatMap(({ parts }) => Object.values(parts).flat())
  if (field === undefined || last === undefined || contactColumns.some((at) => at > last)) return false
  return SHAPES[field]?.(cleanCell(cells[last] ?? ''), order) ?? false
}
