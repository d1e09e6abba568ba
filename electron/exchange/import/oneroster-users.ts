import type { Remark } from '../../../shared/domain/class-list.ts'
import { contact as contactShape, type Contact, type PupilIdentity } from '../../../shared/domain/people.ts'
import { findUpnProblem, normaliseUpn } from '../../../shared/domain/upn.ts'
import { readDateOfBirth, readTelephone, readYearGroup } from './class-list-cells.ts'
import { UPN_WARNINGS } from './class-list-row.ts'
import { listOf, type OneRosterRow } from './oneroster-tables.ts'

type Pupil = { identity: Omit<PupilIdentity, 'contacts'>; yearGroup: string }

const LONGEST_NAME = 120
const LONGEST_NUMBER = 20
const MOST_CONTACTS = 4

/** Who a user is, as a pupil; null with the reason where they have no name. */
export function readPupil(row: OneRosterRow, birth: string): { pupil: Pupil | null; warnings: Remark[] } {
  const warnings: Remark[] = []
  const [forename, surname] = [row.get('givenName'), row.get('familyName')]
  if (!forename || !surname) return { pupil: null, warnings: [NO_NAME] }
  if (Math.max(forename.length, surname.length) > LONGEST_NAME) return { pupil: null, warnings: [LONG_NAME] }
  const preferred = (first: string, second: string) => {
    const name = row.get(first) || row.get(second)
    return name.length <= LONGEST_NAME ? name : ''
  }
  const preferredForename = preferred('preferredFirstName', 'preferredGivenName')
  const preferredSurname = preferred('preferredLastName', 'preferredFamilyName')
  const upn = findUpn(row)
  const problem = upn === '' ? null : findUpnProblem(upn)
  if (problem) warnings.push(UPN_WARNINGS[problem])
  const read = readDateOfBirth(birth)
  if (read.warning) warnings.push(read.warning)
  const grades = listOf(row.get('grades'))
  const identity = {
    legalForename: forename,
    legalSurname: surname,
    ...(preferredForename && { preferredForename }),
    ...(preferredSurname && { preferredSurname }),
    ...(upn && { upn }),
    ...(read.value && { dateOfBirth: read.value }),
  }
  return {
    pupil: { identity, yearGroup: grades.length === 1 ? readYearGroup(grades[0] ?? '') : '' },
    warnings,
  }
}

const NO_NAME: Remark = { code: 'no-name', message: 'The row has no forename and surname; it was left out.' }
const LONG_NAME: Remark = {
  code: 'name-too-long',
  message: `A name is longer than ${LONGEST_NAME} letters; the row was left out.`,
}

/** The UPN has no column of its own: English systems write it as `{UPN:...}` among the ids, or as the identifier. */
function findUpn(row: OneRosterRow): string {
  const typed = /\{upn:([^{}]*)\}/i.exec(row.get('userIds'))?.[1] ?? row.get('metadata.upn')
  const stated = normaliseUpn(typed)
  if (stated !== '') return stated.length <= LONGEST_NUMBER ? stated : ''
  const identifier = normaliseUpn(row.get('identifier'))
  return findUpnProblem(identifier) === 'shape' ? '' : identifier
}

const CONTACT_ROLES: Readonly<Record<string, string>> = {
  parent: 'Parent',
  guardian: 'Guardian',
  relative: 'Relative',
}

/** Parents and carers of each pupil, whichever of the two names the other as their agent. */
export function contactsOf(
  known: ReadonlyMap<string, OneRosterRow>,
  roles: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, Contact[]> {
  const carers = new Map<string, Set<string>>()
  const link = (pupilId: string, carerId: string) => {
    if (!roles.get(pupilId)?.has('student') || !relationshipOf(roles.get(carerId))) return
    carers.set(pupilId, (carers.get(pupilId) ?? new Set()).add(carerId))
  }
  for (const [id, row] of known) {
    for (const other of listOf(row.get('agentSourcedIds'))) {
      link(id, other)
      link(other, id)
    }
  }
  return new Map(
    [...carers].map(([pupilId, ids]) => [
      pupilId,
      [...ids]
        .flatMap((id) => contactOf(known.get(id), relationshipOf(roles.get(id)) ?? ''))
        .slice(0, MOST_CONTACTS),
    ]),
  )
}

const relationshipOf = (roles: ReadonlySet<string> | undefined): string | undefined =>
  [...(roles ?? [])].map((role) => CONTACT_ROLES[role]).find((words) => words !== undefined)

function contactOf(row: OneRosterRow | undefined, relationship: string): Contact[] {
  if (!row) return []
  const telephone = readTelephone(row.get('phone') || row.get('sms')).value
  const found = contactShape.safeParse({
    name: `${row.get('givenName')} ${row.get('familyName')}`.trim(),
    relationship,
    ...(telephone && { telephone }),
    ...(row.get('email') && { email: row.get('email') }),
  })
  return found.success ? [found.data] : []
}
