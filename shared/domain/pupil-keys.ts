import { foldName, type PupilIdentity } from './people.ts'
import { findUpnProblem, isTemporaryUpn } from './upn.ts'

/** What tells two pupils apart when lists are compared. A key is null when there is nothing to compare. */

/** Only something shaped like a UPN: `N/A` or `TBC` in a whole column is nobody's number. */
export const upnKey = (upn: string | undefined): string | null =>
  upn && findUpnProblem(upn) !== 'shape' ? upn : null

export const admissionKey = (admissionNumber: string | undefined): string | null =>
  admissionNumber && /[1-9]/.test(admissionNumber) ? admissionNumber.toUpperCase() : null

/** The folded legal name, surname and forename kept apart. */
export function nameKey({ legalForename, legalSurname }: PupilIdentity): string | null {
  const parts = [foldName(legalSurname), foldName(legalForename)]
  return parts.includes('') ? null : parts.join(' ')
}

/**
 * Both have a number of the same kind and the numbers differ, so these are two children. A temporary UPN or one with
 * a wrong check letter may have been put right since, and proves nothing.
 */
export function hasConflictingNumbers(one: PupilIdentity, other: PupilIdentity): boolean {
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b
  return (
    differ(provenUpn(one.upn), provenUpn(other.upn)) ||
    differ(admissionKey(one.admissionNumber), admissionKey(other.admissionNumber))
  )
}

const provenUpn = (upn: string | undefined): string | null =>
  upn && findUpnProblem(upn) === null && !isTemporaryUpn(upn) ? upn : null

export function nameAndBirthKey(identity: PupilIdentity): string | null {
  const name = nameKey(identity)
  return name && identity.dateOfBirth ? `${name} ${identity.dateOfBirth}` : null
}

/** Both dates of birth are known and differ. */
export const hasOtherBirth = (one: PupilIdentity, other: PupilIdentity): boolean =>
  Boolean(one.dateOfBirth && other.dateOfBirth && one.dateOfBirth !== other.dateOfBirth)
