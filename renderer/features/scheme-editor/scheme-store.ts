import type { Scheme } from '../../../shared/domain/scheme.ts'
import type { SchemeVersion } from '../../../shared/ipc/commands/schemes.ts'
import type { Api } from '../../lib/api.ts'
import { createVersionEditor, oneForEachApi, type VersionEditor } from '../../lib/version-editor.ts'

export type SchemeStore = VersionEditor<SchemeVersion, Scheme>

export const schemeStoreOf = oneForEachApi((api: Api): SchemeStore =>
  createVersionEditor(api, {
    list: () => api.invoke('schemes.list', {}),
    save: (basedOn, scheme) => api.invoke('schemes.save', { basedOn, scheme }),
  }),
)
