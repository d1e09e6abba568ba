import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type TodayState = {
  /** Null until main has answered. */
  today: Output<'today.get'> | null
  failure: Failure | null
  /** Some day was exported and waits for the office's folder. */
  isWaiting: boolean
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
    /** Asked after Today is there, which a start waits for. */
    const askWaiting = async () => {
      const reply = await api.invoke('export.get', {})
      if (reply.ok) set({ isWaiting: reply.value.days.some(({ waiting }) => waiting !== null) })
    }
    return {
      today: null,
      failure: null,
      isWaiting: false,
      opened: () => {
        void refresh().then(askWaiting)
        const stops = [
          api.on('export.changed', () => void refresh().then(askWaiting)),
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
