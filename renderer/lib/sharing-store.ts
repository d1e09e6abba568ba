import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SharingView } from '../../shared/ipc/commands/sharing.ts'
import type { Input, Reply } from '../../shared/ipc/contract.ts'
import type { Api } from './api.ts'

export type SharingState = {
  /** Null: not shared, or main has not answered yet. */
  view: SharingView | null
  /** What came of the last thing asked, in words. */
  said: string | null
  /** Follows the sharing of the lesson; returns the function that stops following. */
  opened(): () => void
  /** Makes the lesson's code where there is none. */
  started(): void
  folderChosen(): void
  folderLeft(): void
  fileSaved(): void
  fileTakenIn(): void
  /** One that was dropped is taken in. */
  fileHanded(token: string): void
}

export type SharingStore = StoreApi<SharingState>

/** How one lesson is shared with another computer. Everything is main's; the window asks and shows. */
export function createSharingStore(api: Api, lessonId: string): SharingStore {
  return createStore<SharingState>()((set) => {
    const take = (reply: Reply<SharingView>) =>
      set(reply.ok ? { view: reply.value, said: null } : { said: reply.error.message })
    const takeIn = (wish: Input<'sharing.take-in'>) =>
      void api.invoke('sharing.take-in', wish).then((reply) => {
        if (!reply.ok) set({ said: reply.error.message })
        else if (reply.value.outcome === 'refused') set({ said: reply.value.message })
        else if (reply.value.outcome === 'taken-in') set({ said: takenInWords(reply.value) })
      })
    return {
      view: null,
      said: null,
      opened: () => {
        void api.invoke('sharing.get', { lessonId }).then((reply) => {
          if (reply.ok) set({ view: reply.value.view })
        })
        return api.on('sharing.changed', ({ view }) => {
          if (view.lessonId === lessonId) set({ view })
        })
      },
      started: () => void api.invoke('sharing.start', { lessonId }).then(take),
      folderChosen: () => void api.invoke('sharing.choose-folder', { lessonId }).then(take),
      folderLeft: () => void api.invoke('sharing.leave-folder', { lessonId }).then(take),
      fileSaved: () =>
        void api.invoke('sharing.save-file', { lessonId }).then((reply) => {
          if (!reply.ok) set({ said: reply.error.message })
          else if (reply.value.path !== null) set({ said: `Saved: ${reply.value.path}` })
        }),
      fileTakenIn: () => takeIn({ lessonId }),
      fileHanded: (handed) => takeIn({ lessonId, handed }),
    }
  })
}

function takenInWords({ added, leftOut }: { added: number; leftOut: number }): string {
  const taken =
    added === 0 ? 'Nothing was new in that file' : `${added} ${added === 1 ? 'entry' : 'entries'} taken in`
  return leftOut === 0 ? `${taken}.` : `${taken}; ${leftOut} left out that cannot be of this lesson.`
}
