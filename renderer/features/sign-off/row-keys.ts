import type { KeyboardEvent } from 'react'
import type { NewEntry } from '../../../shared/domain/events.ts'

/** Keys that mark the pupil whose row has the focus, where no letter is being typed. */
const rowKeys: Readonly<Record<string, (pupilId: string) => NewEntry>> = {
  p: (pupilId) => ({ kind: 'participation', pupilId, value: { status: 'took-part' } }),
  a: (pupilId) => ({ kind: 'participation', pupilId, value: { status: 'absent' } }),
  n: (pupilId) => ({ kind: 'participation', pupilId, value: { status: 'does-not-take-part' } }),
  1: (pupilId) => ({ kind: 'task', pupilId, value: { task: 'done' } }),
  2: (pupilId) => ({ kind: 'task', pupilId, value: { task: 'partly' } }),
  3: (pupilId) => ({ kind: 'task', pupilId, value: { task: 'not-yet' } }),
}

/** What a key pressed in a pupil's row asks to have written; null when it means something else. */
export function entryForKey(event: KeyboardEvent, pupilId: string): NewEntry | null {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return null
  return rowKeys[event.key.toLowerCase()]?.(pupilId) ?? null
}

/**
 * Up and Down go to the same column of the row above or below, in every kind of control: a closed list that changes
 * under the arrows would write a mark at each step. Alt and Down still opens it.
 */
export function movedToOtherRow(event: KeyboardEvent): boolean {
  if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false
  const cell = (event.target as HTMLElement).closest('td')
  if (!cell) return false
  event.preventDefault()
  const next = (row: Element | null | undefined) =>
    event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  for (let row = next(cell.parentElement); row instanceof HTMLTableRowElement; row = next(row)) {
    const control = controlIn(row.cells[cell.cellIndex])
    if (!control) continue
    control.focus()
    return true
  }
  return true
}

/** The control of a cell that takes the focus: of several choices the one made, else the one suggested, else the first. */
function controlIn(cell: HTMLTableCellElement | undefined): HTMLElement | null {
  const wanted = ['input:checked', 'input[data-suggested="true"]', 'input, select']
  for (const selector of wanted) {
    const found = cell?.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return null
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')
