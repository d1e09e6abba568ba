import { createContext, useContext, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Api } from './api.ts'
import { createLessonStore, type LessonState, type LessonStore } from './lesson-store.ts'

/** The api of this window, handed down once by the app so that tests hand down a false one. */
export const ApiContext = createContext<Api | null>(null)

export function useApi(): Api {
  const api = useContext(ApiContext)
  if (!api) throw new Error('useApi outside of the app')
  return api
}

/** The store of one lesson, followed while the component stands. A window with unsaved acts does not just close. */
export function useLessonStore(lessonId: string): LessonStore {
  const api = useApi()
  const store = useMemo(() => createLessonStore(api, lessonId), [api, lessonId])
  useEffect(() => store.getState().opened(), [store])
  useEffect(() => {
    const keepOpenWhileUnsaved = (event: BeforeUnloadEvent) => {
      if (store.getState().pending.length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', keepOpenWhileUnsaved)
    return () => window.removeEventListener('beforeunload', keepOpenWhileUnsaved)
  }, [store])
  return store
}

export const useLesson = <T>(store: LessonStore, select: (state: LessonState) => T): T =>
  useStore(store, select)
