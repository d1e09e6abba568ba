import type { FileWarning } from '../../../shared/domain/class-list.ts'
import type { DateOrderDecision } from './report-times.ts'

const MOST_WARNINGS = 200

/** What a person has to be told of how a file's dates were read. */
export function dateOrderWarnings({ order, isOpen, isMixed }: DateOrderDecision): FileWarning[] {
  const warnings: FileWarning[] = []
  const first = order === 'month-first' ? 'month' : 'day'
  if (isOpen)
    warnings.push({
      code: 'ambiguous-date-order',
      message: `The dates of this file can be read with the day or the month first; the ${first} first was taken. The lesson’s own date settles it.`,
    })
  if (isMixed)
    warnings.push({
      code: 'mixed-date-order',
      message: `Some dates of this file have the day first and some the month; where both fit, the ${first} first was taken. Check them.`,
    })
  return warnings
}

/** The first of very many, and how many more there are. */
export function limitWarnings(warnings: readonly FileWarning[]): FileWarning[] {
  const rest = warnings.length - MOST_WARNINGS
  if (rest <= 0) return [...warnings]
  const more = { code: 'more-warnings', message: `${rest} more warnings of these kinds.` }
  return [...warnings.slice(0, MOST_WARNINGS), more]
}
