import { useEffect, useRef } from 'react'
import { useApp } from '../../lib/use-app.ts'
import { useApi } from '../../lib/use-lesson.ts'
import type { LiveState, LiveStore } from './live-store.ts'
import { usePanel } from './use-panel.ts'

/** Nobody is chosen, and nothing stands over the panel. */
const isDoneIn = ({ keys, showing }: LiveState): boolean => keys.chosen.length === 0 && showing === null

export type PanelWindow = {
  /** `opening` until this computer's own settings are known: names must not show before. */
  view: 'opening' | 'full' | 'strip' | 'safe' | 'safe-strip'
  stripToggled(): void
  safeToggled(): void
  /** Opens the full panel for one thing; when that is done it is a strip again. */
  openedFor(act: () => void): void
}

/** How this computer shows the panel of a lesson, and the ways to change it: buttons, F2, F4, shortcuts of the system. */
export function usePanelWindow(lessonId: string, live: LiveStore): PanelWindow {
  const panel = useApp((state) => state.computer?.preferences.panel)
  const save = useApp((state) => state.preferencesSaved)
  /** A strip that was opened for one thing, and closes again after it. */
  const isOpenForOne = useRef(false)
  const isStrip = panel?.isStrip === true
  const isSafe = panel?.safeLessonId === lessonId

  const stripToggled = () => {
    isOpenForOne.current = false
    void save({ panel: { isStrip: !isStrip } })
  }
  const safeToggled = () => void save({ panel: { safeLessonId: isSafe ? null : lessonId } })
  // Also when the tray or a shortcut asked for it: what is chosen, said and open has names in it.
  useEffect(() => {
    if (!isSafe) return
    live.getState().chosenCleared()
    live.getState().dialogClosed()
  }, [isSafe, live])
  useWindowKeys({ F2: stripToggled, F4: safeToggled })
  useAskedFromOutside(lessonId, live)

  const isDone = usePanel(live, isDoneIn)
  useEffect(() => {
    // What is shown is a frame behind: somebody may just have been chosen.
    if (!isOpenForOne.current || isStrip || !isDone || !isDoneIn(live.getState())) return
    isOpenForOne.current = false
    void save({ panel: { isStrip: true } })
  }, [isStrip, isDone, live, save])

  return {
    view: !panel ? 'opening' : isSafe ? (isStrip ? 'safe-strip' : 'safe') : isStrip ? 'strip' : 'full',
    stripToggled,
    safeToggled,
    openedFor: (act) => {
      act()
      isOpenForOne.current = true
      void save({ panel: { isStrip: false } })
    },
  }
}

/** Keys of the window itself work everywhere in it, a dialog open or not, and before any other key is looked at. */
function useWindowKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = keys[event.key]
      if (!act || event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  })
}

/** A shortcut of the whole system was pressed in another program. */
function useAskedFromOutside(lessonId: string, live: LiveStore): void {
  const api = useApi()
  useEffect(
    () =>
      api.on('panel.asked', (asked) => {
        if (asked.lessonId !== lessonId) return
        if (asked.action === 'find') document.querySelector<HTMLElement>('[data-find-pupil]')?.focus()
        if (asked.action === 'undo') live.getState().commandTapped('undo')
        if (asked.action === 'praise') live.getState().classTapped(0)
      }),
    [api, lessonId, live],
  )
}
