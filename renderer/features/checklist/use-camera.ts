import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { type CameraView, followCamera } from '../../lib/camera.ts'
import type { ChecklistStore } from './checklist-store.ts'

type UsedCamera = CameraView & {
  /** Opens it afresh. */
  tryAgain: () => void
}

/**
 * The camera, while the component stands and its window is seen. It is stopped as either ends, before anything else
 * happens: hence the layout effect.
 */
export function useCamera(checklist: ChecklistStore, lessonId: string): UsedCamera {
  const wishedId = useStore(checklist, (state) => state.cameraId)
  const isSeen = useSyncExternalStore(onSeenOrHidden, () => document.visibilityState === 'visible')
  const [tries, setTries] = useState(1)
  const [view, setView] = useState<CameraView>(closed)
  useLayoutEffect(() => {
    if (!isSeen) return
    const { cameraUsed } = checklist.getState()
    const stop = followCamera({
      mayUse: () => cameraUsed(lessonId, true),
      wishedId,
      told: (change) => setView((before) => ({ ...before, ...change })),
    })
    return () => {
      stop()
      void cameraUsed(lessonId, false)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another try is a reason to open it afresh
  }, [checklist, lessonId, isSeen, wishedId, tries])
  return { ...view, tryAgain: () => setTries((before) => before + 1) }
}

const closed: CameraView = { state: 'opening', stream: null, cameraId: null, cameras: [] }

function onSeenOrHidden(told: () => void): () => void {
  document.addEventListener('visibilitychange', told)
  return () => document.removeEventListener('visibilitychange', told)
}
