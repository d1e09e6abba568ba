import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure, Input, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type Week = Output<'timetable.get'>
export type Changed = Output<'timetable.save'>

export type TimetableState = {
  /** Null until main has answered. */
  week: Week | null
  failure: Failure | null
  /** Full path of the calendar written last. */
  exportedTo: string | null
  /** Follows a week while it is shown: the one of `date`, or today's. */
  opened(date: string | undefined): () => void
  /** What stands against it where it is refused; null when it is done. */
  saved(wish: Input<'timetable.save'>): Promise<readonly string[] | null>
  dayChanged(wish: Input<'timetable.except'>): Promise<readonly string[] | null>
  removed(entryId: string): Promise<boolean>
  exported(): Promise<void>
}

export type TimetableStore = StoreApi<TimetableState>

/** The timetable of a week, and what is done to it. */
export function createTimetableStore(api: Api): TimetableStore {
  return createStore<TimetableState>()((set) => {
    /** A failure is told like any other reason why it is not done. */
    const reasonsOf = (
      reply: { ok: true; value: Changed } | { ok: false; error: Failure },
    ): readonly string[] | null => {
      if (!reply.ok) {
        set({ failure: reply.error })
        return []
      }
      set({ failure: null })
      return reply.value.outcome === 'saved' ? null : reply.value.problems.map(({ message }) => message)
    }
    return {
      week: null,
      failure: null,
      exportedTo: null,
      opened: (date) => {
        const refresh = async () => {
          const reply = await api.invoke('timetable.get', date === undefined ? {} : { date })
          set(reply.ok ? { week: reply.value } : { failure: reply.error })
        }
        void refresh()
        return api.on('school.changed', () => void refresh())
      },
      saved: async (wish) => reasonsOf(await api.invoke('timetable.save', wish)),
      dayChanged: async (wish) => reasonsOf(await api.invoke('timetable.except', wish)),
      removed: async (entryId) => {
        const reply = await api.invoke('timetable.remove', { entryId })
        set({ failure: reply.ok ? null : reply.error })
        return reply.ok
      },
      exported: async () => {
        const reply = await api.invoke('timetable.export', {})
        set(reply.ok ? { exportedTo: reply.value.path, failure: null } : { failure: reply.error })
      },
    }
  })
}
