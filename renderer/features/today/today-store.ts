import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type TodayState = {
  /** Null until main has answered. */
  today: Output<'today.get'> | null
  failure: Failure | null
  opened(): () => void
  lessonOpened(lessonId: string, show: 'checklist' | 'live'): void
}

export type TodayStore = StoreApi<TodayState>

/** The day's lessons. Follows every change of a lesson, and looks again each minute for a new day. */
export function createTodayStore(api: Api): TodayStore {
  return createStore<TodayState>()((set) => {
    const refresh = async () => {
      const reply = await api.invoke('today.get', {})
      set(reply.ok ? { today: reply.value, failure: null } : { failure: reply.error })
    }
    return {
      today: null,
      failure: null,
      opened: () => {
        void refresh()
        const stops = [
          api.on('export.changed', () => void refresh()),
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
