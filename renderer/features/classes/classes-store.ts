import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClassSummary, Failure, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type ClassWithPupils = Output<'classes.get'>

export type ClassesState = {
  /** Null until main has answered. */
  classes: ClassSummary[] | null
  /** The class that is looked at, null until main has answered. */
  shown: ClassWithPupils | null
  failure: Failure | null
  /** Asks for the list of classes and follows its changes; returns the function that stops following. */
  listOpened(): () => void
  /** The same for one class with its pupils. */
  classOpened(classId: string): () => void
}

export type ClassesStore = StoreApi<ClassesState>

/** The school's classes and who is in them: a copy of what main holds, asked for again when the school changes. */
export function createClassesStore(api: Api): ClassesStore {
  return createStore<ClassesState>()((set) => {
    const following = (refresh: () => Promise<void>) => {
      void refresh()
      return api.on('school.changed', () => void refresh())
    }
    return {
      classes: null,
      shown: null,
      failure: null,
      listOpened: () =>
        following(async () => {
          const reply = await api.invoke('classes.list', {})
          set(reply.ok ? { classes: reply.value.classes, failure: null } : { failure: reply.error })
        }),
      classOpened: (classId) => {
        set({ shown: null, failure: null })
        return following(async () => {
          const reply = await api.invoke('classes.get', { classId })
          set(reply.ok ? { shown: reply.value, failure: null } : { shown: null, failure: reply.error })
        })
      },
    }
  })
}
