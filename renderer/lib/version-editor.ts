import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure, Reply } from '../../shared/ipc/contract.ts'
import type { Api } from './api.ts'

/** A version as it is kept, with when it was made, UTC ms. */
export type Kept = { version: number; madeAt: number }

/** What a leader edits and main keeps as versions (`V`), of which they edit the content (`C`). */
export type VersionEditorState<V extends Kept, C> = {
  /** Newest first; null until main has answered. */
  versions: readonly V[] | null
  /** What was edited and not saved yet, and the version it was edited from. */
  draft: { base: V; content: C } | null
  /** Why the last thing asked did not work, in words. */
  failure: Failure | null
  /** The version just saved, until something is edited again. */
  savedAs: number | null
  /** Asks for every version, and again whenever the school changes, until the returned function is called. */
  opened(): () => void
  edited(content: C): void
  discarded(): void
  /** Keeps what was edited, on top of the version that was saved meanwhile. */
  putOnTop(): void
  save(): Promise<void>
}

export type VersionEditor<V extends Kept, C> = StoreApi<VersionEditorState<V, C>>

type Ask<V, C> = {
  list(): Promise<Reply<{ versions: V[] }>>
  save(basedOn: number, content: C): Promise<Reply<{ version: number }>>
}

export function createVersionEditor<V extends Kept, C>(
  api: Pick<Api, 'on'>,
  ask: Ask<V, C>,
): VersionEditor<V, C> {
  return createStore<VersionEditorState<V, C>>()((set, get) => {
    const read = async () => {
      const reply = await ask.list()
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
      edited: (content) => {
        const base = get().draft?.base ?? get().versions?.[0]
        if (base) set({ draft: { base, content }, savedAs: null })
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
        const reply = await ask.save(draft.base.version, draft.content)
        if (reply.ok) set({ draft: null, failure: null, savedAs: reply.value.version })
        // That another was saved meanwhile is said by the page, with the two ways on.
        else set({ failure: reply.error.code === 'newer-version' ? null : reply.error })
        await read()
      },
    }
  })
}

/** One editor for each api: what is not saved is still there when its page was left by another way. */
export function oneForEachApi<S>(create: (api: Api) => S): (api: Api) => S {
  const stores = new WeakMap<Api, { store: S }>()
  return (api) => {
    const known = stores.get(api) ?? { store: create(api) }
    stores.set(api, known)
    return known.store
  }
}

/** Whether the draft was begun from another version than the one in force now. */
export function isOvertaken<V extends Kept, C>({
  draft,
  versions,
}: Pick<VersionEditorState<V, C>, 'draft' | 'versions'>): boolean {
  const inForce = versions?.[0]
  if (!draft || !inForce) return false
  return draft.base.version !== inForce.version || draft.base.madeAt !== inForce.madeAt
}
