import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type PolicyState = {
  /** Null until main has answered. */
  kept: Output<'policy.get'> | null
  failure: Failure | null
  /** Asks how the policy is kept and follows every change; returns the function that stops following. */
  opened(): () => void
}

export type PolicyStore = StoreApi<PolicyState>

/** How the policy stands today: a copy of what main tells, asked for again when a lesson or the school changes. */
export function createPolicyStore(api: Api): PolicyStore {
  return createStore<PolicyState>()((set) => {
    const refresh = async () => {
      const reply = await api.invoke('policy.get', {})
      set(reply.ok ? { kept: reply.value, failure: null } : { failure: reply.error })
    }
    return {
      kept: null,
      failure: null,
      opened: () => {
        void refresh()
        const stops = [
          api.on('school.changed', () => void refresh()),
          api.on('lesson.changed', ({ events }) => {
            if (events.some(({ kind }) => kind === 'moved' || kind === 'check-answered')) void refresh()
          }),
        ]
        return () => {
          for (const stop of stops) stop()
        }
      },
    }
  })
}
