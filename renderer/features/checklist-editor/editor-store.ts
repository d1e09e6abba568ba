import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CheckItem } from '../../../shared/domain/checks.ts'
import type { ChecklistVersion } from '../../../shared/ipc/commands/checklists.ts'
import type { Failure } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

/** What a leader has edited and not saved yet, and the version it was edited from. */
type Draft = { base: ChecklistVersion; items: readonly CheckItem[] }

export type EditorState = {
  /** Newest first; null until main has answered. */
  versions: readonly ChecklistVersion[] | null
  draft: Draft | null
  /** Why the last thing asked did not work, in words. */
  failure: Failure | null
  /** The version just saved, until something is edited again. */
  savedAs: number | null
  /** Asks for every version, and again whenever the school changes, until the returned function is called. */
  opened(): () => void
  edited(items: readonly CheckItem[]): void
  discarded(): void
  /** Keeps what was edited, on top of the version that was saved meanwhile. */
  putOnTop(): void
  save(): Promise<void>
}

export type EditorStore = StoreApi<EditorState>

const stores = new WeakMap<Api, EditorStore>()

/** The one editor of this window: what is not saved is still there when its page was left by another way. */
export function editorStoreOf(api: Api): EditorStore {
  const known = stores.get(api) ?? createEditorStore(api)
  stores.set(api, known)
  return known
}

export function createEditorStore(api: Api): EditorStore {
  return createStore<EditorState>()((set, get) => {
    const read = async () => {
      const reply = await api.invoke('checklists.list', {})
      if (reply.ok) set({ versions: reply.value.versions })
      else set({ failure: reply.error })
    }
    return {
      versions: null,
      draft: null,
      failure: null,
      savedAs: null,
      opened: () => {
        void read()
        return api.on('school.changed', () => void read())
      },
      edited: (items) => {
        const base = get().draft?.base ?? get().versions?.[0]
        if (base) set({ draft: { base, items }, savedAs: null })
      },
      discarded: () => set({ draft: null, failure: null }),
      putOnTop: () => {
        const { draft, versions } = get()
        const base = versions?.[0]
        if (draft && base) set({ draft: { ...draft, base }, failure: null })
      },
      save: async () => {
        const { draft } = get()
        if (!draft) return
        const input = { basedOn: draft.base.version, items: [...draft.items] }
        const reply = await api.invoke('checklist.save', input)
        if (reply.ok) set({ draft: null, failure: null, savedAs: reply.value.version })
        // That another was saved meanwhile is said by the page, with the two ways on.
        else set({ failure: reply.error.code === 'newer-checklist' ? null : reply.error })
        await read()
      },
    }
  })
}

/** Whether the draft was begun from another checklist than the one in force now. */
export function isOvertaken({ draft, versions }: Pick<EditorState, 'draft' | 'versions'>): boolean {
  const inForce = versions?.[0]
  if (!draft || !inForce) return false
  return draft.base.version !== inForce.version || draft.base.madeAt !== inForce.madeAt
}
