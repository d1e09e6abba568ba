/**
 * The English unique pupil number: a check letter, three digits of the local authority, four of the school, two of
 * the year, then three more; a temporary one ends in a letter. Source: DfE, "Unique pupil numbers", and error 1510
 * of the school census. I, O and S are never used: they look like 1, 0 and 5.
 */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const UPN_SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/
const TEMPORARY = /[A-Z]$/

export type UpnProblem = 'shape' | 'check-letter'

/** Upper case, without the spaces, hyphens or dots people put in to read it more easily. */
export const normaliseUpn = (text: string): string => text.toUpperCase().replace(/[\s.-]/g, '')

/** The letter that characters 2 to 13 of a UPN ask for, or null when they can't be those of a UPN. */
export function findUpnCheckLetter(rest: string): string | null {
  if (!UPN_SHAPE.test(`A${rest}`)) return null
  const sum = Array.from(rest).reduce(
    (total, character, index) => total + (index + 2) * valueOf(character),
    0,
  )
  return UPN_LETTERS.charAt(sum % UPN_LETTERS.length)
}

/** What is wrong with a normalised UPN, or null when nothing is. */
export function findUpnProblem(upn: string): UpnProblem | null {
  // A letter that is never used is a check letter that is wrong.
  if (!UPN_SHAPE.test(upn.replace(/^[IOS]/, 'A'))) return 'shape'
  return findUpnCheckLetter(upn.slice(1)) === upn.charAt(0) ? null : 'check-letter'
}

/** A temporary UPN is replaced by a permanent one later; it says nothing against another number. */
export const isTemporaryUpn = (upn: string): boolean => UPN_SHAPE.test(upn) && TEMPORARY.test(upn)

const valueOf = (character: string): number =>
  /\d/.test(character) ? Number(character) : UPN_LETTERS.indexOf(character)
