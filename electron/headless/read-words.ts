import { z } from 'zod'
import { type SheetSplit, sheetSplits } from '../../shared/domain/export-split.ts'

/** How a run without windows ends (docs/formats.md, "Without windows"): for whoever planned the task. */
export const EXIT = {
  done: 0,
  /** Refused, or not all of it was done; the message says why. Nothing is lost. */
  refused: 1,
  misunderstood: 2,
  alreadyOpen: 3,
  /** The records cannot be opened. */
  noRecords: 4,
  unexpected: 5,
} as const

export type Order =
  | { do: 'export-day'; date: string; out: string | null }
  | { do: 'merge'; folder: string }
  /** Both days are in it. */
  | { do: 'report'; from: string; to: string; split: SheetSplit; out: string | null }

/** Where a run says what it did, and what it did not. */
export type Say = { out(line: string): void; problem(line: string): void }

export type Words = { order: Order } | { misunderstood: string } | null

export const USAGE = [
  'session-companion --export-day 2021-01-18 [--out FOLDER]',
  '    Exports a day as the button “Export the day” does, into the office’s folder or FOLDER.',
  'session-companion --merge FOLDER',
  '    Takes in the days of teachers that lie in FOLDER, on the office’s computer.',
  'session-companion --report 2021-01-18 [--split office|leaders] [--out FOLDER]',
  'session-companion --report 2021-01-18..2021-01-22 [--split office|leaders] [--out FOLDER]',
  '    Writes the whole school’s files of each day that is in, for the office or for leaders.',
].join('\n')

const ORDERS = ['--export-day', '--merge', '--report'] as const
const OPTIONS = ['--out', '--split'] as const

/**
 * What the app is to do without windows, by the words it was started with; null: nothing, it is started as usual. Words
 * it does not know are left to Electron, which takes many of its own.
 */
export function readWords(words: readonly string[]): Words {
  const given = new Map<string, string | null>()
  for (const [index, word] of words.entries()) {
    const [name = '', ...value] = word.split('=')
    if (![...ORDERS, ...OPTIONS].some((one) => one === name)) continue
    if (given.has(name)) return { misunderstood: `${name} is there twice.` }
    const next = words[index + 1]
    const after = next === undefined || next.startsWith('--') ? null : next
    given.set(name, value.length > 0 ? value.join('=') : after)
  }
  const orders = ORDERS.filter((one) => given.has(one))
  const [order] = orders
  if (order === undefined) return null
  if (orders.length > 1) return { misunderstood: `One at a time: ${orders.join(' or ')}.` }
  const empty = [...given].find(([, value]) => value === null || value === '')
  if (empty) return { misunderstood: `${empty[0]} needs to say what.` }
  return readOrder(given)
}

const day = z.iso.date()
const NO_DAY = { misunderstood: 'A day is written like 2021-01-18.' }
const NO_SPLIT =
  '--split is office or leaders; what goes home is made by each teacher, on the end-of-day page.'

function readOrder(given: ReadonlyMap<string, string | null>): Words {
  const out = given.get('--out') ?? null
  if (given.has('--split') && !given.has('--report')) {
    return { misunderstood: '--split goes with --report alone.' }
  }
  const folder = given.get('--merge')
  if (typeof folder === 'string') {
    return out === null
      ? { order: { do: 'merge', folder } }
      : { misunderstood: '--out does not go with --merge.' }
  }
  const exported = given.get('--export-day')
  if (typeof exported === 'string') {
    const date = day.safeParse(exported)
    return date.success ? { order: { do: 'export-day', date: date.data, out } } : NO_DAY
  }
  const [first, last = first, ...more] = (given.get('--report') ?? '').split('..')
  const [from, to] = [day.safeParse(first), day.safeParse(last)]
  if (!from.success || !to.success || more.length > 0) return NO_DAY
  if (from.data > to.data) return { misunderstood: 'The first day of a report comes before its last.' }
  const split = z.enum(sheetSplits).safeParse(given.get('--split') ?? 'office')
  if (!split.success) return { misunderstood: NO_SPLIT }
  return { order: { do: 'report', from: from.data, to: to.data, split: split.data, out } }
}

/** The words without what they order: to open the app as usual. */
export function withoutOrder(words: readonly string[]): string[] {
  const isOurs = (word: string | undefined) =>
    [...ORDERS, ...OPTIONS].some((one) => word === one || word?.startsWith(`${one}=`))
  const isValueOf = (word: string, before: string | undefined) =>
    !word.startsWith('--') && [...ORDERS, ...OPTIONS].some((one) => before === one)
  return words.filter((word, index) => !isOurs(word) && !isValueOf(word, words[index - 1]))
}

/** Whether somebody started the app to do something without windows. */
export const isOrder = (words: readonly string[]): boolean => readWords(words) !== null
