import { findReport, type ReportOf } from '../../store/office-desk.ts'
import type { Store } from '../../store/open-store.ts'
import { type Context, storeOf, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import {
  makeSchoolReport,
  refuseUnlessForLeaders,
  reportFolderOf,
  type ReportWish,
} from '../office-report.ts'

const BEING_MADE =
  'That report is being made just now. Wait until it is there, or stop it and make it again. Nothing is lost.'

/** The whole school's report of a day: made, stopped and shown. */
export function officeReportHandlers(
  context: Context,
): Pick<Handlers, 'office.report' | 'office.stop-report' | 'office.reveal'> {
  /** By day and reader: what is being made, and where what was made of these records went since the app began. */
  const running = new Map<string, AbortController>()
  const folders = new WeakMap<Store, Map<string, string>>()
  const keyOf = ({ date, split }: ReportOf) => `${date} ${split}`
  return {
    'office.report': async ({ again = false, ...of }) => {
      const key = keyOf(of)
      const store = storeOf(context)
      if (running.has(key)) throw new Refusal('being-made', BEING_MADE)
      const stop = new AbortController()
      running.set(key, stop)
      const told: ReportWish['told'] = (step) =>
        context.windows.tell('export.progress', { date: of.date, way: 'report', ...step })
      try {
        const elsewhere = await folderToChoose(context, of)
        if (elsewhere === null) return { outcome: 'cancelled' }
        const wish = { ...of, ...elsewhere, again, told, signal: stop.signal }
        const written = await context.unfinished(makeSchoolReport(context, wish))
        const { files: _files, contentHash: _hash, openFiles, ...made } = written
        folders.set(store, (folders.get(store) ?? new Map<string, string>()).set(key, made.folder))
        return { outcome: 'written', ...made, openFiles: [...openFiles] }
      } finally {
        running.delete(key)
      }
    },
    'office.stop-report': (of) => {
      running.get(keyOf(of))?.abort()
      return {}
    },
    'office.reveal': (of) => {
      const store = storeOf(context)
      const folder = folders.get(store)?.get(keyOf(of)) ?? findReport(store, of)?.folder
      if (folder === undefined) throw new Refusal('no-report', 'No report of that day has been made yet.')
      context.reveal(folder)
      return {}
    },
  }
}

/**
 * Where a report for leaders goes while no folder is kept for them; null: nobody said. The office's own folder is chosen
 * in Settings alone, because days come in there.
 */
async function folderToChoose(context: Context, { split }: ReportOf): Promise<{ folder?: string } | null> {
  if (split === 'office' || reportFolderOf(whoIsHere(context).school, split) !== null) return {}
  refuseUnlessForLeaders(context, null)
  const folder = await context.chooseFolder('Choose a folder only leaders see')
  return folder === null ? null : { folder }
}
