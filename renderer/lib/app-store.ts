import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PreferencesChange } from '../../shared/domain/preferences.ts'
import type { School } from '../../shared/domain/school.ts'
import type { PreferencesView } from '../../shared/ipc/commands/preferences.ts'
import type { EventPayload, Failure, Input, Status } from '../../shared/ipc/contract.ts'
import type { Api } from './api.ts'
import { pauseDisplays, setClock } from './clock.ts'

export type AppState = {
  /** Null until main has answered. */
  status: Status | null
  /** What is remembered for this computer; null until main has answered. */
  computer: PreferencesView | null
  /** What went wrong with the last thing asked of the app, in words. */
  failure: Failure | null
  /** A line to show once, such as a second start. */
  notice: string | null
  /** How far the computer's clock was changed in a lesson, ms, until it is seen. */
  clockChange: number | null
  /** Why nobody is at the computer, and since when (UTC ms); null while somebody is. */
  away: { why: AwayReason; from: number } | null
  /** The last time away, until it is seen. */
  wasAway: Absence | null
  started(): () => void
  noticeSeen(): void
  clockChangeSeen(): void
  absenceSeen(): void
  exampleCreated(): Promise<boolean>
  exampleRemoved(): Promise<boolean>
  schoolBegun(name: string, teacherName: string): Promise<boolean>
  schoolSaved(school: School): Promise<boolean>
  /** Changes what is named of what is remembered for this computer. */
  preferencesSaved(change: PreferencesChange): Promise<boolean>
  /** The account signed in is the own one of the person here. */
  accountConfirmed(): Promise<boolean>
  quit(): void
}

type AwayReason = NonNullable<EventPayload<'computer.away'>['why']>
/** UTC ms. */
export type Absence = { why: AwayReason; from: number; until: number }

export type AppStore = StoreApi<AppState>

type Change = 'example.create' | 'example.remove' | 'school.begin' | 'school.save' | 'device.confirm'

/** What every page stands on: the school, who is here, and whether the records can be opened. */
export function createAppStore(api: Api): AppStore {
  return createStore<AppState>()((set, get) => {
    const refresh = async () => {
      const reply = await api.invoke('app.status', {})
      if (!reply.ok) {
        set({ failure: reply.error })
        return
      }
      setClock(reply.value.now)
      set({ status: reply.value, failure: null })
    }
    /** Asks main for a change; what went wrong stays to be shown, what went well is asked back. */
    const change = async <N extends Change>(name: N, input: Input<N>) => {
      const reply = await api.invoke(name, input)
      set({ failure: reply.ok ? null : reply.error })
      if (reply.ok) await refresh()
      return reply.ok
    }
    const wentOrCame = ({ why, now }: EventPayload<'computer.away'>) => {
      const { away } = get()
      pauseDisplays(why !== null)
      setClock(now)
      if (why !== null) set({ away: { why, from: away?.from ?? now } })
      else if (away) set({ away: null, wasAway: { ...away, until: now } })
    }
    return {
      status: null,
      computer: null,
      failure: null,
      notice: null,
      clockChange: null,
      away: null,
      wasAway: null,
      started: () => {
        void refresh()
        void api.invoke('preferences.get', {}).then((reply) => {
          if (reply.ok) set({ computer: reply.value })
        })
        const stopFollowing = api.on('school.changed', () => void refresh())
        const stopRemembering = api.on('preferences.changed', (computer) => set({ computer }))
        const stopListening = api.on('notice', ({ message }) => set({ notice: message }))
        const stopClock = api.on('clock.moved', ({ now, changedBy }) => {
          setClock(now)
          if (changedBy !== 0) set({ clockChange: changedBy })
        })
        const stopWatching = api.on('computer.away', wentOrCame)
        return () => {
          stopClock()
          stopWatching()
          stopFollowing()
          stopRemembering()
          stopListening()
        }
      },
      noticeSeen: () => set({ notice: null }),
      clockChangeSeen: () => set({ clockChange: null }),
      absenceSeen: () => set({ wasAway: null }),
      exampleCreated: () => change('example.create', {}),
      exampleRemoved: () => change('example.remove', {}),
      schoolBegun: (name, teacherName) => change('school.begin', { name, teacherName }),
      schoolSaved: (school) => change('school.save', school),
      preferencesSaved: async (change) => {
        const reply = await api.invoke('preferences.save', change)
        set(reply.ok ? { computer: reply.value } : { failure: reply.error })
        return reply.ok
      },
      accountConfirmed: () => change('device.confirm', {}),
      quit: () => void api.invoke('app.quit', {}),
    }
  })
}
