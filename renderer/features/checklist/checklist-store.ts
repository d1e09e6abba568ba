import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StaffMember } from '../../../shared/domain/people.ts'
import type { Failure, Input, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type Sighting = Output<'checks.look'>['sightings'][number]
type Show = Input<'window.open'>['show']

export type ChecklistState = {
  /** Staff named here since the lesson was read. */
  named: readonly StaffMember[]
  /** What the app sees of each check it can look at, by check id. */
  sightings: ReadonlyMap<string, Sighting>
  /** Why the last thing asked beside the log did not work, in words. */
  failure: Failure | null
  /** The camera chosen in this window; null takes the system's own choice. */
  cameraId: string | null
  /** Resolves to null where it did not work. */
  staffNamed(name: string): Promise<StaffMember | null>
  /** Lets the app look for itself; what it sees is answered in the log. */
  looked(lessonId: string): Promise<void>
  windowOpened(lessonId: string, show: Show): Promise<void>
  /** The person here keeps to the code of conduct; resolves to whether that was written down. */
  conductAcknowledged(): Promise<boolean>
  /** The account signed in is the own one of the person here; resolves to whether that was written down. */
  accountConfirmed(): Promise<boolean>
  /** The camera check is on screen, or no longer is. Resolves to whether a camera may be opened. */
  cameraUsed(lessonId: string, on: boolean): Promise<boolean>
  cameraChosen(cameraId: string): void
  failureSeen(): void
}

export type ChecklistStore = StoreApi<ChecklistState>

/** What the checklist asks of the app beside the lesson's log. */
export function createChecklistStore(api: Api): ChecklistStore {
  return createStore<ChecklistState>()((set, get) => {
    /** What the person here says of themselves; resolves to whether it was written down. */
    const said = async (name: 'conduct.acknowledge' | 'device.confirm') => {
      const reply = await api.invoke(name, {})
      set({ failure: reply.ok ? null : reply.error })
      return reply.ok
    }
    return {
      named: [],
      failure: null,
      cameraId: null,
      sightings: new Map(),
      looked: async (lessonId) => {
        const reply = await api.invoke('checks.look', { lessonId })
        if (!reply.ok) return set({ failure: reply.error })
        set({ sightings: new Map(reply.value.sightings.map((one) => [one.item, one])) })
      },
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
      cameraUsed: async (lessonId, on) => {
        const reply = await api.invoke('camera.use', { lessonId, on })
        return reply.ok && reply.value.isAllowed
      },
      cameraChosen: (cameraId) => set({ cameraId }),
      conductAcknowledged: () => said('conduct.acknowledge'),
      accountConfirmed: () => said('device.confirm'),
      failureSeen: () => set({ failure: null }),
    }
  })
}
