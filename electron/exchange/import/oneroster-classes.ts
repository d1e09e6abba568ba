import type { FileWarning } from '../../../shared/domain/class-list.ts'
import { readYearGroup } from './class-list-cells.ts'
import { type Manifest, requireFile } from './oneroster-manifest.ts'
import {
  isActive,
  isDeleted,
  listOf,
  type OneRosterFiles,
  type OneRosterRow,
  readOneRosterTable,
  warnAt,
} from './oneroster-tables.ts'

/** The class a pupil is in. */
export type FoundClass = { title: string; yearGroup: string }

type Everyone = {
  known: ReadonlyMap<string, OneRosterRow>
  /** Users who have left: their enrolments often stay behind, and are no fault. */
  gone: ReadonlySet<string>
  roles: ReadonlyMap<string, ReadonlySet<string>>
  warnings: FileWarning[]
}
type Candidate = FoundClass & { line: number; isHomeroom: boolean; ends: string; begins: string }

/** More of one kind are counted, not listed. */
const MOST_ALIKE = 20

/**
 * The class of each pupil by their id: the class they are registered in (homeroom) before those they are only taught
 * in, then the one of the latest term. Where several are left a person is told.
 */
export function findClasses(
  files: OneRosterFiles,
  manifest: Manifest,
  everyone: Everyone,
): ReadonlyMap<string, FoundClass> {
  if (isAbsent(manifest, 'enrollments.csv') && !files.has('enrollments.csv')) {
    const message = 'enrollments.csv is not part of this export, so no pupil’s class is known.'
    everyone.warnings.push({ code: 'missing-file', message })
    return new Map()
  }
  const classes = readClasses(files, manifest)
  const enrolments = requireFile(files, manifest, 'enrollments.csv', [
    'classSourcedId',
    'userSourcedId',
    'role',
  ])
  const candidates = new Map<string, Candidate[]>()
  const unknown: FileWarning[] = []
  for (const row of enrolments.rows) {
    if (!isActive(row) || row.get('role').toLowerCase() !== 'student') continue
    const [userId, classId] = [row.get('userSourcedId'), row.get('classSourcedId')]
    const found = classes.get(classId)
    if (found === 'deleted' || everyone.gone.has(userId)) continue
    const problem = whatIsUnknown(userId, found, everyone)
    if (problem) unknown.push(warnAt('enrollments.csv', row.line, problem.code, problem.message))
    else if (found) {
      const one = { ...found, line: row.line, begins: row.get('beginDate') }
      const those = candidates.get(userId)
      if (those) those.push(one)
      else candidates.set(userId, [one])
    }
  }
  everyone.warnings.push(...shortened(unknown))
  return new Map([...candidates].map(([userId, those]) => [userId, chooseClass(userId, those, everyone)]))
}

const isAbsent = ({ modes }: Manifest, file: 'enrollments.csv'): boolean => modes.get(file)?.mode === 'absent'

function readClasses(files: OneRosterFiles, manifest: Manifest) {
  const sessions = readOneRosterTable(files, 'academicSessions.csv', ['sourcedId', 'endDate'])
  const ends = new Map((sessions?.rows ?? []).map((row) => [row.get('sourcedId'), row.get('endDate')]))
  const table = requireFile(files, manifest, 'classes.csv', ['sourcedId', 'title'])
  return new Map(
    table.rows.map((row) => {
      const grades = listOf(row.get('grades'))
      const terms = listOf(row.get('termSourcedIds')).map((term) => ends.get(term) ?? '')
      const found = {
        title: row.get('title').slice(0, LONGEST_TITLE) || row.get('classCode').slice(0, LONGEST_TITLE),
        yearGroup: grades.length === 1 ? readYearGroup(grades[0] ?? '') : '',
        isHomeroom: /^homeroom$/i.test(row.get('classType')),
        ends: terms.toSorted().at(-1) ?? '',
      }
      const isGone = isDeleted(row) || !isActive(row) || found.title === ''
      return [row.get('sourcedId'), isGone ? ('deleted' as const) : found] as const
    }),
  )
}

const LONGEST_TITLE = 60

function whatIsUnknown(userId: string, found: object | undefined, { known, roles }: Everyone) {
  if (!known.has(userId)) {
    const message = 'This enrolment is of a user who is not in users.csv; it was left out.'
    return { code: 'unknown-user', message }
  }
  if (!found)
    return {
      code: 'unknown-class',
      message: 'This enrolment is in a class that is not in classes.csv; it was left out.',
    }
  if (!roles.get(userId)?.has('student')) {
    const message =
      'Somebody is enrolled as a pupil here whose role among the users is another; they were left out.'
    return { code: 'not-a-pupil', message }
  }
  return null
}

function chooseClass(userId: string, those: readonly Candidate[], { known, warnings }: Everyone): FoundClass {
  const sorted = those.toSorted(
    (a, b) =>
      Number(b.isHomeroom) - Number(a.isHomeroom) ||
      b.ends.localeCompare(a.ends) ||
      b.begins.localeCompare(a.begins) ||
      a.line - b.line,
  )
  const best = sorted[0] as Candidate
  const equal = sorted.filter(
    ({ title, isHomeroom, ends }) =>
      title !== best.title && isHomeroom === best.isHomeroom && ends === best.ends,
  )
  if (equal.length > 0) {
    const message = `The pupil is in several classes; “${best.title}” was taken. Check it.`
    warnings.push(warnAt('users.csv', known.get(userId)?.line ?? 1, 'several-classes', message))
  }
  return { title: best.title, yearGroup: best.yearGroup }
}

function shortened(found: readonly FileWarning[]): FileWarning[] {
  const rest = found.length - MOST_ALIKE
  if (rest <= 0) return [...found]
  const message = `enrollments.csv: ${rest} more enrolments were left out for the same reasons.`
  return [...found.slice(0, MOST_ALIKE), { code: 'more-warnings', message }]
}
