import { createStore, type StoreApi } from 'zustand/vanilla'
import { type ReceiptKind, weekOf } from '../../../shared/domain/packs.ts'
import { addDays, schoolDateOf, type SchoolDate } from '../../../shared/domain/times.ts'
import type { ClassSummary, CommandName, Failure, Input, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'
import { now } from '../../lib/clock.ts'

export type PackOfWeek = Output<'packs.week'>

export type PacksState = {
  /** Null until main has answered. */
  classes: ClassSummary[] | null
  classId: string | null
  /** A Monday. */
  week: SchoolDate
  /** The pack of that class and week, null until main has answered. */
  shown: PackOfWeek | null
  failure: Failure | null
  /** Asks for a class's week, the first class where none is named, and follows it; returns how to stop. */
  opened(classId: string | null): () => void
  classChosen(classId: string): void
  /** So many weeks on, or back. */
  weekMoved(weeks: number): void
  /** Resolve to whether it is written. */
  saved(contents: string, availableFrom: SchoolDate): Promise<boolean>
  approved(): Promise<boolean>
  marked(pupilIds: readonly string[], how: ReceiptKind): Promise<boolean>
}

export type PacksStore = StoreApi<PacksState>

type Change = 'packs.save' | 'packs.approve' | 'packs.mark'

/** The pack of one class and week, and who has it: a copy of what main holds. */
export function createPacksStore(api: Api): PacksStore {
  return createStore<PacksState>()((set, get) => {
    const refresh = async () => {
      const { classId, week } = get()
      if (classId === null) return
      const reply = await api.invoke('packs.week', { classId, week })
      // Another class or week may have been chosen meanwhile.
      if (get().classId !== classId || get().week !== week) return
      set(reply.ok ? { shown: reply.value } : { failure: reply.error })
    }
    const change = async <N extends Change>(name: N & CommandName, input: Input<N>) => {
      const reply = await api.invoke(name, input)
      set({ failure: reply.ok ? null : reply.error })
      if (reply.ok) await refresh()
      return reply.ok
    }
    const chosen = (choice: { classId: string } | { week: SchoolDate }) => {
      set({ ...choice, shown: null, failure: null })
      void refresh()
    }
    return {
      classes: null,
      classId: null,
      week: weekOf(schoolDateOf(now())),
      shown: null,
      failure: null,
      opened: (classId) => {
        const begin = async () => {
          const reply = await api.invoke('classes.list', {})
          if (!reply.ok) return set({ failure: reply.error })
          const { classes } = reply.value
          set({ classes, classId: classId ?? classes[0]?.id ?? null })
          await refresh()
        }
        void begin()
        return api.on('school.changed', () => void refresh())
      },
      classChosen: (classId) => chosen({ classId }),
      weekMoved: (weeks) => chosen({ week: addDays(get().week, weeks * 7) }),
      saved: async (contents, availableFrom) => {
        const { classId, week } = get()
        return classId !== null && change('packs.save', { classId, week, contents, availableFrom })
      },
      approved: async () => {
        const packId = get().shown?.pack?.id
        return packId !== undefined && change('packs.approve', { packId })
      },
      marked: async (pupilIds, how) => {
        const packId = get().shown?.pack?.id
        if (packId === undefined || pupilIds.length === 0) return false
        return change('packs.mark', { packId, pupilIds: [...pupilIds], how })
      },
    }
  })
}
