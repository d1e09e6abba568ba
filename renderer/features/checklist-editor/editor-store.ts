import type { CheckItem } from '../../../shared/domain/checks.ts'
import type { ChecklistVersion } from '../../../shared/ipc/commands/checklists.ts'
import type { Api } from '../../lib/api.ts'
import { createVersionEditor, oneForEachApi, type VersionEditor } from '../../lib/version-editor.ts'

export type EditorStore = VersionEditor<ChecklistVersion, readonly CheckItem[]>

export const editorStoreOf = oneForEachApi((api: Api): EditorStore =>
  createVersionEditor(api, {
    list: () => api.invoke('checklists.list', {}),
    save: (basedOn, items) => api.invoke('checklist.save', { basedOn, items: [...items] }),
  }),
)
