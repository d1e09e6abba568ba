import { type Clause, isPlanned } from '../../../shared/domain/policy/clause.ts'
import type { Standing } from '../../../shared/domain/policy/standing-facts.ts'

export const filters = [
  { id: 'all', label: 'All' },
  { id: 'attention', label: 'Needs attention' },
  { id: 'planned', label: 'Planned' },
] as const
export type Filter = (typeof filters)[number]['id']

/** Whether a clause is shown under a filter. */
export function isShown(clause: Clause, filter: Filter, standing: Standing | undefined): boolean {
  if (filter === 'attention') return standing?.tone === 'warn'
  return filter === 'all' || isPlanned(clause)
}
