import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SheetSplit } from '../../../shared/domain/export-split.ts'
import { addDays, type SchoolDate, schoolDateOf } from '../../../shared/domain/times.ts'
import type { MakingStep } from '../../../shared/ipc/commands/export.ts'
import type { OfficeDayView, OfficeDeviceView } from '../../../shared/ipc/commands/office.ts'
import type { CommandName, Failure, Input, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'
import { now } from '../../lib/clock.ts'

export type MadeReport = Extract<Output<'office.report'>, { outcome: 'written' }>

type Busy = 'report' | 'look' | 'take-in' | 'take-off'

export type OfficeState = {
  /** The day that is shown. */
  date: SchoolDate
  /** For whom a report is made, and whose last one is told of. */
  split: SheetSplit
  /** Null until main has answered. */
  day: OfficeDayView | null
  /** The computers that are or were on the office's list. */
  devices: readonly OfficeDeviceView[]
  failure: Failure | null
  /** What is being done just now. */
  busy: readonly Busy[]
  /** How far the report is that is being made. */
  progress: MakingStep | null
  /** The report made last while the page is open. */
  made: MadeReport | null
  /** Asks for the day and follows it; returns the function that stops following. */
  opened(): () => void
  dayChosen(date: SchoolDate): void
  daysMoved(days: number): void
  lookedAgain(): Promise<void>
  splitChosen(split: SheetSplit): void
  /** `again`: also where exactly this was made and its folder is gone. */
  reportMade(again?: boolean): Promise<void>
  reportStopped(): void
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
    /** Why the day could not be read the last time; told until it can. */
    let unread: Failure | null = null
    const refresh = async () => {
      const { date, split } = get()
      const [reply, listed] = await Promise.all([
        api.invoke('office.day', { date, split }),
        api.invoke('office.devices', {}),
      ])
      if (listed.ok) set({ devices: listed.value.devices })
      // Another may have been chosen meanwhile.
      if (get().date !== date || get().split !== split) return
      if (reply.ok) set({ day: reply.value })
      if (reply.ok && get().failure === unread) set({ failure: null })
      unread = reply.ok ? null : reply.error
      if (unread) set({ failure: unread })
    }
    /** What is told of an act stays until the next one, whatever comes in meanwhile. */
    const ask = async <N extends CommandName>(
      name: N,
      input: Input<N>,
      busy?: Busy,
    ): Promise<Output<N> | null> => {
      set((state) => ({ failure: null, busy: busy ? [...state.busy, busy] : state.busy }))
      const reply = await api.invoke(name, input)
      if (reply.ok) await refresh()
      const isWrong = !reply.ok && reply.error.code !== 'stopped'
      set((state) => ({
        busy: state.busy.filter((one) => one !== busy),
        ...(isWrong && { failure: reply.error }),
      }))
      return reply.ok ? reply.value : null
    }
    /** Which report is being made: another day may be on screen meanwhile. */
    let making: Input<'office.stop-report'> | null = null
    return {
      date: schoolDateOf(now()),
      split: 'office',
      day: null,
      devices: [],
      failure: null,
      busy: [],
      progress: null,
      made: null,
      opened: () => {
        void refresh()
        const stops = [
          api.on('office.changed', () => void refresh()),
          api.on('school.changed', () => void refresh()),
          api.on('export.progress', (progress) => {
            if (progress.way === 'report' && get().busy.includes('report')) set({ progress })
          }),
        ]
        return () => {
          for (const stop of stops) stop()
        }
      },
      dayChosen: (date) => {
        set({ date, day: null, made: null, failure: null })
        void refresh()
      },
      daysMoved: (days) => get().dayChosen(addDays(get().date, days)),
      lookedAgain: async () => {
        await ask('office.look', {}, 'look')
      },
      splitChosen: (split) => {
        set(({ day }) => ({ split, made: null, failure: null, day: day && untold(day) }))
        void refresh()
      },
      reportMade: async (again = false) => {
        if (making) return
        set({ made: null, progress: null })
        const { date, split } = get()
        making = { date, split }
        const made = await ask('office.report', { ...making, ...(again && { again }) }, 'report')
        making = null
        const isShown = get().date === date && get().split === split
        if (made?.outcome === 'written' && isShown) set({ made })
      },
      reportStopped: () => {
        if (making) void api.invoke('office.stop-report', making)
      },
      reportRevealed: () => {
        const { date, split } = get()
        void api.invoke('office.reveal', { date, split })
      },
      noted: async (lessonId, text) =>
        (await ask('office.add-note', { date: get().date, lessonId, text })) !== null,
      takenIn: async (contentHash) => (await ask('office.take-in', { contentHash }, 'take-in')) !== null,
      dismissed: async (contentHash) => (await ask('office.dismiss', { contentHash })) !== null,
      takenOff: async (deviceId) => (await ask('office.remove-device', { deviceId }, 'take-off')) !== null,
    }
  })
}

/** The day as long as nobody has said how the chosen reader's report of it stands. */
const untold = (day: OfficeDayView): OfficeDayView => ({
  ...day,
  report: null,
  teachers: day.teachers.map((one) => ({
    ...one,
    lessons: one.lessons.map((lesson) => ({ ...lesson, since: null })),
  })),
})
