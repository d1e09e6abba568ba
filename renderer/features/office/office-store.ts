import { createStore, type StoreApi } from 'zustand/vanilla'
import { addDays, type SchoolDate, schoolDateOf } from '../../../shared/domain/times.ts'
import type { OfficeDayView, OfficeDeviceView } from '../../../shared/ipc/commands/office.ts'
import type { CommandName, Failure, Input, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'
import { now } from '../../lib/clock.ts'

export type MadeReport = Output<'office.report'>

export type OfficeState = {
  /** The day that is shown. */
  date: SchoolDate
  /** Null until main has answered. */
  day: OfficeDayView | null
  /** The computers that are or were on the office's list. */
  devices: readonly OfficeDeviceView[]
  failure: Failure | null
  /** What is being done just now. */
  busy: 'report' | 'look' | 'take-in' | 'take-off' | null
  /** The report made last while the page is open. */
  made: MadeReport | null
  /** Asks for the day and follows it; returns the function that stops following. */
  opened(): () => void
  dayChosen(date: SchoolDate): void
  daysMoved(days: number): void
  lookedAgain(): Promise<void>
  reportMade(): Promise<void>
  reportRevealed(): void
  /** Resolve to whether it was done. */
  noted(lessonId: string | null, text: string): Promise<boolean>
  takenIn(contentHash: string): Promise<boolean>
  dismissed(contentHash: string): Promise<boolean>
  takenOff(deviceId: string): Promise<boolean>
}

export type OfficeStore = StoreApi<OfficeState>

/** A day as it came in to the office: a copy of what main holds, asked for again when it changes. */
export function createOfficeStore(api: Api): OfficeStore {
  return createStore<OfficeState>()((set, get) => {
    const refresh = async () => {
      const { date } = get()
      const [reply, listed] = await Promise.all([
        api.invoke('office.day', { date }),
        api.invoke('office.devices', {}),
      ])
      if (listed.ok) set({ devices: listed.value.devices })
      // Another day may have been chosen meanwhile.
      if (get().date !== date) return
      set(reply.ok ? { day: reply.value, failure: null } : { failure: reply.error })
    }
    const ask = async <N extends CommandName>(
      name: N,
      input: Input<N>,
      busy: OfficeState['busy'] = null,
    ): Promise<Output<N> | null> => {
      set({ busy })
      const reply = await api.invoke(name, input)
      if (reply.ok) await refresh()
      set({ busy: null, ...(!reply.ok && { failure: reply.error }) })
      return reply.ok ? reply.value : null
    }
    return {
      date: schoolDateOf(now()),
      day: null,
      devices: [],
      failure: null,
      busy: null,
      made: null,
      opened: () => {
        void refresh()
        const stops = [
          api.on('office.changed', () => void refresh()),
          api.on('school.changed', () => void refresh()),
        ]
        return () => {
          for (const stop of stops) stop()
        }
      },
      dayChosen: (date) => {
        set({ date, day: null, made: null })
        void refresh()
      },
      daysMoved: (days) => get().dayChosen(addDays(get().date, days)),
      lookedAgain: async () => {
        await ask('office.look', {}, 'look')
      },
      reportMade: async () => {
        set({ made: null })
        const made = await ask('office.report', { date: get().date }, 'report')
        if (made) set({ made })
      },
      reportRevealed: () => void api.invoke('office.reveal', { date: get().date }),
      noted: async (lessonId, text) =>
        (await ask('office.add-note', { date: get().date, lessonId, text })) !== null,
      takenIn: async (contentHash) => (await ask('office.take-in', { contentHash }, 'take-in')) !== null,
      dismissed: async (contentHash) => (await ask('office.dismiss', { contentHash })) !== null,
      takenOff: async (deviceId) => (await ask('office.remove-device', { deviceId }, 'take-off')) !== null,
    }
  })
}
