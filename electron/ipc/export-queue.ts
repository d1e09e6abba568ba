import { minutes, dateInWords } from '../../shared/domain/times.ts'
import { versionWarnings } from '../../shared/domain/version-warnings.ts'
import { pauseAfter } from '../../shared/domain/waiting-export.ts'
import type { ExportedDay } from '../../shared/ipc/commands/export.ts'
import { isLessonOpen } from '../store/lessons-repository.ts'
import { listWaiting, stopWaiting } from '../store/waiting-exports.ts'
import { type Context, storeOf } from './context.ts'
import { Refusal } from './dispatch.ts'

/** How often it is looked whether a try is due, ms. */
const LOOK_MS = 1_000

/** A lesson that was left open longer ago than this holds nothing up any more. */
const LESSON_OF_TODAY_MS = minutes(12 * 60)

/** The days that wait for the office's folder, and their way there without anybody's doing. */
export type ExportQueue = {
  /** Begins to try, or goes on; asked again it changes nothing. */
  follow(): void
  /** One look: tries every day that is due. Resolves to whether any day still waits. */
  look(): Promise<boolean>
}

type Try = { tries: number; dueAt: number }

/**
 * Each waiting day is tried at once and then after a pause that grows with every vain try. Not in the middle of a lesson:
 * printing takes the computer's breath. `elapsed` runs on whatever the clock does, ms.
 */
export function createExportQueue(
  context: Context,
  run: (date: string) => Promise<ExportedDay>,
  isRunning: (date: string) => boolean,
  elapsed: () => number = () => performance.now(),
): ExportQueue {
  const planned = new Map<string, Try>()
  let isPolling = false

  const tryNow = async (date: string): Promise<void> => {
    try {
      const written = await run(date)
      planned.delete(date)
      const went = written.unchanged ? 'is with the office' : 'has gone to the office'
      const warnings = versionWarnings(written).map(({ words }) => words)
      const toDo = warnings.length > 0 ? `. ${warnings.join(' ')}` : '; there is nothing more to do.'
      context.windows.tell('notice', { message: `${dateInWords(date)} ${went}. It had been waiting${toDo}` })
    } catch (error) {
      const tries = (planned.get(date)?.tries ?? 0) + 1
      planned.set(date, { tries, dueAt: elapsed() + pauseAfter(tries) })
      // What was to be sent has been opened again or taken back: it is exported when it is signed.
      if (error instanceof Refusal && error.code === 'nothing-signed') stopWaiting(storeOf(context), date)
    }
    context.windows.tell('export.changed', {})
  }

  const look = async (): Promise<boolean> => {
    const store = storeOf(context)
    if (isLessonOpen(store, context.now() - LESSON_OF_TODAY_MS)) return true
    for (const { date, tries } of listWaiting(store)) {
      if (isRunning(date)) continue
      // A day whose folder was away a moment ago, as a person was told, is not asked for again in the same breath.
      if (!planned.has(date)) {
        planned.set(date, { tries, dueAt: elapsed() + (tries > 0 ? pauseAfter(1) : 0) })
      }
      if ((planned.get(date)?.dueAt ?? 0) <= elapsed()) await tryNow(date)
    }
    return listWaiting(storeOf(context)).length > 0
  }

  /** One round; ended by there being nothing that waits, or by the records being closed. */
  const poll = async (): Promise<boolean> => {
    try {
      isPolling = await look()
    } catch (error) {
      isPolling = !(error instanceof Refusal)
    }
    return isPolling
  }

  return {
    look,
    follow: () => {
      if (isPolling) return
      isPolling = true
      context.keepDoing(poll, LOOK_MS)
    },
  }
}
