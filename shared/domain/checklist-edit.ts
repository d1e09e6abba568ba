import { type CheckItem, MOST_CHECKS, wordingLimits } from './checks.ts'
import { allowed, refused, type Verdict } from './lesson.ts'
import { ownId } from './own-id.ts'

/**
 * How a leader edits the checklist. The policy's own checks can be reworded, moved and made optional, never removed:
 * every clause has to be answered for. Checks the school adds are its own to remove.
 */

/** Stands as clause of a check the school added: no entry of the policy asks for it. */
export const SCHOOLS_OWN = 'school'

export type Wording = Pick<CheckItem, 'title' | 'question' | 'detail' | 'confirm'>

export const isSchoolsOwn = ({ clause }: CheckItem): boolean => clause === SCHOOLS_OWN

/** What carries a check out, for people: `staff.chat`, or that the school asks for it. */
export const clauseInWords = (item: Pick<CheckItem, 'clause'>): string =>
  item.clause === SCHOOLS_OWN ? 'The school’s own' : item.clause

export const mayRemove = (item: CheckItem): Verdict =>
  isSchoolsOwn(item)
    ? allowed
    : refused(
        `The school’s policy asks for this check (${item.clause}), so it stays. It can be made optional.`,
      )

/**
 * Clause staff.second-adult: this check is always required. Its rules hold in every lesson whatever is ticked, so going
 * without a second adult is never a matter of skipping: a leader reads why.
 */
export const mayBeOptional = (item: CheckItem): Verdict =>
  item.kind === 'second-adult'
    ? refused(
        'The rules of the second adult hold in every lesson, so a leader always reads why there was none.',
      )
    : allowed

/** The checks with one of them a place further down (1) or up (-1); as they were at either end. */
export function movedCheck(items: readonly CheckItem[], id: string, by: 1 | -1): CheckItem[] {
  const from = items.findIndex((item) => item.id === id)
  const [item, other] = [items[from], items[from + by]]
  if (!item || !other) return [...items]
  return items.with(from, other).with(from + by, item)
}

/** The checks with one of them worded otherwise, or required or not. */
export const changedCheck = (
  items: readonly CheckItem[],
  id: string,
  change: Partial<Wording & Pick<CheckItem, 'required'>>,
): CheckItem[] => items.map((item) => (item.id === id ? { ...item, ...change } : item))

/** The checks with one more at the end, answered by the teacher's word; its explanation is still to be written. */
export function addedCheck(items: readonly CheckItem[], title: string): CheckItem[] {
  const called = title.trim()
  const question = /[?]$/.test(called) ? called : `${called}?`
  const wording = { title: called, question, detail: '', confirm: 'Yes' }
  const id = ownId(
    called,
    items.map((item) => item.id),
  )
  return [...items, { id, clause: SCHOOLS_OWN, kind: 'word', required: true, ...wording }]
}

/** The checks without one that the school added; the policy's own stay (`mayRemove` says why). */
export const removedCheck = (items: readonly CheckItem[], id: string): CheckItem[] =>
  items.filter((item) => item.id !== id || !isSchoolsOwn(item))

const wordingNames = {
  title: 'title',
  question: 'question',
  detail: 'explanation',
  confirm: 'words on its button',
} as const satisfies Record<keyof Wording, string>
const wordingKeys = Object.keys(wordingNames) as (keyof Wording)[]

/** What stands against making `items` the next version after `before`, in words; empty where nothing does. */
export const judgeChecklist = (items: readonly CheckItem[], before: readonly CheckItem[]): string[] => [
  ...(items.length === 0 ? ['There has to be at least one check.'] : []),
  ...(items.length > MOST_CHECKS
    ? [`There are ${items.length} checks; at most ${MOST_CHECKS} can be gone through.`]
    : []),
  ...items.flatMap(wordingProblems),
  ...items.flatMap((item, place) => twiceProblems(item, items.slice(0, place))),
  ...items.flatMap((item) => natureProblems(item, before)),
  ...missingProblems(items, before),
]

