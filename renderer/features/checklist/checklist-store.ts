import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StaffMember } from '../../../shared/domain/people.ts'
import type { Failure, Input } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

type Show = Input<'window.open'>['show']

export type ChecklistState = {
  /** Staff named here since the lesson was read. */
  named: readonly StaffMember[]
  /** Why the last thing asked beside the log did not work, in words. */
  failure: Failure | null
  /** Resolves to null where it did not work. */
  staffNamed(name: string): Promise<StaffMember | null>
  windowOpened(lessonId: string, show: Show): Promise<void>
  failureSeen(): void
}

export type ChecklistStore = StoreApi<ChecklistState>

/** What the checklist asks of the app beside the lesson's log. */
export function createChecklistStore(api: Api): ChecklistStore {
  return createStore<ChecklistState>()((set, get) => ({
    named: [],
    failure: null,
    staffNamed: async (name) => {
      const reply = await api.invoke('staff.add', { name })
      if (!reply.ok) {
        set({ failure: reply.error })
        return null
      }
      set({ named: [...get().named, reply.value], failure: null })
      return reply.value
    },
    windowOpened: async (lessonId, show) => {
      const reply = await api.invoke('window.open', { lessonId, show })
      set({ failure: reply.ok ? null : reply.error })
    },
    failureSeen: () => set({ failure: null }),
  }))
}
