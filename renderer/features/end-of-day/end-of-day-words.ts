import type { DayLesson } from '../../../shared/domain/end-of-day.ts'
import type { ExportedDay, ExportProgress } from '../../../shared/ipc/commands/export.ts'

/** What an export does just now, where that says more than which of how many files. */
export function stepWords(progress: ExportProgress | null): string | undefined {
  if (progress?.step === 'looking' && progress.way === 'office') return 'Looking at the office’s folder'
  if (progress?.step !== 'printing' || progress.of > 1) return undefined
  return progress.way === 'leaders'
    ? 'Making the workbook'
    : 'Making the workbook, printing the pages for signature'
}

/** How an export went, in one line. */
export function doneWords({ unchanged, isGone, lessons: count, version }: ExportedDay): string {
  if (isGone) return `The office has had exactly this as version ${version}: nothing was written again`
  if (unchanged) return 'The office already has exactly this: nothing has changed since the last export'
  if (count === 0) return 'What was recorded in joined lessons has gone to the office'
  const many = count === 1 ? 'One lesson' : `${count} lessons`
  return `${many} exported to the office${version > 1 ? `, version ${version}` : ''}`
}

/** Where a lesson is in its life, as far as the office goes. `now`: UTC ms. */
export function stateWords({ state, endsAt, isMailed }: DayLesson, now: number): string {
  if (isMailed) return 'Made ready to e-mail'
  return endsAt >= now && isBefore(state) ? 'Later' : words[state]
}

const isBefore = (state: DayLesson['state']): boolean => state === 'planned' || state === 'preparing'

const words: Record<DayLesson['state'], string> = {
  planned: 'Not begun',
  preparing: 'Not begun',
  admitting: 'Admitting',
  live: 'Live now',
  ended: 'Ended',
  'signed-off': 'Ready',
  exported: 'With the office',
}
