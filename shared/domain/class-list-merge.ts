import type { ClassListPreview, ClassListRow, FileWarning } from './class-list.ts'
import { foldName, type PupilIdentity } from './people.ts'
import {
  admissionKey,
  hasConflictingNumbers,
  hasOtherBirth,
  nameAndBirthKey,
  nameKey,
  upnKey,
} from './pupil-keys.ts'

/** The class of a row that names none. Merging keeps a known pupil's class in its place. */
export const UNSORTED_CLASS = 'Unsorted'
/** Where pupils go who have left, when a person says so: whatever was recorded of them stays. */
export const LEFT_CLASS = 'Left'

export type ExistingPupil = { id: string; className: string; identity: PupilIdentity }
export type ClassListChange = ClassListPreview['rows'][number]['change']

/** What confirming would do with one row; `pupilId` is null and `change` is `new` when nobody matches. */
export type MergedRow = {
  row: ClassListRow
  change: ClassListChange
  pupilId: string | null
  /** The class a pupil who moved was in. */
  movedFrom?: string
  identity: PupilIdentity
}

/**
 * Every row is in one of the first two: merged, or left out with a question a person has to settle in the file. `left`
 * are pupils of the file's classes who do not stand in it.
 */
export type ClassListMerge = { merged: MergedRow[]; questions: FileWarning[]; left: ExistingPupil[] }

type Verdict = { pupil: ExistingPupil } | { question: string } | null
type Rule = (row: ClassListRow, candidates: readonly ExistingPupil[]) => Verdict
type Step = { keyOf: (identity: PupilIdentity) => string | null; decide: Rule }

/** Strongest evidence first. */
const STEPS: readonly Step[] = [
  { keyOf: ({ upn }) => upnKey(upn), decide: matchByUpn },
  { keyOf: ({ admissionNumber }) => admissionKey(admissionNumber), decide: matchByAdmissionNumber },
  { keyOf: nameAndBirthKey, decide: matchByNameAndBirth },
  { keyOf: nameKey, decide: matchByName },
]

/**
 * Decides for each row of a class list which pupil it is: by UPN, else admission number, else legal name and date of
 * birth, else legal name in the same class. New values win and missing ones keep the old; nobody is ever removed. Two
 * children who can't be told apart are never guessed at: the row is left out with a question.
 */
export function mergeClassList(
  rows: readonly ClassListRow[],
  existing: readonly ExistingPupil[],
): ClassListMerge {
  const verdicts = new Map<ClassListRow, Verdict>()
  const taken = new Set<string>()
  for (const step of STEPS) runStep(step, rows, existing, verdicts, taken)
  const merge: ClassListMerge = { merged: [], questions: [], left: [] }
  for (const row of rows) {
    const verdict = verdicts.get(row) ?? null
    if (verdict && 'question' in verdict)
      merge.questions.push({ line: row.line, code: 'which-pupil', message: verdict.question })
    else merge.merged.push(mergeRow(row, verdict?.pupil))
  }
  const asked = rows.filter((row) => 'question' in (verdicts.get(row) ?? {}))
  return { ...merge, left: findLeft(merge.merged, asked, existing) }
}

/**
 * A file speaks for the classes that stand in it and for those it moves somebody out of, for no others: the list of one
 * class says nothing about the next. Whoever a question is about has not left.
 */
function findLeft(
  merged: readonly MergedRow[],
  asked: readonly ClassListRow[],
  existing: readonly ExistingPupil[],
): ExistingPupil[] {
  const matched = new Set(merged.flatMap(({ pupilId }) => pupilId ?? []))
  const questioned = new Set(asked.flatMap((row) => keysOf(row.identity)))
  const covered = new Set(merged.map(({ row }) => foldName(row.className)))
  for (const { id, className } of existing) if (matched.has(id)) covered.add(foldName(className))
  for (const className of [UNSORTED_CLASS, LEFT_CLASS]) covered.delete(foldName(className))
  return existing.filter(
    ({ id, className, identity }) =>
      !matched.has(id) &&
      covered.has(foldName(className)) &&
      !keysOf(identity).some((key) => questioned.has(key)),
  )
}

const keysOf = (identity: PupilIdentity): string[] =>
  STEPS.flatMap(({ keyOf }, step) => {
    const key = keyOf(identity)
    return key === null ? [] : [`${step} ${key}`]
  })

/** A whole list goes through one kind of evidence before the next, so that a weak match never takes a strong one's pupil. */
function runStep(
  step: Step,
  rows: readonly ClassListRow[],
  existing: readonly ExistingPupil[],
  verdicts: Map<ClassListRow, Verdict>,
  taken: Set<string>,
): void {
  const byKey = groupBy(existing, (pupil) => step.keyOf(pupil.identity))
  const found = new Map<ClassListRow, Verdict>()
  for (const row of rows.filter((one) => !verdicts.has(one))) {
    const candidates = byKey.get(step.keyOf(row.identity) ?? '') ?? []
    const free = candidates.filter((pupil) => !taken.has(pupil.id))
    if (free.length > 0) found.set(row, step.decide(row, free))
    else if (candidates.some((pupil) => !disagrees(row, pupil))) found.set(row, { question: SHARED })
  }
  const claims = groupBy([...found.values()], (verdict) =>
    verdict && 'pupil' in verdict ? verdict.pupil.id : null,
  )
  for (const [row, verdict] of found) {
    if (!verdict) continue
    const isShared = 'pupil' in verdict && (claims.get(verdict.pupil.id)?.length ?? 0) > 1
    verdicts.set(row, isShared ? { question: SHARED } : verdict)
    if ('pupil' in verdict) taken.add(verdict.pupil.id)
  }
}

