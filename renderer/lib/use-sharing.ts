import { useEffect, useMemo } from 'react'
import { createSharingStore, type SharingStore } from './sharing-store.ts'
import { useApi } from './use-lesson.ts'

/** How a lesson is shared, followed while the component stands. */
export function useSharing(lessonId: string): SharingStore {
  const api = useApi()
  const store = useMemo(() => createSharingStore(api, lessonId), [api, lessonId])
  useEffect(() => store.getState().opened(), [store])
  return store
}
