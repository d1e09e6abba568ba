import { resolve } from 'node:path'
import { isSignedOff } from '../../shared/domain/lesson.ts'
import { clockTime } from '../../shared/domain/times.ts'
import { versionWarnings } from '../../shared/domain/version-warnings.ts'
import { counted } from '../../shared/domain/words.ts'
import type { Context } from '../ipc/context.ts'
import { storeOf } from '../ipc/context.ts'
import { Refusal } from '../ipc/dispatch.ts'
import { exportDay } from '../ipc/export-day.ts'
import { listCards } from '../store/lessons-repository.ts'
import { findJoined } from '../store/shared-lesson-repository.ts'
import { mergeFolder, writeReports } from './office-orders.ts'
import { EXIT, type Order, type Say } from './read-words.ts'

/**
 * Does what was ordered, as the screen would, and resolves to how the run ends. What it says names no pupil: it may
 * end up in a log of planned tasks.
 */
export async function runHeadless(context: Context, order: Order, folder: string, say: Say): Promise<number> {
  const { problem } = context.session
  if (problem) {
    say.problem(`${problem.message} ${problem.advice}`)
    return EXIT.noRecords
  }
  try {
    if (order.do === 'merge') return await mergeFolder(context, order, folder, say)
    if (order.do === 'report') return await writeReports(context, order, folder, say)
    return await exportOrdered(context, order, folder, say)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say.problem(error.message)
    return EXIT.refused
  }
}

async function exportOrdered(
  context: Context,
  { date, out }: Extract<Order, { do: 'export-day' }>,
  folder: string,
  say: Say,
): Promise<number> {
  const wish = out === null ? {} : { officeFolder: resolve(folder, out) }
  const written = await exportDay(context, date, wish)
  const { lessons, version, unchanged } = written
  const what = lessons === 0 ? 'The lessons of colleagues' : counted(lessons, 'lesson')
  const how = unchanged ? 'were there already' : 'exported'
  say.out(`${date}: ${what} ${how}, version ${version}: ${written.folder}`)
  for (const { words } of versionWarnings(written)) say.problem(`${date}: ${words}`)
  const store = storeOf(context)
  const left = listCards(store, date).filter((card) => !isSignedOff(card) && !findJoined(store, card.id))
  for (const { subject, className, startsAt } of left) {
    say.problem(`Not signed off, so not exported: ${clockTime(startsAt)} ${subject}, ${className}.`)
  }
  return left.length > 0 ? EXIT.refused : EXIT.done
}
