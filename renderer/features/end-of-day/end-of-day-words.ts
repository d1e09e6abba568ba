import type { DayLesson, dayStanding } from '../../../shared/domain/end-of-day.ts'
import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import type { ExportedDay, ExportProgress } from '../../../shared/ipc/commands/export.ts'

const lessons = (count: number): string => (count === 1 ? '1 lesson' : `${count} lessons`)

/** What the one button takes, and what it does not. */
export function standingWords({ ready, exported, keptBack }: ReturnType<typeof dayStanding>): string {
  if (ready + exported + keptBack === 0) return 'Nothing to export: no lesson was given.'
  const parts = [
    ready > 0 ? `${lessons(ready)} ready to export` : '',
    exported > 0 ? `${lessons(exported)} with the office` : '',
    keptBack > 0 ? `${lessons(keptBack)} unfinished and kept back` : '',
  ].filter((part) => part !== '')
  return `${parts.join(', ')}.`
}

/** What an export does just now. */
export function stepWords(progress: ExportProgress | null): string {
  if (!progress || progress.step === 'looking') return 'Looking at the office folder'
  if (progress.step === 'making') return 'Making the workbook and the tables'
  if (progress.step === 'printing') return 'Printing the pages for signature'
  return `Writing file ${Math.min(progress.done + 1, progress.of)} of ${progress.of}`
}

const begun = { looking: 0.05, making: 0.15, printing: 0.3, writing: 0.6 } as const

/** How far an export is, 0 to 1; printing takes longest. */
export function shareDone(progress: ExportProgress | null): number {
  if (!progress) return 0
  const written = progress.of > 0 ? progress.done / progress.of : 0
  return begun[progress.step] + (1 - begun.writing) * written
}

/** How an export went, in one line. */
export function doneWords({ unchanged, isGone, lessons: count, version }: ExportedDay): string {
  if (isGone) return `The office has had exactly this as version ${version}: nothing was written again`
  if (unchanged) return 'The office already has exactly this: nothing has changed since the last export'
  const many = count === 1 ? 'One lesson' : `${count} lessons`
  return `${many} exported to the office${version > 1 ? `, version ${version}` : ''}`
}

/** A clock is wrong: which, nobody can tell from here. */
export const wrongClockWords = (earlierAt: number): string =>
  `The version before says it was written on ${fullDate(earlierAt)} at ${clockTime(earlierAt)}, later than this one. The clock of this computer or of the other is wrong: ask school IT to set it. The lessons are under their own day all the same.`

/** Where a lesson is in its life, as far as the office goes. `now`: UTC ms. */
export const stateWords = ({ state, endsAt }: DayLesson, now: number): string =>
  endsAt >= now && isBefore(state) ? 'Later' : words[state]

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
