import type { AppWindows } from './app-windows.ts'

const nothing = () => undefined

/** Nobody is told and nothing is shown. */
export const noWindows: AppWindows = {
  openMain: () => {
    throw new Error('There are no windows in a run without windows.')
  },
  openChecklist: nothing,
  openLive: nothing,
  showPage: nothing,
  giveCamera: () => Promise.resolve(false),
  withdrawCamera: nothing,
  closeLessonWindows: nothing,
  liveLessonId: () => null,
  onLiveChanged: nothing,
  focusLive: nothing,
  raiseLive: nothing,
  minimiseLive: nothing,
  dockLive: nothing,
  followPreferences: nothing,
  tell: nothing,
  tellAfterwards: nothing,
}
