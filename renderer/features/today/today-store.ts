import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ExportedDay } from '../../../shared/ipc/commands/export.ts'
import type { Failure, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type TodayState = {
  /** Null until main has answered. */
  today: Output<'today.get'> | null
  failure: Failure | null
  /** How the export of the day goes. */
  exporting: 'not-begun' | 'running' | 'done' | 'failed'
  /** The day that was exported last, ISO `YYYY-MM-DD`. */
  exportDate: string | null
  exported: ExportedDay | null
  exportFailure: Failure | null
  opened(): () => void
  lessonOpened(lessonId: string, show: 'checklist' | 'live'): void
  /** Exports what is signed off of a day, ISO `YYYY-MM-DD`. */
  dayExported(date: string): Promise<void>
  exportRevealed(): void
}

export type TodayStore = StoreApi<TodayState>

/** The day's lessons and their export. Follows every change of a lesson, and looks again each minute for a new day. */
export function createTodayStore(api: Api): TodayStore {
  return createStore<TodayState>()((set, get) => {
    const refresh = async () => {
      const reply = await api.invoke('today.get', {})
      set(reply.ok ? { today: reply.value, failure: null } : { failure: reply.error })
    }
    return {
      today: null,
      failure: null,
      exporting: 'not-begun',
      exportDate: null,
      exported: null,
      exportFailure: null,
      opened: () => {
        void refresh()
        const stops = [
          api.on('lesson.changed', (change) => {
            if (change.events.some((event) => changesCards.has(event.kind))) void refresh()
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
      lessonOpened: (lessonId, show) => void api.invoke('window.open', { lessonId, show }),
      dayExported: async (date) => {
        set({ exporting: 'running', exportFailure: null, exportDate: date })
        const reply = await api.invoke('export.day', { date })
        if (reply.ok) set({ exporting: 'done', exported: reply.value })
        else set({ exporting: 'failed', exportFailure: reply.error })
        await refresh()
      },
      exportRevealed: () => {
        const { exportDate } = get()
        if (exportDate) void api.invoke('export.reveal', { date: exportDate })
      },
    }
  })
}

/** Points change no card, so a tap in the live panel does not make this window ask again. */
const changesCards: ReadonlySet<string> = new Set([
  'moved',
  'check-answered',
  'second-adult-joined',
  'second-adult-left',
])
