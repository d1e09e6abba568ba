import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClassListPreview, Refusal } from '../../../shared/domain/class-list.ts'
import type { NamedColumns } from '../../../shared/domain/column-meanings.ts'
import type { Failure, Input, Output } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'

export type ImportCounts = Output<'class-list.confirm'>
/** What becomes of those who are in the file's classes and not in the file. */
export type LeftPupils = 'stay' | 'move-out'

type Unnamed = { token: string; columns: NamedColumns }

/** How far the import of a class list is. Nothing is written before `done`. */
export type ImportStep =
  | { name: 'explaining' }
  /** `opened` is the share of the file taken off the disk, 0 to 1; null while a person chooses it. */
  | { name: 'reading'; opened: number | null }
  | { name: 'refused'; fileName: string; refusal: Refusal; unnamed: Unnamed | null; isSaving: boolean }
  | { name: 'checking'; token: string; preview: ClassListPreview; isSaving: boolean }
  | { name: 'done'; counts: ImportCounts }

export type ImportState = {
  step: ImportStep
  /** Why the last thing asked of main was not done. */
  failure: Failure | null
  /**
   * A person chooses a file, or the one under `handed` is taken, and it is read at once. Changing one's mind leaves
   * everything as it was.
   */
  fileAsked(handed?: string): Promise<void>
  /** The same with the folder of a OneRoster export that was unpacked. */
  folderAsked(): Promise<void>
  /** Reading is stopped where it is. */
  readingCancelled(): void
  /** A person says what the columns are; the file is read again with that. */
  columnsSaid(columns: NamedColumns): Promise<void>
  confirmed(leftPupils: LeftPupils): Promise<void>
  cancelled(): void
}

export type ImportStore = StoreApi<ImportState>

export function createImportStore(api: Api): ImportStore {
  /** What is said of the columns while the file is read again with what was said before; null while it is not. */
  let saidMeanwhile: { columns?: NamedColumns } | null = null
  const store = createStore<ImportState>()((set, get) => ({
    step: { name: 'explaining' },
    failure: null,
    fileAsked: (handed) => choose(handed === undefined ? {} : { handed }),
    folderAsked: () => choose({ what: 'folder' }),
    columnsSaid: async (columns) => {
      const { step: before } = get()
      if (before.name !== 'checking' && before.name !== 'refused') return
      if (before.isSaving && saidMeanwhile === null) return
      if (before.isSaving) {
        saidMeanwhile = { columns }
        set({ step: withColumns(before, columns) })
        return
      }
      const token = before.name === 'checking' ? before.token : before.unnamed?.token
      if (token === undefined) return
      saidMeanwhile = {}
      set({ step: { ...withColumns(before, columns), isSaving: true }, failure: null })
      const reply = await api.invoke('class-list.map', { token, columns })
      const next = saidMeanwhile.columns
      saidMeanwhile = null
      if (!reply.ok) set({ step: before, failure: reply.error })
      else if (reply.value.outcome === 'cancelled') set({ step: before })
      else set({ step: stepAfter(reply.value) })
      if (reply.ok && next) await get().columnsSaid(next)
    },
    readingCancelled: () => void api.invoke('reading.cancel', {}),
    confirmed: async (leftPupils) => {
      const { step } = get()
      if (step.name !== 'checking' || step.isSaving) return
      set({ step: { ...step, isSaving: true }, failure: null })
      const reply = await api.invoke('class-list.confirm', { token: step.token, leftPupils })
      if (reply.ok) set({ step: { name: 'done', counts: reply.value } })
      else set({ step: { ...step, isSaving: false }, failure: reply.error })
    },
    cancelled: () => set({ step: { name: 'explaining' }, failure: null }),
  }))
  async function choose(wish: Input<'class-list.choose'>): Promise<void> {
    const { step: before } = store.getState()
    if (before.name === 'reading') return
    store.setState({ step: { name: 'reading', opened: null }, failure: null })
    const stopFollowing = api.on('reading.progress', ({ opened }) =>
      store.setState({ step: { name: 'reading', opened } }),
    )
    const reply = await api.invoke('class-list.choose', wish)
    stopFollowing()
    if (!reply.ok) store.setState({ step: before, failure: reply.error })
    else if (reply.value.outcome === 'cancelled') store.setState({ step: before })
    else store.setState({ step: stepAfter(reply.value) })
  }
  return store
}

type WithColumns = Extract<ImportStep, { name: 'checking' | 'refused' }>

/** What was said is seen at once, while the file is read again. */
function withColumns(step: WithColumns, columns: NamedColumns): WithColumns {
  if (step.name === 'checking') return { ...step, preview: { ...step.preview, columns } }
  return { ...step, unnamed: step.unnamed && { ...step.unnamed, columns } }
}

function stepAfter(answer: Exclude<Output<'class-list.choose'>, { outcome: 'cancelled' }>): ImportStep {
  if (answer.outcome === 'refused') {
    const { fileName, refusal, unnamed } = answer
    return { name: 'refused', fileName, refusal, unnamed, isSaving: false }
  }
  return { name: 'checking', token: answer.token, preview: answer.preview, isSaving: false }
}
