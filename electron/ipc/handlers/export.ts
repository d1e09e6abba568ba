import type { ExportedDay } from '../../../shared/ipc/contract.ts'
import { findLastExportFolder } from '../../store/exports-repository.ts'
import { type Context, storeOf } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { exportDay } from '../export-day.ts'

/** The end of the day: what is signed off goes to the office's folder, whole or not at all. */
export function exportHandlers(context: Context): Pick<Handlers, 'export.day' | 'export.reveal'> {
  /** Days being written now: asked for twice, a day is written once. */
  const running = new Map<string, Promise<ExportedDay>>()
  return {
    'export.day': ({ date }) => {
      const present = running.get(date)
      if (present) return present
      const written = context.unfinished(exportDay(context, date)).finally(() => running.delete(date))
      running.set(date, written)
      return written
    },
    'export.reveal': ({ date }) => {
      const folder = findLastExportFolder(storeOf(context), date)
      if (folder === null) throw new Refusal('not-exported', 'That day has not been exported yet.')
      context.reveal(folder)
      return {}
    },
  }
}
