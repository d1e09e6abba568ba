import type { ClassListReading, ClassListRow, FileWarning } from '../../../shared/domain/class-list.ts'
import { UNSORTED_CLASS } from '../../../shared/domain/class-list-merge.ts'
import type { ColumnMeaning } from '../../../shared/domain/column-meanings.ts'
import { understandHeader } from './class-list-headers.ts'
import { leaveOutRepeats } from './class-list-repeats.ts'
import { findClasses, type FoundClass } from './oneroster-classes.ts'
import { readManifest, requireFile } from './oneroster-manifest.ts'
import {
  EXPORT_AGAIN,
  isActive,
  isDeleted,
  OneRosterError,
  type OneRosterFiles,
  type OneRosterRow,
  type OneRosterTable,
  readOneRosterTable,
  warnAt,
} from './oneroster-tables.ts'
import { contactsOf, readPupil } from './oneroster-users.ts'

/** Ten times the largest school. */
const MOST_PUPILS = 20_000

/**
 * Reads the files of a OneRoster export (CSV 1.1 or 1.2): its pupils, each in the class they are enrolled in. Reads only,
 * throws nothing. Source: 1EdTech, OneRoster 1.1 and 1.2 CSV tables.
 */
export function readOneRoster(files: OneRosterFiles): ClassListReading {
  try {
    return readAll(files)
  } catch (error) {
    if (error instanceof OneRosterError) return { understood: false, refusal: error.refusal }
    const refusal = {
      code: 'damaged',
      message: 'This OneRoster export could not be read. Nothing was changed.',
      advice: EXPORT_AGAIN,
    }
    return { understood: false, refusal }
  }
}

function readAll(files: OneRosterFiles): ClassListReading {
  const manifest = readManifest(files)
  const users = requireFile(files, manifest, 'users.csv', ['sourcedId', 'givenName', 'familyName'])
  const warnings: FileWarning[] = [...manifest.warnings]
  const roles = rolesOf(files, users)
  const demographics = readOneRosterTable(files, 'demographics.csv', ['sourcedId'])
  const births = new Map(
    (demographics?.rows ?? []).filter(isActive).map((row) => [row.get('sourcedId'), row.get('birthDate')]),
  )
  const known = new Map(users.rows.filter(isActive).map((row) => [row.get('sourcedId'), row]))
  const ids = users.rows.map((row) => row.get('sourcedId'))
  const gone = new Set(ids.filter((id) => !known.has(id)))
  const classes = findClasses(files, manifest, { known, gone, roles, warnings })
  const contacts = contactsOf(known, roles)
  const rows: ClassListRow[] = []
  for (const row of users.rows) {
    const id = row.get('sourcedId')
    if (!roles.get(id)?.has('student') || isDeleted(row)) continue
    if (!isActive(row)) warnings.push(warnAt('users.csv', row.line, 'not-active', NOT_ACTIVE))
    else if (known.get(id) !== row) warnings.push(warnAt('users.csv', row.line, 'repeated-id', REPEATED_ID))
    else rows.push(...readOne(row, classes.get(id), births.get(id) ?? '', contacts.get(id) ?? [], warnings))
  }
  if (rows.length > MOST_PUPILS) {
    throw new OneRosterError(
      'too-many-rows',
      'This OneRoster export has far more pupils than a school.',
      'Export one school alone, then choose that zip.',
    )
  }
  if (rows.length === 0)
    throw new OneRosterError(
      'no-pupils',
      'No user of this OneRoster export is a pupil (role “student”).',
      EXPORT_AGAIN,
    )
  const repeats = leaveOutRepeats(rows)
  return {
    understood: true,
    rows: repeats.rows,
    columns: columnsOf(users),
    source: null,
    droppedColumns: droppedOf([users, ...(demographics ? [demographics] : [])]),
    warnings: [...warnings, ...repeats.warnings],
  }
}

const NOT_ACTIVE = 'The pupil is not active; the row was left out.'
const REPEATED_ID = 'This sourcedId stands in the file twice; the last row was read.'

function readOne(
  row: OneRosterRow,
  found: FoundClass | undefined,
  birth: string,
  contacts: ClassListRow['identity']['contacts'],
  warnings: FileWarning[],
): ClassListRow[] {
  const reading = readPupil(row, birth)
  for (const { code, message } of reading.warnings)
    warnings.push(warnAt('users.csv', row.line, code, message))
  if (!reading.pupil) return []
  if (!found) {
    const message = `The pupil is in no class; they go in “${UNSORTED_CLASS}”.`
    warnings.push(warnAt('users.csv', row.line, 'no-class', message))
  }
  const yearGroup = reading.pupil.yearGroup || (found?.yearGroup ?? '')
  return [
    {
      line: row.line,
      className: found?.title ?? UNSORTED_CLASS,
      ...(yearGroup && { yearGroup }),
      identity: { ...reading.pupil.identity, contacts },
    },
  ]
}

/** Who is what: in 1.1 a column of the users, in 1.2 a file of its own, in which one user may be several things. */
function rolesOf(files: OneRosterFiles, users: OneRosterTable): ReadonlyMap<string, ReadonlySet<string>> {
  const roles = new Map<string, Set<string>>()
  const add = (id: string, role: string) =>
    roles.set(id, (roles.get(id) ?? new Set()).add(role.toLowerCase()))
  const table = readOneRosterTable(files, 'roles.csv', ['userSourcedId', 'role'])
  if (table) for (const row of table.rows.filter(isActive)) add(row.get('userSourcedId'), row.get('role'))
  else if (users.headers.some((header) => /^role$/i.test(header))) {
    for (const row of users.rows) add(row.get('sourcedId'), row.get('role'))
  } else {
    const message =
      'This OneRoster export does not say who is a pupil: roles.csv is missing, and users.csv has no column role.'
    throw new OneRosterError('missing-file', message, EXPORT_AGAIN)
  }
  return roles
}

const USER_MEANINGS: Readonly<Record<string, ColumnMeaning>> = {
  givenname: 'legal forename',
  familyname: 'legal surname',
  preferredfirstname: 'preferred forename',
  preferredgivenname: 'preferred forename',
  preferredlastname: 'preferred surname',
  preferredfamilyname: 'preferred surname',
  grades: 'year group',
}

const columnsOf = ({ headers }: OneRosterTable) =>
  headers
    .filter((header) => !isPrivate(header))
    .map((header) => ({ header, meaning: USER_MEANINGS[header.toLowerCase()] ?? null }))

const isPrivate = (header: string): boolean => understandHeader(header).kind === 'dropped'

/** Of demographics.csv (sex, descent, birthplace) only the date of birth is read. */
const KEPT_OF_DEMOGRAPHICS = /^(sourcedId|status|dateLastModified|birthDate)$/i

const droppedOf = (tables: readonly OneRosterTable[]): string[] => [
  ...new Set(
    tables.flatMap(({ file, headers }) =>
      headers.filter((header) =>
        header === ''
          ? false
          : file === 'demographics.csv'
            ? !KEPT_OF_DEMOGRAPHICS.test(header)
            : isPrivate(header),
      ),
    ),
  ),
]