const TELL_APART =
  'Add a UPN, an admission number or a date of birth to the file, or correct it, and import again.'
const SHARED = `Another row of this file fits the same pupil. This one was left out. ${TELL_APART}`
const ask = (why: string): Verdict => ({ question: `${why} The row was left out. ${TELL_APART}` })

function matchByUpn(row: ClassListRow, candidates: readonly ExistingPupil[]): Verdict {
  const pupil = onlyOne(row, candidates)
  if (!pupil) return ask('Two pupils already here have this UPN.')
  const isSomeoneElse = !isSameName(row, pupil.pupil) && hasOtherBirth(row.identity, pupil.pupil.identity)
  return isSomeoneElse ? ask('A pupil of another name and date of birth already has this UPN.') : pupil
}

function matchByAdmissionNumber(row: ClassListRow, candidates: readonly ExistingPupil[]): Verdict {
  const pupil = onlyOne(row, candidates)
  if (!pupil) return ask('Two pupils already here have this admission number.')
  const isSomeoneElse = !isSameName(row, pupil.pupil) && disagrees(row, pupil.pupil)
  return isSomeoneElse ? ask('A pupil of another name already has this admission number.') : pupil
}

function matchByNameAndBirth(row: ClassListRow, candidates: readonly ExistingPupil[]): Verdict {
  const possible = candidates.filter((pupil) => !hasConflictingNumbers(row.identity, pupil.identity))
  if (possible.length === 0) {
    return ask('A pupil of this name and date of birth is already here with another UPN or admission number.')
  }
  return onlyOne(row, possible) ?? ask('Two pupils already here have this name and date of birth.')
}

function matchByName(row: ClassListRow, candidates: readonly ExistingPupil[]): Verdict {
  const possible = candidates.filter((pupil) => !hasConflictingNumbers(row.identity, pupil.identity))
  const sameClass = possible.filter((pupil) => isSameClass(row, pupil))
  const agreeing = sameClass.filter((pupil) => !disagrees(row, pupil))
  if (agreeing.length === 1 && sameClass.length === 1) return { pupil: agreeing[0] as ExistingPupil }
  if (sameClass.length > 1) return ask('Two pupils of this name are already in this class.')
  if (sameClass.length === 1) {
    return ask('A pupil of this name is already in this class with another date of birth.')
  }
  const elsewhere = possible.some((pupil) => !disagrees(row, pupil))
  return elsewhere ? ask('A pupil of this name is already here in another class.') : null
}

/** The only candidate, or the only one in the row's own class. */
function onlyOne(
  row: ClassListRow,
  candidates: readonly ExistingPupil[],
): { pupil: ExistingPupil } | undefined {
  const sameClass = candidates.filter((pupil) => isSameClass(row, pupil))
  const [pupil, another] = candidates.length > 1 ? sameClass : candidates
  return pupil && !another ? { pupil } : undefined
}

function mergeRow(row: ClassListRow, pupil: ExistingPupil | undefined): MergedRow {
  if (!pupil) return { row, change: 'new', pupilId: null, identity: row.identity }
  const keepsClass = isSameClass(row, pupil) || row.className === UNSORTED_CLASS
  const identity = mergeIdentity(pupil.identity, row.identity)
  if (!keepsClass) {
    return { row, change: 'moved', pupilId: pupil.id, movedFrom: pupil.className, identity }
  }
  return {
    row: { ...row, className: pupil.className },
    change: isEqual(identity, pupil.identity) ? 'unchanged' : 'updated',
    pupilId: pupil.id,
    identity,
  }
}

/**
 * The new values over the old. A file that names contacts replaces them all: one the school took off its list must
 * not live on here. A file that names none keeps those known.
 */
export const mergeIdentity = (old: PupilIdentity, given: PupilIdentity): PupilIdentity => ({
  ...old,
  ...withoutBlanks(given),
  contacts: given.contacts.length > 0 ? given.contacts : old.contacts,
})

const withoutBlanks = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T

const isSameName = (row: ClassListRow, pupil: ExistingPupil): boolean =>
  nameKey(row.identity) !== null && nameKey(row.identity) === nameKey(pupil.identity)

const isSameClass = (row: ClassListRow, pupil: ExistingPupil): boolean =>
  row.className === pupil.className ||
  (foldName(row.className) !== '' && foldName(row.className) === foldName(pupil.className))

const disagrees = (row: ClassListRow, { identity }: ExistingPupil): boolean =>
  hasOtherBirth(row.identity, identity) || hasConflictingNumbers(row.identity, identity)

const isEqual = (one: PupilIdentity, other: PupilIdentity): boolean => stable(one) === stable(other)

const stable = (identity: PupilIdentity): string =>
  JSON.stringify(identity, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
