import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Joining } from '../../../shared/domain/joining.ts'
import type { Failure, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type PupilState = {
  /** Null until main has answered. */
  shown: Output<'joining.get'> | null
  /** Why the pupil cannot be shown at all. */
  failure: Failure | null
  /** Why the last change was not kept. */
  refusal: string | null
  /** Asks for the pupil and follows changes; returns the function that stops following. */
  opened(): () => void
  /** Keeps what is changed; resolves to whether it is kept. */
  joiningChanged(change: Partial<Joining>): Promise<boolean>
}

export type PupilStore = StoreApi<PupilState>

/** How one pupil joins live lessons: a copy of what main holds. */
export function createPupilStore(api: Api, pupilId: string): PupilStore {
  return createStore<PupilState>()((set, get) => {
    const refresh = async () => {
      const reply = await api.invoke('joining.get', { pupilId })
      set(reply.ok ? { shown: reply.value, failure: null } : { shown: null, failure: reply.error })
    }
    return {
      shown: null,
      failure: null,
      refusal: null,
      opened: () => {
        void refresh()
        return api.on('school.changed', () => void refresh())
      },
      joiningChanged: async (change) => {
        const { shown } = get()
        if (!shown) return false
        const reply = await api.invoke('joining.save', { pupilId, joining: { ...shown.joining, ...change } })
        set({ refusal: reply.ok ? null : reply.error.message })
        if (reply.ok) await refresh()
        return reply.ok
      },
    }
  })
}
