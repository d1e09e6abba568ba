import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SchoolDay } from '../../../shared/domain/end-of-day.ts'
import type { ExportedDay, ExportProgress } from '../../../shared/ipc/commands/export.ts'
import type { Failure } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

/** How the export of a day goes, or went while this page was open. */
export type DayRun =
  | { now: 'running'; progress: ExportProgress | null }
  | { now: 'done'; exported: ExportedDay }
  | { now: 'failed'; failure: Failure }

export type EndOfDayState = {
  /** Today first, then earlier days that are not with the office; null until main has answered. */
  days: readonly SchoolDay[] | null
  /** ISO `YYYY-MM-DD`. */
  today: string
  /** Unfinished lessons longer ago than days are listed. */
  older: number
  /** The office's key is known here: joined lessons go to the Office view. */
  knowsOffice: boolean
  failure: Failure | null
  /** By day. */
  runs: Readonly<Record<string, DayRun>>
  opened(): () => void
  /** Exports what is signed off of a day; `again`: also where the office has had just that and its folder is gone. */
  dayExported(date: string, again?: boolean): Promise<void>
  /** Stops the export of a day, or no longer lets it wait. */
  exportStopped(date: string): void
  exportRevealed(date: string): void
  lessonOpened(lessonId: string, show: 'checklist' | 'live'): void
}

export type EndOfDayStore = StoreApi<EndOfDayState>

/** The days to export, and how their exports go, whoever began them: a person here, or the app itself for a day that waited. */
export function createEndOfDayStore(api: Api): EndOfDayStore {
  return createStore<EndOfDayState>()((set, get) => {
    const refresh = async () => {
      const reply = await api.invoke('export.get', {})
      set(reply.ok ? { ...reply.value, failure: null } : { failure: reply.error })
    }
    const setRun = (date: string, run: DayRun | null) => {
      const { [date]: _before, ...others } = get().runs
      set({ runs: run ? { ...others, [date]: run } : others })
    }
    /** Days this page has asked for itself, and will be told the outcome of. */
    const asked = new Set<string>()
    /** The app has tried by itself since: how that went the day says. */
    const forgetOthers = () => {
      for (const [date, run] of Object.entries(get().runs)) {
        if (run.now !== 'done' && !asked.has(date)) setRun(date, null)
      }
    }
    return {
      days: null,
      today: '',
      older: 0,
      knowsOffice: false,
      failure: null,
      runs: {},
      opened: () => {
        void refresh()
        const stops = [
          api.on('export.progress', (progress) => {
            if (progress.way !== 'office') return
            // One that comes after the answer does not take what was told of how it ended off the screen.
            const isOver = ['done', 'failed'].includes(get().runs[progress.date]?.now ?? '')
            if (!isOver) setRun(progress.date, { now: 'running', progress })
          }),
          api.on('export.changed', () => {
            forgetOthers()
            void refresh()
          }),
          api.on('lesson.changed', ({ events }) => {
            if (events.some(({ kind }) => changesDay.has(kind))) void refresh()
          }),
          api.on('school.changed', () => void refresh()),
          api.on('lesson.planned', () => void refresh()),
        ]
        const timer = setInterval(() => void refresh(), 60_000)
        return () => {
          clearInterval(timer)
          for (const stop of stops) stop()
        }
      },
      dayExported: async (date, again = false) => {
        asked.add(date)
        setRun(date, { now: 'running', progress: null })
        const reply = await api.invoke('export.day', { date, ...(again && { again }) })
        asked.delete(date)
        if (reply.ok) setRun(date, { now: 'done', exported: reply.value })
        else if (reply.error.code === 'stopped') setRun(date, null)
        else setRun(date, { now: 'failed', failure: reply.error })
        await refresh()
      },
      exportStopped: (date) => {
        if (get().runs[date]?.now !== 'running') setRun(date, null)
        void api.invoke('export.cancel', { date })
      },
      exportRevealed: (date) => void api.invoke('export.reveal', { date }),
      lessonOpened: (lessonId, show) => void api.invoke('window.open', { lessonId, show }),
    }
  })
}

/** A tap in the live panel changes nothing here. */
const changesDay: ReadonlySet<string> = new Set(['moved', 'participation', 'incident', 'incident-described'])
