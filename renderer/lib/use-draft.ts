import { useStore } from 'zustand'
import { useLeaving } from './use-leaving.ts'
import { isOvertaken, type Kept, type VersionEditor } from './version-editor.ts'

/** What the content of a version is, and what an edit of it changed, a line each. */
type Content<V, C> = {
  contentOf: (version: V) => C
  changesBetween: (before: C, after: C) => readonly string[]
}

/**
 * What a leader edits of the version in force, while its page is open: the content as edited and as it was, and what
 * the frame around it (`DraftFrame`) has to know and to do.
 */
export function useDraft<V extends Kept, C>(
  store: VersionEditor<V, C>,
  inForce: V,
  { contentOf, changesBetween }: Content<V, C>,
) {
  const { draft, savedAs, versions, edited, discarded, putOnTop, save } = useStore(store)
  const base = draft?.base ?? inForce
  const before = contentOf(base)
  const content = draft?.content ?? contentOf(inForce)
  const changes = changesBetween(before, content)
  const leaving = useLeaving(changes.length > 0)
  const frame = {
    inForce,
    basedOn: base.version,
    isOvertaken: isOvertaken({ draft, versions }),
    changes,
    savedAs,
    isLeaving: leaving.to !== null,
    onSave: save,
    onDiscard: discarded,
    onPutOnTop: putOnTop,
    onStay: leaving.stay,
    onLeave: () => {
      discarded()
      leaving.leave()
    },
  }
  return { before, content, edited, frame }
}
