import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandName, Failure, Input, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type StaffList = Output<'staff.list'>

type Change = 'staff.add' | 'staff.save' | 'training.add' | 'conduct.acknowledge'

export type StaffState = {
  /** Null until main has answered. */
  list: StaffList | null
  /** Why the last thing asked did not work, in words. */
  failure: Failure | null
  /** Asks for the list and follows its changes; returns the function that stops following. */
  opened(): () => void
  /** Asks main for a change; resolves to whether it was made. */
  changed<N extends Change>(name: N, input: Input<N>): Promise<boolean>
}

export type StaffStore = StoreApi<StaffState>

/** The staff list: a copy of what main holds, asked for again when it changes. */
export function createStaffStore(api: Api): StaffStore {
  return createStore<StaffState>()((set) => {
    const ask = async <N extends CommandName>(name: N, input: Input<N>) => {
      const reply = await api.invoke(name, input)
      set({ failure: reply.ok ? null : reply.error })
      return reply
    }
    const refresh = async () => {
      const reply = await ask('staff.list', {})
      if (reply.ok) set({ list: reply.value })
    }
    return {
      list: null,
      failure: null,
      opened: () => {
        void refresh()
        return api.on('school.changed', () => void refresh())
      },
      changed: async (name, input) => {
        const reply = await ask(name, input)
        if (reply.ok) await refresh()
        return reply.ok
      },
    }
  })
}
