import { z } from 'zod'
import { id } from './ids.ts'

const shortText = z.string().trim().min(1).max(120)

export const contact = z.object({
  name: shortText,
  relationship: z.string().max(60).optional(),
  telephone: z.string().max(40).optional(),
  email: z.string().max(200).optional(),
})
export type Contact = z.infer<typeof contact>

/** Who a pupil is: sealed in the vault, never in plain columns. Dates are ISO `YYYY-MM-DD`. */
export const pupilIdentity = z.object({
  legalForename: shortText,
  legalSurname: shortText,
  preferredForename: shortText.optional(),
  preferredSurname: shortText.optional(),
  upn: z.string().max(20).optional(),
  admissionNumber: z.string().max(20).optional(),
  dateOfBirth: z.iso.date().optional(),
  contacts: z.array(contact).max(4),
})
export type PupilIdentity = z.infer<typeof pupilIdentity>

/** What a screen needs of a pupil, and no more. */
export const pupil = z.object({
  id,
  forename: z.string(),
  surname: z.string(),
  /** Shortest name that tells the pupil apart in their class: `Aisha`, or `Aisha K` beside another Aisha. */
  label: z.string(),
})
export type Pupil = z.infer<typeof pupil>

/** What a member of staff may do here: a leader sets the checklist and approves what is outside the timetable. */
export const staffRoles = ['teacher', 'assistant', 'leader', 'office'] as const

export const staffMember = z.object({
  id,
  name: z.string().trim().min(1).max(120),
  role: z.enum(staffRoles).default('teacher'),
  /** The operating system's account they have said is their own (staff.school-device). */
  account: z.string().max(120).optional(),
})
export type StaffMember = z.infer<typeof staffMember>

export const calledForename = (person: PupilIdentity): string =>
  person.preferredForename ?? person.legalForename
export const calledSurname = (person: PupilIdentity): string => person.preferredSurname ?? person.legalSurname

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/** Names folded for comparing: no accents, no case, only letters and digits. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðħıßæœþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')

type Named = { id: string; forename: string; surname: string }

/** Gives each pupil of one class the shortest label that is theirs alone, and sorts by it. */
export function labelPupils(named: readonly Named[]): Pupil[] {
  const sharing = new Map<string, Named[]>()
  for (const person of named) {
    const key = foldName(person.forename)
    sharing.set(key, [...(sharing.get(key) ?? []), person])
  }
  const collator = new Intl.Collator('en-GB')
  return named
    .map((person) => ({ ...person, label: labelAmong(person, sharing.get(foldName(person.forename)) ?? []) }))
    .toSorted((a, b) => collator.compare(a.label, b.label) || collator.compare(a.id, b.id))
}

function labelAmong(person: Named, sameForename: readonly Named[]): string {
  const others = sameForename.filter((other) => other.id !== person.id)
  if (others.length === 0) return person.forename
  const letters = Array.from(person.surname)
  for (let length = 1; length < letters.length; length += 1) {
    const start = letters.slice(0, length).join('')
    const shared = others.some((other) => foldName(other.surname).startsWith(foldName(start)))
    if (!shared) return `${person.forename} ${start}`
  }
  return `${person.forename} ${person.surname}`
}

/** The pupils whose forename, surname or full name begins with what was typed, in the order given. */
export function findPupils(typed: string, pupils: readonly Pupil[]): Pupil[] {
  const wanted = foldName(typed)
  if (wanted === '') return []
  const startsWith = (...parts: string[]) => foldName(parts.join('')).startsWith(wanted)
  const byForename = pupils.filter((one) => startsWith(one.forename, one.surname))
  return byForename.length > 0 ? byForename : pupils.filter((one) => startsWith(one.surname))
}

/** `1 pupil`, `30 pupils`, `No pupils`. */
export function pupilsInWords(count: number): string {
  if (count === 0) return 'No pupils'
  return count === 1 ? '1 pupil' : `${count} pupils`
}
