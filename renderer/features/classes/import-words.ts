import type { ClassListPreview, FileWarning } from '../../../shared/domain/class-list.ts'
import type { ImportCounts } from './import-store.ts'

export type Change = ClassListPreview['rows'][number]['change']

export const changeWords: Record<Change, string> = {
  new: 'New',
  updated: 'Updated',
  moved: 'Moved here',
  unchanged: 'Unchanged',
}

/** `2 new, 1 updated`: what a list of changes comes to, without what is not there. */
export function changesInWords({ added, updated, moved, unchanged, left }: ImportCounts): string {
  const parts = [
    [added, 'new'],
    [updated, 'updated'],
    [moved, 'moved to another class'],
    [left, 'left'],
    [unchanged, 'unchanged'],
  ] as const
  return parts.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join(', ')
}

/** What confirming would come to; `left` are those a person says have left. */
export function countChanges(rows: ClassListPreview['rows'], left: number): ImportCounts {
  const count = (change: Change) => rows.filter((row) => row.change === change).length
  return {
    added: count('new'),
    updated: count('updated'),
    moved: count('moved'),
    unchanged: count('unchanged'),
    left,
  }
}

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The same warning of many lines is one warning, in the order of the first of them. */
export function groupWarnings(warnings: readonly FileWarning[]): { message: string; where: string | null }[] {
  const lines = new Map<string, number[]>()
  for (const { message, line } of warnings) {
    lines.set(message, [...(lines.get(message) ?? []), ...(line === undefined ? [] : [line])])
  }
  return [...lines].map(([message, those]) => ({ message, where: linesInWords(those) }))
}

/** Beyond these the rest is counted. */
const MOST_LINES = 8

function linesInWords(lines: readonly number[]): string | null {
  if (lines.length === 0) return null
  if (lines.length === 1) return `Line ${lines[0]}`
  const named = lines.slice(0, MOST_LINES).join(', ')
  return lines.length > MOST_LINES ? `Lines ${named} and ${lines.length - MOST_LINES} more` : `Lines ${named}`
}