const quoted = ({ title }: Pick<CheckItem, 'title'>): string => `‘${title.trim()}’`
const nameOf = (item: CheckItem): string =>
  item.title.trim() === '' ? 'A check without a title' : quoted(item)

const wordingProblems = (item: CheckItem): string[] =>
  wordingKeys.flatMap((key) => {
    const { length } = item[key].trim()
    if (length === 0)
      return [`${nameOf(item)}: the ${wordingNames[key]} ${areOrIs(key)} still to be written.`]
    return length > wordingLimits[key]
      ? [
          `${nameOf(item)}: the ${wordingNames[key]} ${areOrIs(key)} longer than ${wordingLimits[key]} letters.`,
        ]
      : []
  })

const areOrIs = (key: keyof Wording): string => (key === 'confirm' ? 'are' : 'is')

const isSameTitle = (a: CheckItem, b: CheckItem): boolean =>
  a.title.trim().toLowerCase() === b.title.trim().toLowerCase()

function twiceProblems(item: CheckItem, earlier: readonly CheckItem[]): string[] {
  if (earlier.some(({ id }) => id === item.id)) return [`${nameOf(item)} stands there twice.`]
  const isTaken = item.title.trim() !== '' && earlier.some((one) => isSameTitle(one, item))
  return isTaken ? [`Two checks are called ${quoted(item)}.`] : []
}

/** What a check is cannot be edited: how it is answered and which clause it carries out. */
function natureProblems(item: CheckItem, before: readonly CheckItem[]): string[] {
  const optional = item.required ? allowed : mayBeOptional(item)
  const problems = optional.ok ? [] : [`${nameOf(item)} stays required. ${optional.reason}`]
  const was = before.find(({ id }) => id === item.id)
  if (!was && (item.kind !== 'word' || !isSchoolsOwn(item))) {
    return [...problems, `${nameOf(item)}: a check the school adds is answered by the teacher’s word.`]
  }
  const isSame = !was || (was.kind === item.kind && was.sees === item.sees && was.clause === item.clause)
  return isSame
    ? problems
    : [...problems, `${nameOf(item)}: how it is answered and what it is for cannot be changed.`]
}

const missingProblems = (items: readonly CheckItem[], before: readonly CheckItem[]): string[] =>
  before.flatMap((was) => {
    const verdict = mayRemove(was)
    const isMissing = !items.some(({ id }) => id === was.id)
    return isMissing && !verdict.ok ? [`${quoted(was)} is missing. ${verdict.reason}`] : []
  })

/** What a version changed against the one before it, a line each; empty where they are the same. */
export function changesBetween(before: readonly CheckItem[], after: readonly CheckItem[]): string[] {
  const was = new Map(before.map((item) => [item.id, item]))
  const is = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((item) => {
      const old = was.get(item.id)
      return old ? changesOf(old, item) : [`${quoted(item)} added`]
    }),
    ...before.filter(({ id }) => !is.has(id)).map((item) => `${quoted(item)} removed`),
    ...(isReordered(before, after) ? ['Order changed'] : []),
  ]
}

function changesOf(old: CheckItem, item: CheckItem): string[] {
  const changed = wordingKeys.filter((key) => old[key].trim() !== item[key].trim())
  const rest = changed.filter((key) => key !== 'title')
  return [
    ...(changed.includes('title') ? [`${quoted(old)} is now called ${quoted(item)}`] : []),
    ...(rest.length > 0 ? [`${quoted(item)}: wording changed`] : []),
    ...(old.required === item.required
      ? []
      : [`${quoted(item)}: ${item.required ? 'required from now on' : 'optional from now on'}`]),
  ]
}

function isReordered(before: readonly CheckItem[], after: readonly CheckItem[]): boolean {
  const sharedOf = (items: readonly CheckItem[], others: readonly CheckItem[]) =>
    items.map(({ id }) => id).filter((id) => others.some((one) => one.id === id))
  const [old, now] = [sharedOf(before, after), sharedOf(after, before)]
  return old.some((id, place) => id !== now[place])
}
